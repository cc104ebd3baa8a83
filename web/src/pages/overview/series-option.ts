import type { ChartOption } from '../../parts/chart'
import { percent } from '../../base/format'
import type { Word } from '../../i18n/zh'
import type { Point } from './series'

type Words = (word: Word) => string

/** How the series is drawn: rates in percent, the target as a dashed line, a hollow point where the month has not ended. */
export function seriesOption(points: Point[], word: Words): ChartOption {
  const target = points.at(-1)?.share?.target
  return {
    animation: false,
    aria: { enabled: true },
    grid: { left: 8, right: 16, top: 24, bottom: 8, containLabel: true },
    tooltip: { trigger: 'axis', valueFormatter: (value: unknown) => (typeof value === 'number' ? percent(value / 100) : percent(null)) },
    xAxis: { type: 'category', data: points.map((point) => point.period ?? ''), axisLabel: { color: '#4a4f57' } },
    yAxis: { type: 'value', scale: true, axisLabel: { formatter: '{value}%', color: '#4a4f57' } },
    series: [
      {
        type: 'line',
        name: word('rate'),
        color: '#a8151d',
        symbolSize: 7,
        data: points.map((point) => ({ value: point.share?.rate == null ? null : point.share.rate * 100, symbol: point.provisional ? 'emptyCircle' : 'circle' })),
        markLine: target == null ? undefined : { symbol: 'none', lineStyle: { type: 'dashed', color: '#7a5a00' }, label: { formatter: word('target'), position: 'insideEndTop' }, data: [{ yAxis: target * 100 }] },
        markPoint: { symbol: 'pin', symbolSize: 34, label: { formatter: '*' }, data: breaks(points) },
      },
    ],
  }
}

// Where the definition changed the line is not one series: a pin says so.
function breaks(points: Point[]) {
  return points.flatMap((point) => (point.share?.definitionChanged && point.share.rate != null ? [{ name: point.period ?? '', coord: [point.period ?? '', point.share.rate * 100] }] : []))
}
