import { useWords } from '../../i18n'
import { Cell, unitsOf } from './cell'
import { useReturnQuestion, useTitle, type ReturnTable } from './query'
import { rowClass } from './table'

/** The totals of every column group side by side, as the cover of the return has them. */
export function Summary({ tables }: { tables: ReturnTable[] }) {
  const word = useWords()
  const title = useTitle()
  const { params } = useReturnQuestion()
  const rows = tables[0]?.rows ?? []
  return (
    <>
      <p className="return-note">{word('returnNote')}</p>
      <div className="scroll-x" tabIndex={0} role="region" aria-label={word('returnSummary')}>
        <table className="numbers return" data-table="SUMMARY">
          <thead><tr><th scope="col">{word('establishment')}</th>{tables.map((table) => <th scope="col" key={table.key}>{title(table)}</th>)}</tr></thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key} className={rowClass(row)}>
                <th scope="row">{title(row)}</th>
                {tables.map((table) => <td key={table.key}><Cell of={totalOf(table, row.key)} to={unitsOf(table.key, row.key, 'TOTAL', params)} /></td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

function totalOf(table: ReturnTable, row: string) {
  return table.rows.find(({ key }) => key === row)?.cells.find(({ column }) => column === 'TOTAL')
}
