import { Segmented } from 'antd'
import { lazy, Suspense } from 'react'
import { elsewhere, go, here, useAddress } from '../../base/address'
import { ofRegion } from '../../base/filter'
import { percent, count } from '../../base/format'
import { useAsk } from '../../base/query'
import { useAsOf } from '../../base/session'
import { graphql } from '../../gen'
import type { RuleQuery, Subject } from '../../gen/graphql'
import { useChoice } from '../../i18n'
import { Link } from '../../parts/link'
import { Panel } from '../../parts/panel'
import { Answer, Nothing, Waiting } from '../../parts/states'
import { Findings } from './findings'
import { useScope } from './scope'
import { useLookBackWords, type LookBackWord } from './words'

const Trend = lazy(() => import('./trend'))

const RuleDocument = graphql(`query Rule($key: IndicatorKey!) { indicator(key: $key) { key title titleEnglish subject formula formulaEnglish regulation } }`)

const RuleRegionsDocument = graphql(`
  query RuleRegions($subject: Subject!, $of: IndicatorKey!, $where: SubjectFilter, $asOf: Date) {
    quality(subject: $subject, where: $where, groupBy: [REGION], asOf: $asOf) {
      rows { regionCode regionName share(of: $of) { status rate gap denominator } }
    }
  }
`)

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
          <p><Link to={elsewhere('/look-back', { regions: params.regions })}>{word('back')}</Link></p>
          <Panel title={choose(rule.title, rule.titleEnglish)}>
            <p className="rule-text">{choose(rule.formula, rule.formulaEnglish)} <small>{rule.regulation}</small></p>
          </Panel>
          <div className="controls">
            <Segmented
              aria-label={word('window')} value={params.due ?? ''} options={windows.map(([value, label]) => ({ value, label: word(label) }))}
              onChange={(due) => go(here({ due: due || undefined }))}
            />
          </div>
          <Findings rule={rule} />
          <div className="pair-of-panels">
            <Panel title={word('trend')}><Suspense fallback={<Waiting rows={8} />}><Trend rule={rule} /></Suspense></Panel>
            <Panel title={word('byRegion')}><Regions rule={rule} /></Panel>
          </div>
        </>
      )}
    </Answer>
  )
}

/** A rule as this page asks for it. */
export type RuleEntry = NonNullable<RuleQuery['indicator']> & { subject: Subject }

function Regions({ rule }: { rule: RuleEntry }) {
  const word = useLookBackWords()
  const asOf = useAsOf()
  const asked = useAsk(RuleRegionsDocument, { subject: rule.subject, of: rule.key, where: useScope(), asOf })
  return (
    <Answer of={asked} rows={8}>
      {({ quality }) => (
        <div className="scroll-x" tabIndex={0} role="region" aria-label={word('byRegion')}>
          <table className="breakdown">
            <thead><tr>{(['region', 'free', 'findings', 'population'] as const).map((column) => <th scope="col" key={column}>{word(column)}</th>)}</tr></thead>
            <tbody>
              {quality?.rows.map(({ regionCode, regionName, share }) => (
                <tr key={regionCode}><th scope="row"><Link to={here(ofRegion(regionCode ?? undefined))}>{regionName}</Link></th><td>{percent(share?.rate)}</td><td>{count(share?.gap)}</td><td>{count(share?.denominator)}</td></tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Answer>
  )
}
