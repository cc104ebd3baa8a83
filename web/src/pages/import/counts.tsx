import { count } from '../../base/format'
import { useChoice } from '../../i18n'
import { kindInWords, type Counts, type Report } from './job'
import { useImportWords } from './words'

const columns = ['rows', 'new', 'changed', 'unchanged', 'skipped', 'rejected', 'warned'] as const

/** What became of the rows of each file. */
export function CountsTable({ report: { files, total } }: { report: Report }) {
  const word = useImportWords()
  const choose = useChoice()
  const cells = (of: Counts) => columns.map((column) => <td key={column} data-count={column} className={column === 'rejected' && of.rejected > 0 ? 'bad-count' : undefined}>{count(of[column])}</td>)
  return (
    <div className="scroll-x" tabIndex={0} role="region" aria-label={word('counts')}>
      <table className="numbers">
        <thead><tr><th scope="col">{word('file')}</th>{columns.map((column) => <th scope="col" key={column}>{word(column)}</th>)}</tr></thead>
        <tbody>{files.map((file, index) => <tr key={index}><th scope="row">{nameOf(file)} <small>{choose(file.title ?? '', kindInWords(file.kind ?? ''))}</small></th>{cells(file)}</tr>)}</tbody>
        <tfoot><tr data-testid="import-total"><th scope="row">{word('total')}</th>{cells(total)}</tr></tfoot>
      </table>
    </div>
  )
}

/** The name of a file, with its sheet. */
export function nameOf({ file, sheet }: { file: string; sheet?: string }): string {
  return sheet ? `${file} [${sheet}]` : file
}
