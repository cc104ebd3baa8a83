import { Select } from 'antd'
import { go, here, useAddress } from '../base/address'
import { list } from '../base/filter'
import { useTerms } from '../i18n'
import { values, type EnumName } from '../i18n/terms'

interface Props {
  /** The filter's name in the address. */
  name: string
  of: EnumName
  label: string
  /** The values that are offered; without it all. */
  offered?: string[]
}

/** Narrows the page to some values of an enum. */
export function EnumFilter({ name, of, label, offered = values(of) }: Props) {
  const term = useTerms()
  const { params } = useAddress()
  return (
    <Select
      mode="multiple"
      aria-label={label}
      placeholder={label}
      value={list(params[name]) ?? []}
      options={offered.map((value) => ({ value, label: term(of, value) }))}
      onChange={(chosen: string[]) => go(here({ [name]: chosen.join(',') }))}
      optionFilterProp="label"
      maxTagCount="responsive"
      popupMatchSelectWidth={false}
    />
  )
}
