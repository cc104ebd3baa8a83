import { useAddress } from '../../base/address'
import { list } from '../../base/filter'
import { useSession, type CatalogueEntry } from '../../base/session'

// Shown until the reader chooses others: the ones that the department is asked for most.
const usual = ['TWO_COVERAGES', 'ORGANISATION_COVERAGE', 'DUE_ESTABLISHMENT', 'WORK_COVERAGE', 'MEMBER_UNITS_COVERED', 'HUNDRED_WITH_ORGANISATION']

/** The indicators that have a card, in the order in which they were chosen. */
export function useCards(): CatalogueEntry[] {
  const { indicators } = useSession()
  const wanted = list(useAddress().params.cards) ?? usual
  const chosen = wanted.flatMap((wish) => indicators.filter(({ key }) => key === wish))
  return chosen.length ? chosen : indicators
}
