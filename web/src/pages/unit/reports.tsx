import { count } from '../../base/format'
import { useTerms, useWords } from '../../i18n'
import { Nothing } from '../../parts/states'
import type { Unit } from './query'

/** What was reported of the unit, by period, with where it came from. */
export function Reports({ unit }: { unit: Unit }) {
  const word = useWords()
  const term = useTerms()
  const columns = ['validFrom', 'validTo', 'name', 'region', 'status', 'control', 'size', 'employees', 'fullMembers', 'probationaryMembers', 'recordedIn', 'source'] as const
  if (!unit.reports.length) return <Nothing />
  return (
    <div className="scroll-x" tabIndex={0} role="region" aria-label={word('reports')}>
      <table className="plain">
        <thead><tr>{columns.map((column) => <th scope="col" key={column}>{word(column)}</th>)}</tr></thead>
        <tbody>
          {unit.reports.map((report, index) => (
            <tr key={index}>
              <th scope="row">{report.validFrom}</th>
              <td>{report.validTo ?? word('open')}</td>
              <td>{report.name}</td>
              <td>{report.region.name}</td>
              <td>{term('UnitStatus', report.status)}</td>
              <td>{term('Control', report.control)}</td>
              <td>{term('Size', report.size)}</td>
              <td>{count(report.employees)}</td>
              <td>{count(report.fullMembers)}</td>
              <td>{count(report.probationaryMembers)}</td>
              <td>{report.recordedIn}</td>
              <td>{report.source?.name}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
