import { here } from '../../base/address'
import { ofRegion } from '../../base/filter'
import { count, percent } from '../../base/format'
import { useSelection } from '../../base/session'
import { useWords } from '../../i18n'
import type { Word } from '../../i18n/zh'
import { Figure, listBehind } from '../../parts/figures'
import { Link } from '../../parts/link'
import { Nothing } from '../../parts/states'
import { useRegionCode } from '../../parts/trail'
import { usePlanQuestion, type Plan } from './query'

type Row = Plan['regions'][number]

const columns: Word[] = ['region', 'before', 'after', 'gap', 'planClosed', 'planOpen']

/** The share of each sub-region before and after, and how many of its gaps would close. */
export function Regions({ of }: { of: Row[] }) {
  const word = useWords()
  if (!of.length) return <Nothing />
  return (
    <div className="scroll-x" tabIndex={0} role="region" aria-label={word('planRegions')}>
      <table className="numbers plan-regions">
        <thead><tr>{columns.map((column) => <th scope="col" key={column}>{word(column)}</th>)}<th scope="col" aria-hidden="true" /></tr></thead>
        <tbody>{of.map((row) => <RegionRow key={row.region.code} of={row} />)}</tbody>
      </table>
    </div>
  )
}

function RegionRow({ of }: { of: Row }) {
  const word = useWords()
  const { params } = useSelection()
  const { indicator } = usePlanQuestion()
  const { region, before, after } = of
  const direct = region.code === useRegionCode()
  const place = ofRegion(region.code, direct)
  return (
    <tr>
      <th scope="row"><Link to={here(place)}>{direct ? `${region.name} · ${word('ownRow')}` : region.name}</Link></th>
      <td>{percent(before.rate)}</td>
      <td><b>{percent(after.rate)}</b></td>
      <td><Figure value={before.gap} to={listBehind(indicator, ['UNMET'], { ...params, ...place })} /></td>
      <td>{count(before.gap - after.gap)}</td>
      <td>{count(after.gap)}</td>
      <td className="plan-bar" aria-hidden="true"><span className="bar-track"><em style={{ width: `${(after.rate ?? 0) * 100}%` }} /><span style={{ width: `${(before.rate ?? 0) * 100}%` }} /></span></td>
    </tr>
  )
}
