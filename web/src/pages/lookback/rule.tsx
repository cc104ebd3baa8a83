import { Segmented } from 'antd'
import { lazy, Suspense } from 'react'
import { go, here, useAddress } from '../../base/address'
import { useAsk } from '../../base/query'
import { graphql } from '../../gen'
import type { RuleQuery, Subject } from '../../gen/graphql'
import { useChoice } from '../../i18n'
import { Link } from '../../parts/link'
import { Panel } from '../../parts/panel'
import { Answer, Nothing, Waiting } from '../../parts/states'
import { SubjectFilters } from './filters'
import { Findings } from './findings'
import { FindingsByRegion } from './by-region'
import { filtersOf } from './scope'
import { useLookBackWords, type LookBackWord } from './words'

const Trend = lazy(() => import('./trend'))

const RuleDocument = graphql(`query Rule($key: IndicatorKey!) { indicator(key: $key) { key title titleEnglish subject formula formulaEnglish regulation } }`)

const windows: [value: string, label: LookBackWord][] = [['', 'now'], ['30', 'due30'], ['90', 'due90'], ['365', 'due365']]

/** One rule: what it says, its share over time and by region, and what it finds now or will find soon. */
export function Rule({ of: key }: { of: string }) {
  const word = useLookBackWords()
  const choose = useChoice()
  const { params } = useAddress()
  const asked = useAsk(RuleDocument, { key })
  return (
    <Answer of={asked} rows={12}>
      {({ indicator: rule }) => !rule ? <Nothing /> : (
        <>
          <Link to={here({ rule: undefined, due: undefined, subject: filtersOf(rule.subject).some((name) => params[name]) ? rule.subject : params.subject })} className="back">{word('back')}</Link>
          <Panel title={choose(rule.title, rule.titleEnglish)}>
            <p className="rule-text">{choose(rule.formula, rule.formulaEnglish)} <small>{rule.regulation}</small></p>
          </Panel>
          <div className="controls">
            <Segmented
              aria-label={word('window')} value={params.due ?? ''} options={windows.map(([value, label]) => ({ value, label: word(label) }))}
              onChange={(due) => go(here({ due: due || undefined }))}
            />
          </div>
          <SubjectFilters of={rule.subject} />
          <Findings rule={rule} />
          <div className="pair-of-panels">
            <Panel title={word('trend')}><Suspense fallback={<Waiting rows={8} />}><Trend rule={rule} /></Suspense></Panel>
            <Panel title={word('byRegion')}><FindingsByRegion rule={rule} /></Panel>
          </div>
        </>
      )}
    </Answer>
  )
}

/** A rule as this page asks for it. */
export type RuleEntry = NonNullable<RuleQuery['indicator']> & { subject: Subject }
