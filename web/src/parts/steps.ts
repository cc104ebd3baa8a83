import { useEffect, useRef, type KeyboardEvent, type RefObject } from 'react'

// Rows that a page key goes on.
const pageStep = 10

/** A row whose box the keyboard goes to, and the tick that it gets, if any. */
interface Goal {
  index: number
  tick?: boolean
}

/**
 * Keys on the box of a row go to that of another, as far as the ends of the list; a row that is not drawn is brought into sight first.
 * With Shift, a step by one gives the next row the same tick.
 */
export function useSteps(box: RefObject<HTMLDivElement | null>, total: number, reveal: (index: number) => void): (event: KeyboardEvent) => void {
  const goal = useRef<Goal>(undefined)
  const arrive = () => {
    const input = goal.current && box.current?.querySelector<HTMLInputElement>(`[data-row="${goal.current.index}"] input`)
    if (!input) return
    const { tick } = goal.current ?? {}
    goal.current = undefined
    input.focus({ preventScroll: true })
    if (tick !== undefined && input.checked !== tick) input.click()
  }
  // The row may come with any drawing: it is drawn after the scroll, and its box after its page has come.
  useEffect(arrive)
  return (event) => {
    const input = event.target as HTMLInputElement
    const index = Number(input.closest<HTMLElement>('[data-row]')?.dataset.row ?? NaN)
    const to = Number.isNaN(index) || input.type !== 'checkbox' ? undefined : goalOf(event.key, index, total)
    if (to === undefined) return
    event.preventDefault()
    goal.current = { index: Math.min(total - 1, Math.max(0, to)), tick: event.shiftKey && event.key.startsWith('Arrow') ? input.checked : undefined }
    reveal(goal.current.index)
    arrive()
  }
}

function goalOf(key: string, index: number, total: number): number | undefined {
  const goals: Record<string, number> = { ArrowDown: index + 1, ArrowUp: index - 1, PageDown: index + pageStep, PageUp: index - pageStep, Home: 0, End: total - 1 }
  return goals[key]
}
