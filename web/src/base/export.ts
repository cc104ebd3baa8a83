import type { UnitFilter, UnitOrder } from '../gen/graphql'

/** The address of an export with the arguments of a question: every field under its own name, those inside a field behind a dot. */
export function exportHref(file: string, filter: UnitFilter | undefined, others: Record<string, string | undefined>): string {
  const query = new URLSearchParams()
  for (const [name, value] of [...Object.entries(others), ...filterEntries(filter ?? {})]) if (value) query.append(name, value)
  return `/export/${file}?${query.toString().replaceAll('%2C', ',').replaceAll('%3A', ':')}`
}

/** An order as exports read it. */
export function orderText(order: UnitOrder[] | undefined): string | undefined {
  return order?.map(({ by, direction }) => `${by}:${direction}`).join(',')
}

function filterEntries(filter: UnitFilter): [string, string][] {
  return Object.entries(filter).flatMap(([name, value]): [string, string][] => {
    if (name === 'results') return (filter.results ?? []).map((entry) => ['results', `${entry.indicator}:${entry.in.join('|')}`])
    if (Array.isArray(value)) return [[name, value.join(',')]]
    if (value && typeof value === 'object') return Object.entries(value).flatMap(([inner, bound]) => (bound == null ? [] : [[`${name}.${inner}`, String(bound)]]))
    return value == null ? [] : [[name, String(value)]]
  })
}
