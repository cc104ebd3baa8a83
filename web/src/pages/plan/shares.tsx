import { count, percent, points } from '../../base/format'
import { useSelection } from '../../base/session'
import { useWords } from '../../i18n'
import { Figure, listBehind } from '../../parts/figures'
import { usePlanQuestion, type Plan, type PlanShare } from './query'

/** The share as it is, as it would be, and how many of the gaps would close. */
export function Shares({ of }: { of: Plan }) {
  const word = useWords()
  const { params } = useSelection()
  const { indicator } = usePlanQuestion()
  const change = of.before.rate == null || of.after.rate == null ? null : (of.after.rate - of.before.rate) * 100
  return (
    <ul className="totals plan-shares">
      <li><Share title={word('before')} of={of.before} /></li>
      <li><Share title={word('after')} of={of.after} /><small className="rise">{points(change)} {word('pointsUnit')}</small></li>
      <li>{word('gap')} <Figure value={of.gaps} to={listBehind(indicator, ['UNMET'], params)} label={word('gap')} /></li>
      <li>{word('planClosed')} <span className="figure" data-testid="closed">{count(of.closed)}</span></li>
      <li>{word('planOpen')} <span className="figure">{count(of.gaps - of.closed)}</span></li>
    </ul>
  )
}

function Share({ title, of }: { title: string; of: PlanShare }) {
  return <>{title} <span className="figure">{percent(of.rate)}</span> <small>{count(of.numerator)} / {count(of.denominator)}</small> </>
}
