import { here } from '../../base/address'
import { ofRegion } from '../../base/filter'
import { count, percent } from '../../base/format'
import { useAsk } from '../../base/query'
import { useAsOf } from '../../base/session'
import { graphql } from '../../gen'
import { useWords } from '../../i18n'
import { ExportLinks } from '../../parts/export-links'
import { Link } from '../../parts/link'
import { Answer } from '../../parts/states'
import { useRegionCode } from '../../parts/trail'
import type { RuleEntry } from './rule'
import { useScope } from './scope'
import { useLookBackWords } from './words'

const RuleRegionsDocument = graphql(`
  query RuleRegions($subject: Subject!, $of: IndicatorKey!, $where: SubjectFilter, $asOf: Date) {
    quality(subject: $subject, where: $where, groupBy: [REGION], asOf: $asOf) {
      rows { regionCode regionName share(of: $of) { status rate gap denominator } }
    }
  }
`)

/** What a rule finds in every region below the page's, and its share without a finding; a region goes down. */
export function FindingsByRegion({ rule }: { rule: RuleEntry }) {
  const word = useLookBackWords()
  const common = useWords()
  const asOf = useAsOf()
  const where = useScope(rule.subject)
  const top = useRegionCode()
  const asked = useAsk(RuleRegionsDocument, { subject: rule.subject, of: rule.key, where, asOf })
  return (
    <Answer of={asked} rows={8}>
      {({ quality }) => (
        <>
          <div className="scroll-x" tabIndex={0} role="region" aria-label={word('byRegion')}>
            <table className="numbers">
              <thead><tr>{(['region', 'free', 'findings', 'population'] as const).map((column) => <th scope="col" key={column}>{word(column)}</th>)}</tr></thead>
              <tbody>
                {quality?.rows.map(({ regionCode, regionName, share }) => (
                  <tr key={regionCode} data-region={regionCode}>
                    <th scope="row">{regionCode === top ? <span title={common('ownRowNote')}>{regionName} · {common('ownRow')}</span> : <Link to={here(ofRegion(regionCode ?? undefined))}>{regionName}</Link>}</th>
                    <td>{percent(share?.rate)}</td><td>{count(share?.gap)}</td><td>{count(share?.denominator)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <ExportLinks name="quality" filter={where} others={{ subject: rule.subject, of: rule.key, groupBy: 'REGION', asOf }} />
        </>
      )}
    </Answer>
  )
}
