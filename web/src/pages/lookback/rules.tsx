import { Segmented } from 'antd'
import { elsewhere, go, here, useAddress } from '../../base/address'
import { addMonths } from '../../base/dates'
import { count, percent, points } from '../../base/format'
import { useAsk } from '../../base/query'
import { useAsOf } from '../../base/session'
import { graphql } from '../../gen'
import type { FindingCountsQuery, Subject } from '../../gen/graphql'
import { useChoice, useTerms, useWords } from '../../i18n'
import { values } from '../../i18n/terms'
import { ExportLinks } from '../../parts/export-links'
import { Figure } from '../../parts/figures'
import { Link } from '../../parts/link'
import { Panel } from '../../parts/panel'
import { Answer } from '../../parts/states'
import { SubjectFilters } from './filters'
import { useScope } from './scope'
import { useLookBackWords } from './words'

const FindingCountsDocument = graphql(`
  query FindingCounts($subject: Subject, $where: SubjectFilter, $asOf: Date, $compareTo: Date) {
    findingCounts(subject: $subject, where: $where, asOf: $asOf, compareTo: $compareTo) {
      rule { key title titleEnglish subject formula formulaEnglish regulation }
      share { status rate numerator denominator gap unknown compare { change } }
    }
  }
`)

type Count = NonNullable<FindingCountsQuery['findingCounts']>[number]

/** What every rule finds in the scope, by subject; a rule opens its findings. One subject alone can be narrowed by what it has. */
export function Rules() {
  const term = useTerms()
  const word = useLookBackWords()
  const { regions, subject } = useAddress().params
  const chosen = values('Subject').find((one) => one === subject)
  return (
    <>
      <div className="controls">
        <Segmented
          aria-label={word('subject')} value={chosen ?? ''}
          options={[{ value: '', label: word('all') }, ...values('Subject').map((one) => ({ value: one as string, label: term('Subject', one) }))]}
          onChange={(next) => go(elsewhere('/look-back', { regions, subject: next }))}
        />
        {!chosen && <small>{word('chooseSubject')}</small>}
      </div>
      {chosen && <SubjectFilters of={chosen} />}
      <Counts of={chosen} />
    </>
  )
}

function Counts({ of: subject }: { of: Subject | undefined }) {
  const asOf = useAsOf()
  const where = useScope(subject)
  const compareTo = addMonths(asOf, -12)
  const asked = useAsk(FindingCountsDocument, { subject, where, asOf, compareTo })
  const term = useTerms()
  return (
    <Answer of={asked} rows={14}>
      {({ findingCounts }) => (subject ? [subject] : values('Subject')).map((one) => (
        <Panel key={one} title={term('Subject', one)}>
          <Table subject={one} counts={findingCounts ?? []} />
          <ExportLinks name="quality" filter={where} others={{ subject: one, asOf, compareTo }} />
        </Panel>
      ))}
    </Answer>
  )
}

function Table({ subject, counts }: { subject: Subject; counts: Count[] }) {
  const word = useLookBackWords()
  const term = useTerms()
  const rows = counts.filter(({ rule }) => rule.subject === subject)
  return (
    <div className="scroll-x" tabIndex={0} role="region" aria-label={term('Subject', subject)}>
      <table className="breakdown look-back">
        <thead><tr>{(['rule', 'free', 'change', 'findings', 'population', 'unknown'] as const).map((column) => <th scope="col" key={column}>{word(column)}</th>)}</tr></thead>
        <tbody>{rows.map((row) => <Row key={row.rule.key} of={row} />)}</tbody>
      </table>
    </div>
  )
}

function Row({ of: { rule, share } }: { of: Count }) {
  const word = useLookBackWords()
  const common = useWords()
  const choose = useChoice()
  const to = here({ rule: rule.key })
  const hidden = share.status !== 'OK' && share.status !== 'ZERO_DENOMINATOR'
  return (
    <tr data-rule={rule.key}>
      <th scope="row" title={`${choose(rule.formula, rule.formulaEnglish)} ${rule.regulation}`}><Link to={to}>{choose(rule.title, rule.titleEnglish)}</Link></th>
      <td className="bar-cell">
        <span className="bar-figure" title={hidden ? word('memberHidden') : undefined}>{hidden ? common(share.status as 'SUPPRESSED' | 'FORBIDDEN') : percent(share.rate)}</span>
        <span className="bar-track" aria-hidden="true"><span style={{ width: `${(share.rate ?? 0) * 100}%` }} /></span>
      </td>
      <td>{points(share.compare?.change)}</td>
      <td><Figure value={share.gap} to={share.gap == null ? undefined : to} label={choose(rule.title, rule.titleEnglish)} /></td>
      <td>{count(share.denominator)}</td>
      <td>{count(share.unknown)}</td>
    </tr>
  )
}
