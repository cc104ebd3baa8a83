import { useAsk } from '../../base/query'
import { graphql } from '../../gen'
import type { ImportsQuery } from '../../gen/graphql'
import { useTerms, useWords } from '../../i18n'
import { Answer, Nothing } from '../../parts/states'
import { Mark } from '../../parts/mark'

const ImportsDocument = graphql(`query Imports { dataSet { imports { id state recorder startedAt finishedAt report } } }`)

type Import = NonNullable<NonNullable<ImportsQuery['dataSet']>['imports']>[number]

/** Imports, newest first, each with its report. */
export function Imports() {
  const word = useWords()
  const asked = useAsk(ImportsDocument, {})
  return <Answer of={asked}>{({ dataSet }) => (dataSet?.imports?.length ? <Table imports={dataSet.imports} /> : <Nothing hint={word('noImports')} />)}</Answer>
}

function Table({ imports }: { imports: Import[] }) {
  const word = useWords()
  const term = useTerms()
  return (
    <div className="scroll-x" tabIndex={0} role="region" aria-label={word('imports')}>
      <table className="plain">
        <thead><tr>{(['startedAt', 'finishedAt', 'state', 'recorder', 'report'] as const).map((column) => <th scope="col" key={column}>{word(column)}</th>)}</tr></thead>
        <tbody>
          {imports.map((of) => (
            <tr key={of.id}>
              <th scope="row">{moment(of.startedAt)}</th>
              <td>{of.finishedAt && moment(of.finishedAt)}</td>
              <td><Mark tone={of.state === 'DONE' ? 'good' : of.state === 'RUNNING' ? 'info' : 'bad'}>{term('ImportState', of.state)}</Mark></td>
              <td>{of.recorder}</td>
              <td>{of.report && <details><summary>{word('expand')}</summary><pre>{pretty(of.report)}</pre></details>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function moment(time: string): string {
  return new Date(time).toLocaleString('sv-SE')
}

function pretty(report: string): string {
  try {
    return JSON.stringify(JSON.parse(report), null, 2)
  } catch {
    return report
  }
}
