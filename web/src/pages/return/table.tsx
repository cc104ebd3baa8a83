import { useWords } from '../../i18n'
import { Cell, unitsOf } from './cell'
import { useReturnQuestion, useTitle, type ReturnTable } from './query'

/** One table of the return: the partition, its total, and below it the supplementary rows. */
export function Table({ of }: { of: ReturnTable }) {
  const word = useWords()
  const title = useTitle()
  const { params } = useReturnQuestion()
  return (
    <div className="scroll-x" tabIndex={0} role="region" aria-label={title(of)}>
      <table className="numbers return" data-table={of.key}>
        <thead><tr><th scope="col">{word('establishment')}</th>{of.columns.map((column) => <th scope="col" key={column.key}>{title(column)}</th>)}</tr></thead>
        <tbody>
          {of.rows.map((row) => (
            <tr key={row.key} data-row={row.key} className={rowClass(row)}>
              <th scope="row">{title(row)}</th>
              {row.cells.map((cell) => <td key={cell.column}><Cell of={cell} to={unitsOf(of.key, row.key, cell.column, params)} /></td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** How a row is set off: the total by weight, the supplementary rows by a ground of their own. */
export function rowClass({ key, supplementary }: { key: string; supplementary: boolean }): string | undefined {
  return key === 'TOTAL' ? 'return-total' : supplementary ? 'return-beside' : undefined
}
