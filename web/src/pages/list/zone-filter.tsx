import { Select } from 'antd'
import { go, here, useAddress } from '../../base/address'
import { list } from '../../base/filter'
import { useAsk } from '../../base/query'
import { useAsOf } from '../../base/session'
import { graphql } from '../../gen'
import { useWords } from '../../i18n'
import { useRegionCode } from '../../parts/trail'

const ZonesDocument = graphql(`
  query Zones($where: ZoneFilter, $first: Int, $asOf: Date) { zones(where: $where, first: $first, asOf: $asOf) { totalCount nodes { code name } } }
`)

// A province has fewer; of more, those of the chosen region are offered once one goes down.
const most = 1000

/** Narrows to zones of the page's region, or to units outside every zone. */
export function ZoneFilter() {
  const word = useWords()
  const asOf = useAsOf()
  const region = useRegionCode()
  const { params } = useAddress()
  const { data } = useAsk(ZonesDocument, { where: region ? { regions: [region] } : null, first: most, asOf })
  const known = (data?.zones?.nodes ?? []).map(({ code, name }) => ({ value: code, label: name }))
  return (
    <Select
      mode="multiple"
      aria-label={word('zone')}
      placeholder={word('zone')}
      value={list(params.zones) ?? []}
      options={[...known, { value: 'NONE', label: word('outsideZones') }]}
      onChange={(chosen: string[]) => go(here({ zones: chosen.join(',') }))}
      showSearch={{ optionFilterProp: 'label' }}
      maxTagCount="responsive"
      popupMatchSelectWidth={false}
    />
  )
}
