import { here } from '../../base/address'
import { daysBetween } from '../../base/dates'
import { count } from '../../base/format'
import { useTerms, useWords } from '../../i18n'
import { Link } from '../../parts/link'
import { Nothing } from '../../parts/states'
import type { Unit } from './query'

type Span = Unit['history'][number]

/** The unit's life as a time line, each span as long as it lasted; under it the same as a table. */
export function History({ spans, asOf }: { spans: Span[]; asOf: string }) {
  const word = useWords()
  const start = spans[0]?.validFrom
  if (!start) return <Nothing hint={word('spanEmpty')} />
  const end = [...spans.map((span) => span.validTo ?? span.validFrom), asOf].reduce((a, b) => (a > b ? a : b))
  const whole = Math.max(1, daysBetween(start, end))
  return (
    <>
      <div className="timeline" role="img" aria-label={`${word('timeline')} ${start} – ${end}`}>
        {spans.map((span) => <Bar key={span.validFrom} span={span} end={end} whole={whole} />)}
        <i style={{ left: `${(daysBetween(start, asOf) / whole) * 100}%` }} title={asOf} />
      </div>
      <div className="timeline-ends" aria-hidden="true"><span>{start}</span><span>{end}</span></div>
      <Table spans={spans} />
    </>
  )
}

function Bar({ span, end, whole }: { span: Span; end: string; whole: number }) {
  const term = useTerms()
  const share = (Math.max(0, daysBetween(span.validFrom, span.validTo ?? end)) / whole) * 100
  const title = `${span.validFrom} – ${span.validTo ?? ''} ${term('Establishment', span.establishment)} · ${term('SetUp', span.setUp)} · ${term('WorkMeans', span.workMeans)}`
  return <div className={`span ${tone(span)}`} style={{ width: `${share}%` }} title={title} />
}

// Covered by an own or joint organisation, otherwise by one, by work only, by nothing, or not operating.
function tone(span: Span): string {
  if (span.operation !== 'OPERATING') return 'span-exempt'
  if (span.setUp === 'STANDALONE' || span.setUp === 'JOINT') return 'span-own'
  if (span.setUp !== 'NONE') return 'span-attached'
  return span.workMeans === 'NONE' ? 'span-bare' : 'span-work'
}

function Table({ spans }: { spans: Span[] }) {
  const word = useWords()
  const term = useTerms()
  return (
    <div className="scroll-x" tabIndex={0} role="region" aria-label={word('history')}>
      <table className="plain">
        <thead><tr>{(['validFrom', 'validTo', 'operation', 'establishment', 'setUp', 'workMeans', 'employees', 'fullMembers'] as const).map((column) => <th scope="col" key={column}>{word(column)}</th>)}</tr></thead>
        <tbody>
          {[...spans].reverse().map((span) => (
            <tr key={span.validFrom}>
              <th scope="row"><span className={`dot ${tone(span)}`} /> <Link to={here({ asOf: span.validFrom })}>{span.validFrom}</Link></th>
              <td>{span.validTo ?? word('open')}</td>
              <td>{term('Operation', span.operation)}</td>
              <td>{term('Establishment', span.establishment)}</td>
              <td>{term('SetUp', span.setUp)}</td>
              <td>{term('WorkMeans', span.workMeans)}</td>
              <td>{count(span.employees)}</td>
              <td>{count(span.fullMembers)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
