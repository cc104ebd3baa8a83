import { createContext, useContext } from 'react'
import { useAddress } from './address'
import type { Day } from './dates'
import { dayOf, indicatorOf, selectionOf, type CatalogueEntry, type Selection, type Session } from './scope'

export const SessionContext = createContext<Session | null>(null)

/** The session of the page; pages are drawn only once there is one. */
export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('There is no session: draw pages inside the gate.')
  return session
}

/** The day for which all pages ask. */
export function useAsOf(): Day {
  return dayOf(useSession(), useAddress().params)
}

/** The indicator that the page speaks of. */
export function useIndicator(): CatalogueEntry {
  return indicatorOf(useSession(), useAddress().params)
}

/** What the address selects. */
export function useSelection(): Selection {
  return selectionOf(useSession(), useAddress().params)
}
