import { elsewhere, here } from '../../base/address'
import { percent, points } from '../../base/format'
import { useAsk } from '../../base/query'
import type { CatalogueEntry } from '../../base/scope'
import { useAsOf, useIndicator, useSelection } from '../../base/session'
import type { CardQuery } from '../../gen/graphql'
import { useChoice, useWords } from '../../i18n'
import { Definition } from '../../parts/definition'
import { Figure, listBehind } from '../../parts/figures'
import { Link } from '../../parts/link'
import { Answer } from '../../parts/states'
import { useCards } from './chosen'
import { CardDocument, cardVariables } from './questions'
import { Target } from './target'

type Total = NonNullable<CardQuery['coverage']>['total']
type Share = NonNullable<Total['share']>

/** One card for each chosen indicator. */
export function Cards() {
  return <ul className="cards">{useCards().map((entry) => <li key={entry.key}><IndicatorCard entry={entry} /></li>)}</ul>
}

function IndicatorCard({ entry }: { entry: CatalogueEntry }) {
  const choose = useChoice()
  const asOf = useAsOf()
  const { where } = useSelection()
  const chosen = useIndicator().key === entry.key
  const asked = useAsk(CardDocument, cardVariables(entry.key, where, asOf))
  const total = asked.data?.coverage?.total
  return (
    <div className={chosen ? 'card chosen' : 'card'} data-indicator={entry.key}>
      <div className="card-title">
        <Link to={here({ indicator: entry.key })}>{choose(entry.title, entry.titleEnglish)}</Link>
        {total?.share && <Definition entry={entry} version={total.share.definition}><Besides entry={entry} share={total.share} /></Definition>}
      </div>
      <Answer of={{ ...asked, data: total?.share ? total : undefined }} rows={3}>
        {(answer) => <Body entry={entry} total={answer} />}
      </Answer>
    </div>
  )
}

function Body({ entry, total }: { entry: CatalogueEntry; total: Total }) {
  const word = useWords()
  const { params } = useSelection()
  const share = total.share
  if (!share) return null
  if (share.status !== 'OK' && share.status !== 'ZERO_DENOMINATOR') return <p className="hidden-figure">{word(share.status)}</p>
  return (
    <>
      <div className="rate">{percent(share.rate)}{share.status === 'ZERO_DENOMINATOR' && <small>{word('ZERO_DENOMINATOR')}</small>}</div>
      <div className="parts">
        <Figure value={share.numerator} to={listBehind(entry.key, ['MET'], params)} label={word('numerator')} />
        <span> / </span>
        <Figure value={share.denominator} to={listBehind(entry.key, ['MET', 'UNMET'], params)} label={word('denominator')} />
        <span className="gap-part">{word('gap')} <Figure value={share.gap} to={listBehind(entry.key, ['UNMET'], params)} label={word('gap')} /></span>
      </div>
      <Changes indicator={entry.key} total={total} />
      <Target share={share} />
    </>
  )
}

function Changes({ indicator, total }: { indicator: string; total: Total }) {
  const word = useWords()
  return (
    <div className="changes">
      <Change indicator={indicator} label={word('monthAgo')} share={total.share} />
      <Change indicator={indicator} label={word('yearAgo')} share={total.yearAgo} />
    </div>
  )
}

/** A change opens what moved the share since the compared day. */
function Change({ indicator, label, share }: { indicator: string; label: string; share: Pick<Share, 'definitionChanged' | 'compare'> | null | undefined }) {
  const word = useWords()
  const change = share?.compare?.change
  const { params } = useSelection()
  const to = elsewhere('/movement', { ...params, indicator, from: share?.compare?.asOf })
  const tone = change == null || change === 0 ? 'level' : change > 0 ? 'rise' : 'fall'
  return (
    <span>
      {label} {change == null ? <span className="level">{points(change)}</span> : <Link to={to} className={tone} title={`${share?.compare?.asOf} ${percent(share?.compare?.rate)}`}>{points(change)}</Link>}
      {share?.definitionChanged && <abbr title={word('definitionChanged')}> *</abbr>}
    </span>
  )
}

/** What stands beside the share: units that are neither met nor a gap, each opening its list. */
function Besides({ entry, share }: { entry: CatalogueEntry; share: Share }) {
  const word = useWords()
  const { params } = useSelection()
  return (
    <>
      <dt>{word('unknown')}</dt><dd><Figure value={share.unknown} to={listBehind(entry.key, ['UNKNOWN'], params)} /></dd>
      <dt>{word('notApplicable')}</dt><dd><Figure value={share.notApplicable} to={listBehind(entry.key, ['NOT_APPLICABLE'], params)} /></dd>
      <dt>{word('exempt')}</dt><dd><Figure value={share.exempt} to={listBehind(entry.key, ['EXEMPT'], params)} /></dd>
    </>
  )
}
