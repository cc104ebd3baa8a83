import { useSyncExternalStore } from 'react'

/** Names and values of the address's query; undefined and '' stand for 'not there'. */
export type Params = Record<string, string | undefined>

/** Where the reader is: the path and the state of the page, both wholly in the address, so that it can be shared and gone back from. */
export interface Address {
  path: string
  params: Params
}

// Every link keeps these: the day that governs all pages, and the language.
const carried = ['asOf', 'lang']

let cachedUrl = ''
let cached: Address = { path: '/', params: {} }

/** The present address, for those who make another out of it. */
export function present(): Address {
  const url = location.pathname + location.search
  if (url !== cachedUrl) {
    cachedUrl = url
    cached = { path: location.pathname, params: Object.fromEntries(new URLSearchParams(location.search)) }
  }
  return cached
}

function subscribe(changed: () => void): () => void {
  addEventListener('popstate', changed)
  return () => removeEventListener('popstate', changed)
}

/** The present address; the component is drawn again when it changes. */
export function useAddress(): Address {
  return useSyncExternalStore(subscribe, present)
}

/** The text of an address: the params in the order of their names, so that one state has one address. */
export function href({ path, params }: Address): string {
  const kept = Object.entries(params).filter((entry): entry is [string, string] => Boolean(entry[1]))
  const query = new URLSearchParams(kept.sort(([a], [b]) => a.localeCompare(b))).toString()
  return query ? `${path}?${query.replaceAll('%2C', ',').replaceAll('%3A', ':')}` : path
}

/** An address on another page that keeps the day and the language of this one. */
export function elsewhere(path: string, params: Params = {}): Address {
  const here = present().params
  return { path, params: { ...Object.fromEntries(carried.map((name) => [name, here[name]])), ...params } }
}

/** This page with some of its state changed. */
export function here(changes: Params): Address {
  const { path, params } = present()
  return { path, params: { ...params, ...changes } }
}

/** Goes to an address; with `replace` the one left is not kept in the history. */
export function go(address: Address, replace = false): void {
  const url = href(address)
  if (url === location.pathname + location.search) return
  history[replace ? 'replaceState' : 'pushState'](null, '', url)
  dispatchEvent(new PopStateEvent('popstate'))
}
