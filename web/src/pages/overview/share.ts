import { filterParams, readFilter } from '../../base/filter'
import { useAddress, type Params } from '../../base/address'
import { graphql } from '../../gen'
import type { UnitFilter } from '../../gen/graphql'
import { useRegionCode } from '../../parts/trail'

/** What the pages show of a share; every place that shows one asks for the same. */
export const ShareParts = graphql(`
  fragment ShareParts on Share {
    status numerator denominator gap unknown notApplicable exempt rate provisional target shortfall
    definition { version validFrom } definitionChanged
  }
`)

/** The selection of the address with the page's region: as the filter of a question, and as params for links to the lists. */
export function useSelection(): { where: UnitFilter | undefined; params: Params } {
  const { params } = useAddress()
  const region = useRegionCode()
  const selected = filterParams({ ...params, regions: params.regions ?? region })
  return { where: readFilter(selected), params: selected }
}
