import type { ReviewFilter, SubjectFilter, UnitFilter, UnitOrder } from '../gen/graphql'
import { refused } from './api'

/** What narrows a list, and so its file. */
export type Filter = UnitFilter | SubjectFilter | ReviewFilter

/** Arguments of an export besides the filter. */
export type Others = Record<string, string | undefined>

/** The address of an export with the arguments of a question: every field under its own name, those inside a field behind a dot. */
export function exportHref(file: string, filter: Filter | undefined, others: Others): string {
  return `/export/${file}?${parameters(filter, others).toString().replaceAll('%2C', ',').replaceAll('%3A', ':')}`
}

/**
 * Asks an export by a form, which takes what no address has room for, and hands the file to the reader. Gives the number of rows that
 * it holds.
 */
export async function saveExport(file: string, filter: Filter | undefined, others: Others): Promise<number> {
  const response = await fetch(`/export/${file}`, { method: 'POST', body: parameters(filter, others), credentials: 'same-origin' })
  if (!response.ok) throw await refused(response)
  const link = document.createElement('a')
  link.href = URL.createObjectURL(await response.blob())
  link.download = fileName(response) ?? file
  link.click()
  // The browser reads the file after the click; an address taken back at once would be an empty file.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
  return Number(response.headers.get('X-Fugai-Rows'))
}

/** An order as exports read it. */
export function orderText(order: UnitOrder[] | undefined): string | undefined {
  return order?.map(({ by, direction }) => `${by}:${direction}`).join(',')
}

// The name with the marks is the one in UTF-8 (RFC 5987).
function fileName(response: Response): string | undefined {
  const [, encoded] = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('Content-Disposition') ?? '') ?? []
  return encoded && decodeURIComponent(encoded)
}

function parameters(filter: Filter | undefined, others: Others): URLSearchParams {
  const query = new URLSearchParams()
  // A choice among the rows of a list is narrower than the list's own filter of the same name, and takes its place.
  const narrower = filterEntries(filter ?? {}).filter(([name]) => !others[name])
  for (const [name, value] of [...Object.entries(others), ...narrower]) if (value) query.append(name, value)
  return query
}

function filterEntries(filter: Filter): [string, string][] {
  return Object.entries(filter).flatMap(([name, value]): [string, string][] => {
    if (name === 'results' && 'results' in filter) return (filter.results ?? []).map((entry) => ['results', `${entry.indicator}:${entry.in.join('|')}`])
    if (Array.isArray(value)) return [[name, value.join(',')]]
    if (value && typeof value === 'object') return Object.entries(value).flatMap(([inner, bound]) => (bound == null ? [] : [[`${name}.${inner}`, String(bound)]]))
    return value == null ? [] : [[name, String(value)]]
  })
}
