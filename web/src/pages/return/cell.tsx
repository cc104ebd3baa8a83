import { elsewhere, type Address, type Params } from '../../base/address'
import { count } from '../../base/format'
import { useWords } from '../../i18n'
import { Figure } from '../../parts/figures'

/** The units that a cell of the return counts, as a list. */
export function unitsOf(table: string, row: string, column: string, params: Params): Address {
  return elsewhere('/units', { ...params, returnCell: `${table}:${row}:${column}` })
}

/** Units of a cell, which open, and under them the organisations that cover them. */
export function Cell({ of, to }: { of: { units: number; organisations?: number | null } | undefined; to: Address }) {
  const word = useWords()
  if (!of?.units) return <span className="faint">0</span>
  return <><Figure value={of.units} to={to} />{of.organisations != null && <small title={word('organisationsHeading', { n: count(of.organisations) })}>{count(of.organisations)}</small>}</>
}
