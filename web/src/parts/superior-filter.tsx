import { Select } from 'antd'
import { useState } from 'react'
import { go, here, useAddress } from '../base/address'
import { list } from '../base/filter'
import { useAsk } from '../base/query'
import { useAsOf } from '../base/session'
import { graphql } from '../gen'
import { useWords } from '../i18n'

const SuperiorsDocument = graphql(`
  query Superiors($where: OrganisationFilter, $asOf: Date) {
    organisations(where: $where, asOf: $asOf, first: 50) { nodes { code name } }
  }
`)

/** Narrows the page to what is subordinate to some organisations, which are found by a part of their name. */
export function SuperiorFilter() {
  const word = useWords()
  const asOf = useAsOf()
  const chosen = list(useAddress().params.superiors) ?? []
  const [contains, search] = useState('')
  const found = useAsk(SuperiorsDocument, { where: contains ? { name: { contains } } : { kinds: ['COMMITTEE', 'WORKING_COMMITTEE'] }, asOf }).data
  const named = useAsk(SuperiorsDocument, { where: { codes: chosen }, asOf }, chosen.length > 0).data
  const names = new Map([...(named?.organisations?.nodes ?? []), ...(found?.organisations?.nodes ?? [])].map(({ code, name }) => [code, name]))
  return (
    <Select
      mode="multiple"
      aria-label={word('superior')}
      placeholder={word('superior')}
      value={chosen}
      options={[...names].map(([value, label]) => ({ value, label }))}
      onChange={(codes: string[]) => go(here({ superiors: codes.join(',') }))}
      showSearch={{ filterOption: false, onSearch: search }}
      maxTagCount="responsive"
      popupMatchSelectWidth={false}
    />
  )
}
