import { createContext, useContext } from 'react'
import { graphql } from '../gen'
import type { SessionQuery } from '../gen/graphql'
import { useAddress } from './address'
import type { Day } from './dates'

/** What every page needs to know before it can ask: who is asking, of what data, by which catalogue. */
export const SessionDocument = graphql(`
  query Session {
    viewer { name role rights demo region { code name level } }
    dataSet { version changedAt today demo label secrecyLabel importRunning ruleSet unitCount }
    indicators { key title titleEnglish formula formulaEnglish regulation memberBased version { version validFrom } }
    regions { code name level }
  }
`)

/** An entry of the catalogue as the session knows it. */
export type CatalogueEntry = NonNullable<SessionQuery['indicators']>[number]

/** The session with its parts present. */
export interface Session {
  viewer: NonNullable<SessionQuery['viewer']>
  dataSet: NonNullable<SessionQuery['dataSet']>
  indicators: CatalogueEntry[]
  /** The one region that holds the whole scope; undefined where there are several. */
  top: { code: string; name: string } | undefined
}

export const SessionContext = createContext<Session | null>(null)

/** The session of the page; pages are drawn only once there is one. */
export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('There is no session: draw pages inside the gate.')
  return session
}

/** The day for which all pages ask: that of the address, else today in the deployment's zone. */
export function useAsOf(): Day {
  const { dataSet } = useSession()
  return useAddress().params.asOf ?? dataSet.today
}

/** The indicator that the page speaks of: that of the address if the catalogue has it, else TWO_COVERAGES, else the first. */
export function useIndicator(): CatalogueEntry {
  const { indicators } = useSession()
  const wanted = useAddress().params.indicator ?? 'TWO_COVERAGES'
  const found = indicators.find(({ key }) => key === wanted) ?? indicators[0]
  if (!found) throw new Error('The catalogue of indicators is empty.')
  return found
}
