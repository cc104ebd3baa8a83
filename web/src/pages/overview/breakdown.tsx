import { here, useAddress, type Address, type Params } from '../../base/address'
import { percent } from '../../base/format'
import type { SharePartsFragment } from '../../gen/graphql'
import { useWords } from '../../i18n'
import type { Word } from '../../i18n/zh'
import { Figure, listBehind } from '../../parts/figures'
import { Link } from '../../parts/link'
import { Nothing } from '../../parts/states'

/** A group of a breakdown: its share, where its name leads, and the filter that holds exactly its units (undefined: there is none). */
export interface Group {
  key: string
  name: string
  note?: string
  to?: Address
  filter?: Params
  share: SharePartsFragment | null | undefined
}

const measures = ['rate', 'numerator', 'denominator', 'gap'] as const
type Sort = 'name' | (typeof measures)[number]

interface Props {
  title: string
  groups: Group[]
  indicator: string
  sortable?: string
}

/** Groups as bars in a table: a bar is read at a glance, and every figure beside it opens its list. */
export function Breakdown({ title, groups, indicator, sortable }: Props) {
  const word = useWords()
  const { params } = useAddress()
  const [by, falling] = readSort(sortable && params[sortable])
  const rows = sortable ? sorted(groups, by, falling) : groups
  if (!groups.length) return <Nothing />
  return (
    <div className="scroll-x" tabIndex={0} role="region" aria-label={title}>
      <table className="breakdown">
        <thead>
          <tr>
            <Heading column="name" label={title} sort={by} falling={falling} param={sortable} />
            {measures.map((column) => <Heading key={column} column={column} label={word(column as Word)} sort={by} falling={falling} param={sortable} />)}
          </tr>
        </thead>
        <tbody>{rows.map((group) => <Row key={group.key} group={group} indicator={indicator} />)}</tbody>
      </table>
    </div>
  )
}

function Row({ group, indicator }: { group: Group; indicator: string }) {
  const word = useWords()
  const { share, filter } = group
  const list = (results: Parameters<typeof listBehind>[1]) => filter && listBehind(indicator, results, filter)
  const hidden = share && share.status !== 'OK' && share.status !== 'ZERO_DENOMINATOR'
  return (
    <tr>
      <th scope="row" title={group.note}>{group.to ? <Link to={group.to}>{group.name}</Link> : group.name}</th>
      <td className="bar-cell">
        <span className="bar-figure">{hidden ? word(share.status as 'SUPPRESSED' | 'FORBIDDEN') : percent(share?.rate)}</span>
        <span className="bar-track" aria-hidden="true"><span style={{ width: `${(share?.rate ?? 0) * 100}%` }} />{share?.target != null && <i style={{ left: `${share.target * 100}%` }} />}</span>
      </td>
      <td><Figure value={share?.numerator} to={list(['MET'])} /></td>
      <td><Figure value={share?.denominator} to={list(['MET', 'UNMET'])} /></td>
      <td><Figure value={share?.gap} to={list(['UNMET'])} /></td>
    </tr>
  )
}

interface HeadingProps {
  column: Sort
  label: string
  sort: Sort
  falling: boolean
  param?: string
}

function Heading({ column, label, sort, falling, param }: HeadingProps) {
  const word = useWords()
  if (!param) return <th scope="col">{label}</th>
  const chosen = sort === column
  const next = `${column}:${chosen && !falling ? 'desc' : 'asc'}`
  return (
    <th scope="col" aria-sort={chosen ? (falling ? 'descending' : 'ascending') : 'none'}>
      <Link to={here({ [param]: next })} title={word('sortBy', { c: label })}>{label}{chosen && <span aria-hidden="true">{falling ? ' ▼' : ' ▲'}</span>}</Link>
    </th>
  )
}

// The worst first, unless the address says otherwise: that is what one looks for.
function readSort(text: string | undefined): [Sort, boolean] {
  const [by, direction] = (text || 'rate:asc').split(':')
  return [by as Sort, direction === 'desc']
}

function sorted(groups: Group[], by: Sort, falling: boolean): Group[] {
  const compare = (a: Group, b: Group) => (by === 'name' ? a.key.localeCompare(b.key) : (a.share?.[by] ?? -1) - (b.share?.[by] ?? -1))
  return [...groups].sort((a, b) => (falling ? compare(b, a) : compare(a, b)))
}
