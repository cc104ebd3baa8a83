import { ofRegion } from '../../base/filter'
import { count, percent } from '../../base/format'
import { useAsk } from '../../base/query'
import { useAsOf, useIndicator, useSelection } from '../../base/session'
import { graphql } from '../../gen'
import type { HeatQuery } from '../../gen/graphql'
import { useTerms, useWords } from '../../i18n'
import { values } from '../../i18n/terms'
import { listBehind } from '../../parts/figures'
import { Link } from '../../parts/link'
import { Answer, Nothing } from '../../parts/states'
import { useRegionCode } from '../../parts/trail'

const HeatDocument = graphql(`
  query Heat($of: IndicatorKey!, $where: UnitFilter, $asOf: Date) {
    coverage(where: $where, groupBy: [REGION, DOMAIN], asOf: $asOf) {
      rows { regionCode regionName domain share(of: $of) { status rate numerator denominator gap } }
    }
  }
`)

type Row = NonNullable<HeatQuery['coverage']>['rows'][number]

/** Region × domain as a table with coloured cells: read by eye, by keyboard and by screen readers, and each cell opens its gaps. */
export function Heat() {
  const asOf = useAsOf()
  const { key } = useIndicator()
  const { where } = useSelection()
  const asked = useAsk(HeatDocument, { of: key, where, asOf })
  return <Answer of={asked} rows={8}>{({ coverage }) => (coverage?.rows.length ? <Table rows={coverage.rows} /> : <Nothing />)}</Answer>
}

function Table({ rows }: { rows: Row[] }) {
  const word = useWords()
  const term = useTerms()
  const own = useRegionCode()
  const domains = values('Domain').filter((domain) => rows.some((row) => row.domain === domain))
  const regions = [...new Map(rows.map((row) => [row.regionCode ?? '', row.regionName ?? '']))]
  const cells = new Map(rows.map((row) => [`${row.regionCode} ${row.domain}`, row]))
  return (
    <div className="scroll-x" tabIndex={0} role="region" aria-label={word('heat')}>
      <table className="heat">
        <thead><tr><th scope="col">{word('region')}</th>{domains.map((domain) => <th scope="col" key={domain}>{term('Domain', domain)}</th>)}</tr></thead>
        <tbody>
          {regions.map(([code, name]) => (
            <tr key={code}><th scope="row">{code === own ? `${name} · ${word('ownRow')}` : name}</th>{domains.map((domain) => <Cell key={domain} row={cells.get(`${code} ${domain}`)} />)}</tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Cell({ row }: { row: Row | undefined }) {
  const word = useWords()
  const { key } = useIndicator()
  const own = useRegionCode()
  const { params } = useSelection()
  const share = row?.share
  if (!row || !share || share.rate == null) return <td className="heat-empty">{percent(null)}</td>
  const title = `${count(share.numerator)} / ${count(share.denominator)}${word('parter')}${word('gap')} ${count(share.gap)}`
  const text = percent(share.rate)
  const place = ofRegion(row.regionCode ?? undefined, row.regionCode === own)
  const to = listBehind(key, ['UNMET'], { ...params, ...place, domains: row.domain ?? undefined })
  return <td style={shade(share.rate)} title={title}><Link to={to} title={title}>{text}</Link></td>
}

// One hue from pale to deep: the deeper, the better covered; the text is black or white, whichever stands out more.
function shade(rate: number): React.CSSProperties {
  const mixed = pale.map((from, index) => Math.round(from + ((deep[index] ?? 0) - from) * rate ** 2))
  return { background: `rgb(${mixed.join(' ')})`, color: luminance(mixed) > 0.179 ? '#000' : '#fff' }
}

const pale = [240, 247, 251]
const deep = [24, 84, 120]

// Relative luminance as WCAG defines it; at 0.179 black and white stand out alike.
function luminance(colour: number[]): number {
  const [red = 0, green = 0, blue = 0] = colour.map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
