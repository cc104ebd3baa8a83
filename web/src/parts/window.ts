import { useEffect, useState, type RefObject } from 'react'

/** Height of every row of a virtual table, in pixels. */
export const rowHeight = 58

// Browsers cannot draw taller elements than about 16 million pixels; longer lists scroll faster than their rows.
const tallest = 12_000_000
// On paper the box grows with its rows; without a bound it would draw, and fetch, them all.
const mostRows = 100
const overscan = 6

/** The rows that are drawn, from `first` to `last` (exclusive), where they stand, and how to bring a row into sight. */
export interface Window {
  first: number
  last: number
  top: number
  height: number
  reveal: (index: number) => void
}

/** Which rows are in sight, and where they stand; a list taller than the browser can draw is mapped by the share scrolled. */
export function useWindow(box: RefObject<HTMLDivElement | null>, total: number): Window {
  const [{ scroll, view }, look] = useState({ scroll: 0, view: 600 })
  useEffect(() => {
    const element = box.current
    if (!element) return
    const measure = () => look({ scroll: element.scrollTop, view: Math.min(element.clientHeight, mostRows * rowHeight) })
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
  const reveal = (index: number) => {
    const above = index * rowHeight
    // The header and the bar that scrolls sideways cover a part of the box.
    const below = above + 2.5 * rowHeight - view
    const wanted = Math.max(0, offset > above ? above : offset < below ? below : offset)
    if (box.current && wanted !== offset) box.current.scrollTop = full > tallest ? (wanted / (full - view)) * travel : wanted
  }
  return { first, last, height, top: scroll - (offset - first * rowHeight), reveal }
}
