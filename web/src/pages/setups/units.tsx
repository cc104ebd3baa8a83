import { elsewhere } from '../../base/address'
import { useAsk } from '../../base/query'
import { useAsOf, useSelection } from '../../base/session'
import { graphql } from '../../gen'
import { useTerms, useWords } from '../../i18n'
import { Figure } from '../../parts/figures'
import { Answer } from '../../parts/states'

const SetUpRowsDocument = graphql(`
  query SetUpRows($where: UnitFilter, $asOf: Date) {
    coverage(where: $where, groupBy: [SET_UP], asOf: $asOf) { rows { setUp units } }
  }
`)

/** Operating units by their strongest set-up; each number opens its list. */
export function UnitsBySetUp() {
  const word = useWords()
  const term = useTerms()
  const asOf = useAsOf()
  const { where, params } = useSelection()
  const asked = useAsk(SetUpRowsDocument, { where: { ...where, operations: ['OPERATING'] }, asOf })
  const list = (setUp: string) => elsewhere('/units', { ...params, operations: 'OPERATING', setUps: setUp })
  return (
    <section aria-label={word('unitsBySetUp')}>
      <h2 className="small-head">{word('unitsBySetUp')}</h2>
      <Answer of={asked} rows={1}>
        {({ coverage }) => (
          <ul className="totals">
            {coverage?.rows.map(({ setUp, units }) => <li key={setUp}>{term('SetUp', setUp)} <Figure value={units} to={list(setUp ?? 'NONE')} label={term('SetUp', setUp)} /></li>)}
          </ul>
        )}
      </Answer>
    </section>
  )
}
