import { useQueries } from '@tanstack/react-query'
import { useRef, type ReactNode } from 'react'
import type { Choice } from '../base/choice'
import { count } from '../base/format'
import type { PageQuery } from '../base/query'
import { useWords } from '../i18n'
import { ChooseAll, ChooseRow } from './choose'
import { Fault } from './states'
import { useSteps } from './steps'
import { rowHeight, useWindow } from './window'

/** A column: its width is a track of a CSS grid. */
export interface Column<T> {
  key: string
  title: ReactNode
  width: string
  render: (row: T) => ReactNode
}

interface Props<T> {
  label: string
  columns: Column<T>[]
  total: number
  rowKey: (row: T) => string
  page: (index: number) => PageQuery<T>
  /** Lets the reader choose rows; `name` says a row aloud. */
  choose?: { choice: Choice; name: (row: T) => string }
}

/** Rows of one page; the server's default is 50, its cap 1,000. */
export const pageSize = 100
const columnGap = 12

/** A table of any length: only the rows in sight are drawn, and only their pages are fetched. */
export function VirtualTable<T>({ label, columns: given, total, rowKey, page, choose }: Props<T>) {
  const word = useWords()
  const box = useRef<HTMLDivElement>(null)
  const { first, last, top, height, reveal } = useWindow(box, total)
  const step = useSteps(box, total, reveal)
  const pages = range(Math.floor(first / pageSize), Math.floor(Math.max(first, last - 1) / pageSize))
  const answers = useQueries({ queries: pages.map(page) })
  const fault = answers.find((answer) => answer.error)?.error
  const at = (index: number) => answers[Math.floor(index / pageSize) - (pages[0] ?? 0)]?.data?.[index % pageSize]
  const columns = choose ? [chooser(choose, total, rowKey), ...given] : given
  const grid = { gridTemplateColumns: columns.map((column) => column.width).join(' ') }
  if (fault) return <Fault fault={fault} retry={() => answers.forEach((answer) => void answer.refetch())} />
  return (
    <>
      <div className="virtual" ref={box} tabIndex={0} role="region" aria-label={label} onKeyDown={step}>
        <div role="table" aria-label={label} aria-rowcount={total + 1} style={{ minWidth: narrowest(columns) }}>
          <div role="row" aria-rowindex={1} className="virtual-head" style={grid}>
            {columns.map((column) => <div role="columnheader" key={column.key}>{column.title}</div>)}
          </div>
          <div role="rowgroup" className="virtual-body" style={{ height }}>
            {range(first, last - 1).map((index) => {
              const row = at(index)
              const place = { ...grid, top: top + (index - first) * rowHeight, height: rowHeight }
              const chosen = row && choose?.choice.has(rowKey(row))
              return (
                <div role="row" aria-rowindex={index + 2} data-row={index} key={row ? rowKey(row) : index} className={chosen ? 'virtual-row chosen-row' : 'virtual-row'} style={place}>
                  {columns.map((column) => <div role="cell" key={column.key}>{row ? column.render(row) : <span className="bone" />}</div>)}
                </div>
              )
            })}
          </div>
        </div>
      </div>
      <p className="virtual-foot">{word('rowsShown', { a: count(total ? first + 1 : 0), b: count(last), n: count(total) })}</p>
      <p className="print-only">{word('printRows')}</p>
    </>
  )
}

/** The column of boxes to tick. */
function chooser<T>({ choice, name }: NonNullable<Props<T>['choose']>, total: number, rowKey: (row: T) => string): Column<T> {
  return {
    key: 'choose',
    title: <ChooseAll choice={choice} total={total} />,
    width: '22px',
    render: (row) => <ChooseRow choice={choice} of={rowKey(row)} name={name(row)} />,
  }
}

/** The width in pixels below which the table scrolls sideways: the least of every track, with the gaps between them. */
function narrowest<T>(columns: Column<T>[]): number {
  return columns.reduce((sum, { width }) => sum + Number(/\d+/.exec(width)?.[0] ?? 0) + columnGap, columnGap)
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index)
}
