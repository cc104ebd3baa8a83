import { Select } from 'antd'
import { useState } from 'react'
import { go, here, useAddress } from '../../base/address'
import { ofSuperior } from '../../base/filter'
import { useAsk } from '../../base/query'
import { useAsOf } from '../../base/session'
import { graphql } from '../../gen'
import { useWords } from '../../i18n'
import { useRegionCode } from '../../parts/trail'

const DeclarersDocument = graphql(`
  query Declarers($where: OrganisationFilter, $asOf: Date) {
    organisations(where: $where, asOf: $asOf, first: 50) { nodes { code name } }
  }
`)

const ChosenDocument = graphql(`query Declarer($code: String!, $asOf: Date) { organisation(code: $code, asOf: $asOf) { code name } }`)

/** Chooses whose declared return is compared; the page is then about everything subordinate to that organisation. */
export function Declarer() {
  const word = useWords()
  const asOf = useAsOf()
  const region = useRegionCode()
  const { declaredBy } = useAddress().params
  const [contains, search] = useState('')
  const where = { kinds: ['COMMITTEE' as const, 'WORKING_COMMITTEE' as const], regions: region ? [region] : null, name: contains ? { contains } : null }
  const offered = useAsk(DeclarersDocument, { where, asOf }).data?.organisations?.nodes ?? []
  const chosen = useAsk(ChosenDocument, { code: declaredBy ?? '', asOf }, Boolean(declaredBy)).data?.organisation
  const shown = chosen && !offered.some(({ code }) => code === chosen.code) ? [chosen, ...offered] : offered
  return (
    <Select
      aria-label={word('declaredBy')}
      placeholder={word('declaredBy')}
      className="declarer no-print"
      value={declaredBy}
      options={shown.map(({ code, name }) => ({ value: code, label: name }))}
      onChange={(code: string | undefined) => go(here({ declaredBy: code, ...ofSuperior(code) }))}
      showSearch={{ filterOption: false, onSearch: search }}
      popupMatchSelectWidth={false}
      allowClear
    />
  )
}
