import { Pagination } from 'antd'
import { useState } from 'react'
import { count } from '../../base/format'
import { useChoice, useWords } from '../../i18n'
import { englishTerm } from '../../i18n/terms'
import { Mark } from '../../parts/mark'
import { chineseOf, mendOf } from './codes'
import type { FaultyRow, FileReport, Problem } from './job'
import { useImportWords } from './words'

const perPage = 50
// The server keeps the cells of this many rows of a file.
const keptRows = 1000

/** The problems of a file beside their rows. */
export function Problems({ file }: { file: FileReport }) {
  const word = useImportWords()
  const [page, turn] = useState(1)
  const rows = file.faultyRows ?? []
  const listed = new Set(rows.map(({ line }) => line))
  const others = file.problems.filter(({ line }) => !line || !listed.has(line))
  const first = (page - 1) * perPage
  const shown = rows.slice(first, first + perPage)
  return (
    <>
      {others.length > 0 && <Others problems={others.slice(0, keptRows)} />}
      {rows.length > 0 && <Rows header={file.header ?? []} rows={shown} />}
      {rows.length > 0 && <p className="faint">{word('shown', { a: first + 1, b: first + shown.length, n: count(rows.length) })}{rows.length === keptRows && ` · ${word('rowsLeftOff', { n: count(keptRows) })}`}</p>}
      {rows.length > perPage && <Pagination className="no-print" current={page} pageSize={perPage} total={rows.length} showSizeChanger={false} onChange={turn} />}
      {Boolean(file.problemsLeftOff) && <p>{word('leftOff', { a: count(file.problems.length), n: count(file.problemsLeftOff) })}</p>}
    </>
  )
}

/** Problems of the file as a whole, of its header, and of rows whose cells are not kept. */
function Others({ problems }: { problems: Problem[] }) {
  const word = useImportWords()
  const page = useWords()
  return (
    <ul className="compact problem-list" aria-label={word('fileProblems')}>
      {problems.map((problem, index) => <li key={index}>{problem.line ? `${word('line')} ${problem.line} · ` : ''}{problem.column && `${problem.column}${page('colon')}`}<Told problem={problem} /></li>)}
    </ul>
  )
}

function Told({ problem }: { problem: Problem }) {
  const word = useImportWords()
  const choose = useChoice()
  return (
    <>
      <Mark tone={problem.warning ? 'warn' : 'bad'} title={problem.code}>{problem.warning && `${word('warning')} · `}{choose(chineseOf(problem.code), englishTerm(problem.code))}</Mark>
      <small className="problem-message" title={problem.message}>{choose(mendOf(problem), problem.message)}</small>
    </>
  )
}

/** Faulty rows with all their cells, the faulty ones marked. */
function Rows({ header, rows }: { header: string[]; rows: FaultyRow[] }) {
  const word = useImportWords()
  return (
    <div className="scroll-x" tabIndex={0} role="region" aria-label={word('problems')}>
      <table className="plain problem-rows">
        <thead>
          <tr>
            {(['line', 'column', 'code'] as const).map((column) => <th scope="col" key={column}>{word(column)}{column === 'code' && ` · ${word('message')}`}</th>)}
            {header.map((title, index) => <th scope="col" key={index}>{title}</th>)}
          </tr>
        </thead>
        <tbody>{rows.map((row) => <RowOf key={row.line} row={row} header={header} />)}</tbody>
      </table>
    </div>
  )
}

function RowOf({ row, header }: { row: FaultyRow; header: string[] }) {
  const word = useImportWords()
  const faults = new Map(row.problems.map((problem) => [problem.column, problem]))
  return (
    <tr data-line={row.line}>
      <th scope="row">{row.line}</th>
      <td>{row.problems.map(({ column }, index) => <div key={index}>{column || word('rowProblem')}</div>)}</td>
      <td>{row.problems.map((problem, index) => <div key={index} data-code={problem.code}><Told problem={problem} /></div>)}</td>
      {header.map((title, index) => {
        const fault = faults.get(title)
        const cell = row.cells[index] ?? ''
        return <td key={index}>{fault ? <mark className={fault.warning ? 'warned-cell' : 'faulty-cell'} title={fault.message}>{cell || '∅'}<span className="sr-only"> ({word(fault.warning ? 'warning' : 'faultyCell')})</span></mark> : cell}</td>
      })}
    </tr>
  )
}
