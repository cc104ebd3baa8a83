import { useAddress } from '../../base/address'
import type { CatalogueEntry } from '../../base/scope'
import { useSession } from '../../base/session'
import { cardsOf } from './questions'

/** The indicators that have a card, in the order in which they were chosen. */
export function useCards(): CatalogueEntry[] {
  return cardsOf(useSession(), useAddress().params)
}
