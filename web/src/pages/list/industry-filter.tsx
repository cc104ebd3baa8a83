import { Select } from 'antd'
import { go, here, useAddress } from '../../base/address'
import { list } from '../../base/filter'
import { useAsk } from '../../base/query'
import { graphql } from '../../gen'
import { useChoice, useTerms, useWords } from '../../i18n'
import { sectionOf } from '../../i18n/told'

const IndustriesDocument = graphql(`query Industries { industries { code name } }`)

/** Narrows to sections of GB/T 4754-2017. */
export function IndustryFilter() {
  const word = useWords()
  const term = useTerms()
  const choose = useChoice()
  const { params } = useAddress()
  const { data } = useAsk(IndustriesDocument, {})
  const known = (data?.industries ?? []).map(({ code, name }) => ({ value: code, label: `${code} ${choose(name, sectionOf(code))}` }))
  return (
    <Select
      mode="multiple"
      aria-label={word('industry')}
      placeholder={word('industry')}
      value={list(params.industries) ?? []}
      options={[...known, { value: 'UNKNOWN', label: term('Size', 'UNKNOWN') }]}
      onChange={(chosen: string[]) => go(here({ industries: chosen.join(',') }))}
      optionFilterProp="label"
      maxTagCount="responsive"
      popupMatchSelectWidth={false}
    />
  )
}
