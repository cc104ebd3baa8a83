import { elsewhere, type Address, type Params } from '../base/address'
import { count } from '../base/format'
import { resultsText } from '../base/filter'
import type { Result } from '../gen/graphql'
import { Link } from './link'

/** The list behind a figure of an indicator: gaps open with their reasons, every other result as units. */
export function listBehind(indicator: string, results: Result[], filter: Params): Address {
  if (results.length === 1 && results[0] === 'UNMET') return elsewhere('/gaps', { ...filter, indicator })
  const more = filter.results ? `${filter.results},` : ''
  return elsewhere('/units', { ...filter, results: more + resultsText(indicator, results) })
}

interface Props {
  value: number | null | undefined
  to?: Address
  label?: string
}

/** A number that opens what it counts; plain text where there is nothing to open. */
export function Figure({ value, to, label }: Props) {
  if (value == null || !to) return <span className="figure">{count(value)}</span>
  return <Link to={to} className="figure" label={label && `${label} ${count(value)}`}>{count(value)}</Link>
}
