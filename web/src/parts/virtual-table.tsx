import { useQueries } from '@tanstack/react-query'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { count } from '../base/format'
import type { PageQuery } from '../base/query'
import { useWords } from '../i18n'
import { Fault } from './states'

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
}

/** Rows of one page; the server's default is 50, its cap 1,000. */
export const pageSize = 100
const rowHeight = 58
// Browsers cannot draw taller elements than about 16 million pixels; longer lists scroll faster than their rows.
const tallest = 12_000_000
// On paper the box grows with its rows; without a bound it would draw, and fetch, them all.
const tallestView = pageSize * rowHeight
const overscan = 6
const columnGap = 12

/** A table of any length: only the rows in sight are drawn, and only their pages are fetched. */
export function VirtualTable<T>({ label, columns, total, rowKey, page }: Props<T>) {
  const word = useWords()
  const box = useRef<HTMLDivElement>(null)
  const { first, last, top, height } = useWindow(box, total)
  const pages = range(Math.floor(first / pageSize), Math.floor(Math.max(first, last - 1) / pageSize))
  const answers = useQueries({ queries: pages.map(page) })
  const fault = answers.find((answer) => answer.error)?.error
  const at = (index: number) => answers[Math.floor(index / pageSize) - (pages[0] ?? 0)]?.data?.[index % pageSize]
  const grid = { gridTemplateColumns: columns.map((column) => column.width).join(' ') }
  if (fault) return <Fault fault={fault} retry={() => answers.forEach((answer) => void answer.refetch())} />
  return (
    <>
      <div className="virtual" ref={box} tabIndex={0} role="region" aria-label={label}>
        <div role="table" aria-label={label} aria-rowcount={total + 1} style={{ minWidth: narrowest(columns) }}>
          <div role="row" aria-rowindex={1} className="virtual-head" style={grid}>
            {columns.map((column) => <div role="columnheader" key={column.key}>{column.title}</div>)}
          </div>
          <div role="rowgroup" className="virtual-body" style={{ height }}>
            {range(first, last - 1).map((index) => {
              const row = at(index)
              const place = { ...grid, top: top + (index - first) * rowHeight, height: rowHeight }
              return (
                <div role="row" aria-rowindex={index + 2} key={row ? rowKey(row) : index} className="virtual-row" style={place}>
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

/** Which rows are in sight, and where they stand; a list taller than the browser can draw is mapped by the share scrolled. */
function useWindow(box: React.RefObject<HTMLDivElement | null>, total: number) {
  const [{ scroll, view }, look] = useState({ scroll: 0, view: 600 })
  useEffect(() => {
    const element = box.current
    if (!element) return
    const measure = () => look({ scroll: element.scrollTop, view: Math.min(element.clientHeight, tallestView) })
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    element.addEventListener('scroll', measure, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', measure)
    }
  }, [box, total])
  const full = total * rowHeight
  const height = Math.min(full, tallest)
  const travel = Math.max(1, height - view)
  const offset = full > tallest ? (scroll / travel) * (full - view) : scroll
  const seen = Math.max(0, Math.floor(offset / rowHeight))
  const first = Math.max(0, seen - overscan)
  const last = Math.min(total, seen + Math.ceil(view / rowHeight) + overscan)
  return { first, last, height, top: scroll - (offset - first * rowHeight) }
}

/** The width in pixels below which the table scrolls sideways: the least of every track, with the gaps between them. */
function narrowest<T>(columns: Column<T>[]): number {
  return columns.reduce((sum, { width }) => sum + Number(/\d+/.exec(width)?.[0] ?? 0) + columnGap, columnGap)
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index)
}
