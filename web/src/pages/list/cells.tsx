import { elsewhere } from '../../base/address'
import { useTerms } from '../../i18n'
import { Link } from '../../parts/link'

/** A unit by name and code; the name opens its page. */
export function UnitCell({ unit }: { unit: { creditCode: string; name: string } }) {
  return <><Link to={elsewhere(`/units/${unit.creditCode}`)} title={unit.name}>{unit.name}</Link><small>{unit.creditCode}</small></>
}

/** Domain and region, one above the other. */
export function PlaceCell({ unit }: { unit: { domain: string; region: { name: string } } }) {
  const term = useTerms()
  return <>{term('Domain', unit.domain)}<small>{unit.region.name}</small></>
}

/** An organisation by name; opens its page. */
export function OrganisationLink({ of }: { of: { code: string; name: string } }) {
  return <Link to={elsewhere('/organisation', { code: of.code })} title={of.name}>{of.name}</Link>
}
