import { graphql } from '../gen'
import type { SessionQuery, UnitFilter } from '../gen/graphql'
import type { Params } from './address'
import type { Day } from './dates'
import { filterParams, list, readFilter } from './filter'

/** What every page needs to know before it can ask: who is asking, of what data, by which catalogue. */
export const SessionDocument = graphql(`
  query Session {
    viewer { name role rights demo region { code name level } }
    dataSet { version changedAt today demo label secrecyLabel importRunning ruleSet unitCount }
    indicators { key title titleEnglish formula formulaEnglish regulation memberBased version { version validFrom } }
    regions { code name level }
  }
`)

/** The way from the top of the scope to a region, and what lies below it. */
export const RegionPathDocument = graphql(`
  query RegionPath($code: RegionCode!, $asOf: Date) {
    region(code: $code, asOf: $asOf) { code name path { code name } children { code name } }
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

/** The session that an answer holds; undefined where a part of it is missing. */
export function sessionOf({ viewer, dataSet, indicators, regions }: SessionQuery): Session | undefined {
  if (!viewer || !dataSet || !indicators) return undefined
  return { viewer, dataSet, indicators, top: regions?.length === 1 ? regions[0] : viewer.region ?? undefined }
}

/** The day for which a page asks: that of the address, else today in the deployment's zone. */
export function dayOf({ dataSet }: Session, { asOf }: Params): Day {
  return asOf ?? dataSet.today
}

/** The indicator that a page speaks of: that of the address if the catalogue has it, else TWO_COVERAGES, else the first. */
export function indicatorOf({ indicators }: Session, { indicator = 'TWO_COVERAGES' }: Params): CatalogueEntry {
  const found = indicators.find(({ key }) => key === indicator) ?? indicators[0]
  if (!found) throw new Error('The catalogue of indicators is empty.')
  return found
}

/** The region that a page is about: the one of the address, else the top of the scope; undefined where the address names several. */
export function regionOf({ top }: Session, { regions }: Params): string | undefined {
  const chosen = list(regions)
  return chosen ? (chosen.length === 1 ? chosen[0] : undefined) : top?.code
}

/** What an address selects. */
export interface Selection {
  /** As the filter of a question; undefined selects everything. */
  where: UnitFilter | undefined
  /** As params for links to the lists. */
  params: Params
}

/** The selection of an address with the page's region. */
export function selectionOf(session: Session, params: Params): Selection {
  const selected = filterParams({ ...params, regions: params.regions ?? regionOf(session, params) })
  return { where: readFilter(selected), params: selected }
}
