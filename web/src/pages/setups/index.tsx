import { Segmented } from 'antd'
import { go, here, useAddress } from '../../base/address'
import type { SetUp } from '../../gen/graphql'
import { useTerms, useWords } from '../../i18n'
import { values } from '../../i18n/terms'
import { RegionTrail } from '../../parts/trail'
import { ConditionFilter } from './condition-filter'
import { OrganisationList } from './list'
import { UnitsBySetUp } from './units'

/** How units are covered: units by their strongest set-up, and the organisations of the chosen one. */
export default function SetUps() {
  const word = useWords()
  const term = useTerms()
  const setUp = useSetUp()
  const offered = values('SetUp').filter((value) => value !== 'NONE')
  return (
    <>
      <div className="list-head"><h1>{word('setUps')}</h1><div className="list-controls"><RegionTrail /></div></div>
      <UnitsBySetUp />
      <div className="controls">
        <Segmented
          aria-label={word('setUps')}
          value={setUp}
          options={offered.map((value) => ({ value, label: term('SetUp', value) }))}
          onChange={(value) => go(here({ setUp: value }))}
        />
        {setUp !== 'STANDALONE' && <ConditionFilter />}
      </div>
      <OrganisationList setUp={setUp} />
    </>
  )
}

function useSetUp(): SetUp {
  const chosen = useAddress().params.setUp
  return (values('SetUp') as string[]).includes(chosen ?? '') ? (chosen as SetUp) : 'COMBINED'
}
