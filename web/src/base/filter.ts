import type { Result, UnitFilter } from '../gen/graphql'
import { present, type Params } from './address'

/** Filters that are lists of codes or enum values; in the address each stands under its own name, values parted by commas. */
export const listFilters = [
  'regions', 'superiors', 'directly', 'zones', 'domains', 'controls', 'industries', 'sizes', 'kinds', 'employeeBands', 'aboveScale',
  'publicOrPrivate', 'operations', 'establishments', 'setUps', 'workMeans', 'gapAges', 'gapReasons', 'creditCodes',
] as const

/** Name of a list filter. */
export type ListFilter = (typeof listFilters)[number]

const otherFilters = ['employeesFrom', 'employeesTo', 'fullMembersFrom', 'fullMembersTo', 'membersFrom', 'membersTo', 'foundedFrom', 'foundedTo', 'name', 'results', 'movement', 'gapAgeOf', 'returnCell']

/** Every name of the address that belongs to the filter of units. */
export const filterNames: readonly string[] = [...listFilters, ...otherFilters]

/** Reads the filter of units from the address; an empty filter is undefined. */
export function readFilter(params: Params): UnitFilter | undefined {
  const filter: UnitFilter = {}
  for (const name of listFilters) {
    const values = list(params[name])
    if (values) (filter as Record<ListFilter, unknown>)[name] = values
  }
  for (const name of ['employees', 'fullMembers', 'members'] as const) assign(filter, name, range(number(params[`${name}From`]), number(params[`${name}To`])))
  assign(filter, 'foundedOn', params.foundedFrom || params.foundedTo ? { gte: params.foundedFrom || null, lt: params.foundedTo || null } : undefined)
  assign(filter, 'name', params.name ? { contains: params.name } : undefined)
  assign(filter, 'results', readResults(params.results))
  assign(filter, 'movement', readMovement(params.movement))
  assign(filter, 'returnCell', readReturnCell(params.returnCell))
  assign(filter, 'gapAgeOf', params.gapAgeOf || undefined)
  return Object.keys(filter).length ? filter : undefined
}

/** The part of an address that is the filter of units, to carry a selection from page to page. */
export function filterParams(params: Params): Params {
  return Object.fromEntries(filterNames.map((name) => [name, params[name]]))
}

/** The part of an address that chooses a region: all of it, or only what stands directly on it; undefined is the whole scope. */
export function ofRegion(code: string | undefined, direct = false): Params {
  return { regions: code, directly: directly('REGION', direct) }
}

/** The same of an organisation and what is subordinate to it. */
export function ofSuperior(code: string | undefined, direct = false): Params {
  return { superiors: code, directly: directly('SUBORDINATION', direct) }
}

/** Whether the address asks only for what stands directly on the chosen node of a tree. */
export function isDirect(tree: Tree, params: Params): boolean {
  return list(params.directly)?.includes(tree) ?? false
}

type Tree = 'REGION' | 'SUBORDINATION'

// What the address says of the other tree stays.
function directly(tree: Tree, on: boolean): string | undefined {
  const others = (list(present().params.directly) ?? []).filter((one) => one !== tree)
  return (on ? [...others, tree] : others).join(',') || undefined
}

/** The text of a results filter: the units that a figure counts, as INDICATOR:MET+UNMET. */
export function resultsText(indicator: string, results: Result[]): string {
  return `${indicator}:${results.join('+')}`
}

/** Values of a list in the address; undefined where there is none. */
export function list(text: string | undefined): string[] | undefined {
  const values = text?.split(',').filter(Boolean)
  return values?.length ? values : undefined
}

function readResults(text: string | undefined): UnitFilter['results'] {
  return list(text)?.map((entry) => {
    const [indicator = '', results = ''] = entry.split(':')
    return { indicator, in: results.split(/[+ ]/) as Result[] }
  })
}

function readMovement(text: string | undefined): UnitFilter['movement'] {
  const [indicator, from, to, term] = text?.split(':') ?? []
  if (!indicator || !from || !to || !term) return undefined
  return { indicator, from, to, term: term as never }
}

function readReturnCell(text: string | undefined): UnitFilter['returnCell'] {
  const [table, row, column] = text?.split(':') ?? []
  return table && row ? { table, row, column: column || null } : undefined
}

function range(gte: number | undefined, lte: number | undefined): UnitFilter['employees'] {
  return gte === undefined && lte === undefined ? undefined : { gte: gte ?? null, lte: lte ?? null }
}

function number(text: string | undefined): number | undefined {
  return text && /^\d+$/.test(text) ? Number(text) : undefined
}

function assign<K extends keyof UnitFilter>(filter: UnitFilter, name: K, value: UnitFilter[K]): void {
  if (value !== undefined) filter[name] = value
}
