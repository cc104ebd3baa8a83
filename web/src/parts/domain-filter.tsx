import { Select } from 'antd'
import { go, here, useAddress } from '../base/address'
import { list } from '../base/filter'
import { useTerms, useWords } from '../i18n'
import { values } from '../i18n/terms'

/** Narrows the page to some domains. */
export function DomainFilter() {
  const word = useWords()
  const term = useTerms()
  const { params } = useAddress()
  return (
    <Select
      mode="multiple"
      aria-label={word('domain')}
      placeholder={word('allDomains')}
      value={list(params.domains) ?? []}
      options={values('Domain').map((value) => ({ value, label: term('Domain', value) }))}
      onChange={(chosen: string[]) => go(here({ domains: chosen.join(',') }))}
      className="domain-filter"
      maxTagCount="responsive"
    />
  )
}
