import { list } from '../../base/filter'
import { useAddress } from '../../base/address'
import type { SubjectFilter } from '../../gen/graphql'
import { useRegionCode } from '../../parts/trail'

/** The regions of the address as a filter of subjects; undefined is the whole scope. */
export function useScope(): SubjectFilter | undefined {
  const { params } = useAddress()
  const top = useRegionCode()
  const regions = list(params.regions) ?? (top ? [top] : undefined)
  return regions && { regions }
}
