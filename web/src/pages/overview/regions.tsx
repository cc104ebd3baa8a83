import { here, type Params } from '../../base/address'
import { ofRegion } from '../../base/filter'
import { useAsk } from '../../base/query'
import { useAsOf, useIndicator, useSelection } from '../../base/session'
import { useWords } from '../../i18n'
import { useRegionCode } from '../../parts/trail'
import { Answer } from '../../parts/states'
import { Breakdown, type Group } from './breakdown'
import { RegionRowsDocument } from './questions'

/** The chosen indicator by sub-region; a name goes down, a figure opens its list. */
export function Regions() {
  const word = useWords()
  const asOf = useAsOf()
  const { key } = useIndicator()
  const code = useRegionCode()
  const { where, params } = useSelection()
  const asked = useAsk(RegionRowsDocument, { of: key, where, asOf })
  return (
    <Answer of={asked} rows={10}>
      {({ coverage }) => (
        <Breakdown title={word('region')} indicator={key} sortable="sort" groups={(coverage?.rows ?? []).map((row) => group(row, code, params, word('ownRow'), word('ownRowNote')))} />
      )}
    </Answer>
  )
}

interface Row {
  regionCode?: string | null
  regionName?: string | null
  share?: Group['share']
}

// Units that sit directly on the region have a row of their own, which opens them alone.
function group(row: Row, region: string | undefined, params: Params, own: string, note: string): Group {
  const code = row.regionCode ?? ''
  const name = row.regionName ?? code
  const direct = code === region
  const place = ofRegion(code, direct)
  return { key: code, name: direct ? `${name} · ${own}` : name, note: direct ? note : undefined, to: here(place), filter: { ...params, ...place }, share: row.share }
}
