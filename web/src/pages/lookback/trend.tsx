import { here } from '../../base/address'
import { addMonths, isMonthEnd } from '../../base/dates'
import { useAsk } from '../../base/query'
import { useAsOf, useSession } from '../../base/session'
import { graphql } from '../../gen'
import { useWords } from '../../i18n'
import { Chart } from '../../parts/chart'
import { Answer, Nothing } from '../../parts/states'
import { seriesOption } from '../overview/series-option'
import type { RuleEntry } from './rule'
import { useScope } from './scope'
import { useLookBackWords } from './words'

const TrendDocument = graphql(`
  query Trend($subject: Subject!, $of: IndicatorKey!, $where: SubjectFilter, $periods: Periods!) {
    quality(subject: $subject, where: $where, groupBy: [PERIOD], periods: $periods) {
      rows { asOf period provisional share(of: $of) { status rate numerator denominator gap target definitionChanged definition { version } } }
    }
  }
`)

/** The share without a finding over 36 months; a month opens its day. */
export default function Trend({ rule }: { rule: RuleEntry }) {
  const word = useLookBackWords()
  const common = useWords()
  const asOf = useAsOf()
  const { today } = useSession().dataSet
  const to = (asOf === today || isMonthEnd(asOf) ? asOf : addMonths(asOf, -1)).slice(0, 7)
  const from = addMonths(`${to}-01`, -35).slice(0, 7)
  const asked = useAsk(TrendDocument, { subject: rule.subject, of: rule.key, where: useScope(rule.subject), periods: { from, to, grain: 'MONTH' as const } })
  return (
    <Answer of={asked} rows={8}>
      {({ quality }) => (quality?.rows.length ? <Chart label={word('trend')} option={seriesOption(quality.rows, common)} open={(index) => here({ asOf: quality.rows[index]?.asOf })} /> : <Nothing />)}
    </Answer>
  )
}
