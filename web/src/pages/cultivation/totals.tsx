import { here } from '../../base/address'
import { useAsk } from '../../base/query'
import { useAsOf, useSession } from '../../base/session'
import { graphql } from '../../gen'
import { useWords } from '../../i18n'
import { Figure } from '../../parts/figures'
import { Answer } from '../../parts/states'
import { usePlace } from './selection'

const TotalsDocument = graphql(`
  query CultivationTotals($pending: CandidateFilter, $overdue: CandidateFilter, $persons: Boolean!, $asOf: Date) {
    pending: candidates(where: $pending, first: 1, asOf: $asOf) { totalCount }
    overdue: candidates(where: $overdue, first: 1, asOf: $asOf) @include(if: $persons) { totalCount }
  }
`)

/** How many are pending and, for those with the right to persons, for how many a duty is past its day. */
export function Totals() {
  const word = useWords()
  const asOf = useAsOf()
  const place = usePlace()
  const persons = useSession().viewer.rights.includes('READ_PERSONS')
  const asked = useAsk(TotalsDocument, { pending: persons ? { ...place, pending: true } : place, overdue: { ...place, pending: true, overdue: true }, persons, asOf })
  const all = { stage: undefined, direction: undefined }
  return (
    <Answer of={asked} rows={1}>
      {({ pending, overdue }) => (
        <ul className="totals">
          <li>{word(persons ? 'pending' : 'candidates')} <Figure value={pending?.totalCount} to={persons ? here({ ...all, overdue: undefined }) : undefined} label={word('pending')} /></li>
          {persons && <li>{word('overdue')} <Figure value={overdue?.totalCount} to={here({ ...all, overdue: 'yes' })} label={word('overdue')} /></li>}
        </ul>
      )}
    </Answer>
  )
}
