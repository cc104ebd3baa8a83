import { here } from '../../base/address'
import { useAsk } from '../../base/query'
import { useAsOf, useIndicator, useSelection } from '../../base/session'
import { graphql } from '../../gen'
import { useTerms, useWords } from '../../i18n'
import { Answer } from '../../parts/states'
import { Breakdown } from './breakdown'

const DomainRowsDocument = graphql(`
  query DomainRows($of: IndicatorKey!, $where: UnitFilter, $asOf: Date) {
    coverage(where: $where, groupBy: [DOMAIN], asOf: $asOf) {
      rows { domain share(of: $of) { ...ShareParts } }
    }
  }
`)

/** The chosen indicator by domain. */
export function Domains() {
  const word = useWords()
  const term = useTerms()
  const asOf = useAsOf()
  const { key } = useIndicator()
  const { where, params } = useSelection()
  const asked = useAsk(DomainRowsDocument, { of: key, where, asOf })
  return (
    <Answer of={asked} rows={5}>
      {({ coverage }) => (
        <Breakdown
          title={word('domain')}
          indicator={key}
          groups={(coverage?.rows ?? []).map(({ domain, share }) => ({
            key: domain ?? '',
            name: term('Domain', domain),
            to: here({ domains: domain ?? undefined }),
            filter: { ...params, domains: domain ?? undefined },
            share,
          }))}
        />
      )}
    </Answer>
  )
}
