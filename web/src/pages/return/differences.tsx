import { count } from '../../base/format'
import { useWords } from '../../i18n'
import { Figure } from '../../parts/figures'
import { Nothing } from '../../parts/states'
import { unitsOf } from './cell'
import { useReturnQuestion, useTitle, type Return } from './query'

/** The cells that were declared otherwise than they are counted; the counted number opens the units behind it. */
export function Differences({ of }: { of: Return }) {
  const word = useWords()
  if (!of.declaredCells) return <Nothing hint={word('nothingDeclared')} />
  return (
    <>
      <p data-testid="differences" data-total={of.differences.length}>{word('declaredCells', { n: count(of.declaredCells), m: count(of.differences.length) })}</p>
      {of.differences.length > 0 && <Table of={of.differences} />}
    </>
  )
}

function Table({ of }: { of: Return['differences'] }) {
  const word = useWords()
  const title = useTitle()
  const { params } = useReturnQuestion()
  return (
    <div className="scroll-x" tabIndex={0} role="region" aria-label={word('returnDifferences')}>
      <table className="numbers">
        <thead><tr><th scope="col">{word('returnPlace')}</th><th scope="col">{word('establishment')}</th><th scope="col">{word('declared')}</th><th scope="col">{word('counted')}</th><th scope="col">{word('difference')}</th></tr></thead>
        <tbody>
          {of.map((row) => (
            <tr key={`${row.table} ${row.row} ${row.column}`}>
              <th scope="row">{title({ key: row.table, title: row.tableTitle })} · {title({ key: row.column, title: row.columnTitle })}</th>
              <td>{title({ key: row.row, title: row.rowTitle })}</td>
              <td>{count(row.declared)}</td>
              <td><Figure value={row.counted} to={unitsOf(row.table, row.row, row.column, params)} label={word('counted')} /></td>
              <td><b className={row.difference < 0 ? 'fall' : undefined}>{row.difference > 0 ? '+' : '−'}{count(Math.abs(row.difference))}</b></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
