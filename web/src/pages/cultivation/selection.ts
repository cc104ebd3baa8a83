import { useAddress } from '../../base/address'
import { list } from '../../base/filter'
import { useSession } from '../../base/session'
import type { CandidateFilter } from '../../gen/graphql'
import { useRegionCode } from '../../parts/trail'

/** The regions that the page is about, as a filter of candidates. */
export function usePlace(): CandidateFilter {
  const { params } = useAddress()
  const top = useRegionCode()
  const regions = list(params.regions) ?? (top ? [top] : undefined)
  return regions ? { regions } : {}
}

/**
 * The candidates that the address asks for: pending ones, unless it names a stage in which they are done. Those without the right
 * to persons may choose by place alone.
 */
export function useCandidateFilter(): CandidateFilter {
  const { params } = useAddress()
  const place = usePlace()
  if (!useSession().viewer.rights.includes('READ_PERSONS')) return place
  return {
    ...place,
    ...(params.stage === 'COMPLETED' ? {} : { pending: true }),
    ...(params.overdue === 'yes' ? { overdue: true } : {}),
    ...(params.direction ? { directions: [params.direction as never] } : {}),
    ...(params.stage ? { stages: [params.stage as never] } : {}),
  }
}
