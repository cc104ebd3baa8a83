import { Segmented } from 'antd'
import { go, here, useAddress, type Address } from '../../base/address'
import { count, percent } from '../../base/format'
import { list, ofRegion, ofSuperior, readFilter, filterParams, isDirect } from '../../base/filter'
import { useAsk } from '../../base/query'
import { useAsOf, useIndicator } from '../../base/session'
import { graphql } from '../../gen'
import type { DrillQuery } from '../../gen/graphql'
import { useWords } from '../../i18n'
import { Link } from '../../parts/link'
import { Answer, Nothing } from '../../parts/states'
import { RegionTrail, SuperiorTrail, useRegionCode } from '../../parts/trail'

const DrillDocument = graphql(`
  query Drill($of: IndicatorKey!, $where: UnitFilter, $asOf: Date, $groupBy: [Dimension!]!) {
    coverage(where: $where, asOf: $asOf, groupBy: $groupBy, orderBy: [{ measure: GAP, of: $of, direction: DESC }]) {
      rows { regionCode regionName superiorCode superiorName share(of: $of) { status gap rate } }
    }
  }
`)

type Row = NonNullable<DrillQuery['coverage']>['rows'][number]

/** Goes down one of the two trees by where the gaps are: the children of the chosen node, most gaps first. */
export function Drill() {
  const word = useWords()
  const { params } = useAddress()
  const by = params.by === 'subordination' ? 'subordination' : 'region'
  const superior = list(params.superiors)?.[0]
  return (
    <section className="drill" aria-label={word('drillBy')}>
      <Segmented
        aria-label={word('drillBy')}
        value={by}
        options={[{ value: 'region', label: word('byRegion') }, { value: 'subordination', label: word('bySubordination') }]}
        onChange={(value) => go(here({ by: value === 'region' ? undefined : value }))}
        block
      />
      {by === 'region' ? <RegionTrail /> : superior && <SuperiorTrail code={superior} />}
      <Children by={by} />
    </section>
  )
}

function Children({ by }: { by: 'region' | 'subordination' }) {
  const asOf = useAsOf()
  const { params } = useAddress()
  const { key } = useIndicator()
  const region = useRegionCode()
  // The tree shows all that stands below the node, even while the list is of what stands directly on it.
  const tree = by === 'region' ? ofRegion(params.regions ?? region) : { ...ofSuperior(params.superiors), regions: params.regions }
  const where = readFilter(filterParams({ ...params, ...tree }))
  const asked = useAsk(DrillDocument, { of: key, where, asOf, groupBy: by === 'region' ? ['REGION'] : ['SUBORDINATION'] })
  return <Answer of={asked} rows={8}>{({ coverage }) => <Rows rows={coverage?.rows ?? []} by={by} own={by === 'region' ? region : list(params.superiors)?.[0]} />}</Answer>
}

function Rows({ rows, by, own }: { rows: Row[]; by: 'region' | 'subordination'; own: string | undefined }) {
  const word = useWords()
  const direct = isDirect(by === 'region' ? 'REGION' : 'SUBORDINATION', useAddress().params)
  const place = by === 'region' ? ofRegion : ofSuperior
  if (!rows.length) return <Nothing />
  return (
    <ul>
      {rows.map((row) => {
        const code = (by === 'region' ? row.regionCode : row.superiorCode) ?? 'NONE'
        const name = (by === 'region' ? row.regionName : row.superiorName) || word('none')
        const isOwn = code === own
        return <Entry key={code} row={row} name={isOwn ? `${name} · ${word('ownRow')}` : name} to={here(place(code, isOwn))} current={isOwn && direct} />
      })}
    </ul>
  )
}

function Entry({ row, name, to, current }: { row: Row; name: string; to: Address; current: boolean }) {
  return (
    <li>
      {current ? <span aria-current="location">{name}</span> : <Link to={to}>{name}</Link>}
      <span><b>{count(row.share?.gap)}</b> <small>{percent(row.share?.rate)}</small></span>
    </li>
  )
}
