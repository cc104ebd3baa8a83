import { here } from '../../base/address'
import { addMonths, isMonthEnd } from '../../base/dates'
import { percent } from '../../base/format'
import { useAsk } from '../../base/query'
import { useAsOf, useIndicator, useSelection, useSession } from '../../base/session'
import { graphql } from '../../gen'
import type { SeriesQuery } from '../../gen/graphql'
import { useWords } from '../../i18n'
import { Chart } from '../../parts/chart'
import { Figure, listBehind } from '../../parts/figures'
import { Link } from '../../parts/link'
import { Answer, Nothing } from '../../parts/states'
import { seriesOption } from './series-option'

const SeriesDocument = graphql(`
  query Series($of: IndicatorKey!, $where: UnitFilter, $periods: Periods!) {
    coverage(where: $where, groupBy: [PERIOD], periods: $periods) {
      rows { asOf period provisional share(of: $of) { status rate numerator denominator gap target definitionChanged definition { version } } }
    }
  }
`)

/** One month of the series. */
export type Point = NonNullable<SeriesQuery['coverage']>['rows'][number]

/** The chosen indicator over 36 months, as a line and as a table whose figures open their lists. */
export default function Series() {
  const asOf = useAsOf()
  const { today } = useSession().dataSet
  const { key } = useIndicator()
  const { where } = useSelection()
  // A month that ends after the asked day would tell of days the reader did not ask for.
  const to = (asOf === today || isMonthEnd(asOf) ? asOf : addMonths(asOf, -1)).slice(0, 7)
  const from = addMonths(`${to}-01`, -35).slice(0, 7)
  const asked = useAsk(SeriesDocument, { of: key, where, periods: { from, to, grain: 'MONTH' as const } })
  return <Answer of={asked} rows={8}>{({ coverage }) => (coverage?.rows.length ? <Both points={coverage.rows} /> : <Nothing />)}</Answer>
}

function Both({ points }: { points: Point[] }) {
  const word = useWords()
  const go = points.map((point) => here({ asOf: point.asOf }))
  return (
    <>
      <Chart label={word('series')} option={seriesOption(points, word)} open={(index) => go[index]} />
      <details className="series-table">
        <summary>{word('seriesTable')}</summary>
        <table>
          <thead><tr>{(['period', 'rate', 'numerator', 'denominator', 'gap', 'version'] as const).map((column) => <th scope="col" key={column}>{word(column)}</th>)}</tr></thead>
          <tbody>{[...points].reverse().map((point) => <Month key={point.period} point={point} />)}</tbody>
        </table>
      </details>
    </>
  )
}

function Month({ point }: { point: Point }) {
  const word = useWords()
  const { key } = useIndicator()
  const { params } = useSelection()
  const list = (results: Parameters<typeof listBehind>[1]) => listBehind(key, results, { ...params, asOf: point.asOf })
  const { share } = point
  return (
    <tr>
      <th scope="row"><Link to={here({ asOf: point.asOf })}>{point.period}</Link>{point.provisional && <abbr title={word('provisional')}> *</abbr>}</th>
      <td>{percent(share?.rate)}</td>
      <td><Figure value={share?.numerator} to={list(['MET'])} /></td>
      <td><Figure value={share?.denominator} to={list(['MET', 'UNMET'])} /></td>
      <td><Figure value={share?.gap} to={list(['UNMET'])} /></td>
      <td>{share?.definition.version}{share?.definitionChanged && <abbr title={word('definitionChanged')}> *</abbr>}</td>
    </tr>
  )
}
