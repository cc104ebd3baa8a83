import { useState } from 'react'

/** Rows that the reader chose from a list: some by their keys, or all but some. */
export interface Choice {
  count: number
  /** 'mixed' where some rows are chosen and others are not. */
  all: boolean | 'mixed'
  has: (key: string) => boolean
  set: (key: string, on: boolean) => void
  /** Chooses every row of the list, those that were never fetched included, or none. */
  setAll: (on: boolean) => void
  /** The choice as arguments of an export. */
  arguments: { creditCodes?: string; except?: string }
}

interface State {
  list: string
  all: boolean
  /** The chosen keys; with `all` those that are not. */
  marked: Set<string>
}

/** The choice among the rows of a list of a length. Another list (the filter, not the order) begins with none. */
export function useChoiceOf(list: string, total: number): Choice {
  const [state, change] = useState<State>({ list, all: false, marked: new Set() })
  const now = state.list === list ? state : { list, all: false, marked: new Set<string>() }
  const count = now.all ? Math.max(0, total - now.marked.size) : now.marked.size
  const codes = [...now.marked].sort().join(',')
  return {
    count,
    all: count > 0 && (count >= total || 'mixed'),
    has: (key) => now.all !== now.marked.has(key),
    set: (key, on) => {
      const marked = new Set(now.marked)
      if (on === now.all) marked.delete(key)
      else marked.add(key)
      change({ ...now, marked })
    },
    setAll: (all) => change({ list, all, marked: new Set() }),
    arguments: now.all ? { except: codes || undefined } : { creditCodes: codes },
  }
}
