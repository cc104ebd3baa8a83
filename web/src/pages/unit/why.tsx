import { elsewhere } from '../../base/address'
import { useChoice, useLanguage, useTerms, useWords } from '../../i18n'
import { Link } from '../../parts/link'
import type { Unit } from './query'
import { Mark } from '../../parts/mark'

type Explanation = Unit['why'][number]

const tones: Record<string, 'good' | 'bad' | 'warn'> = { MET: 'good', UNMET: 'bad', UNKNOWN: 'warn' }

/** For each indicator its result, the facts that decided and, for a gap, its reasons and what would close it. Gaps are open from the start. */
export function Why({ explanations, order }: { explanations: Explanation[]; order: string[] }) {
  const place = (of: Explanation) => order.indexOf(of.indicator.key)
  return <div className="why">{[...explanations].sort((a, b) => place(a) - place(b)).map((of) => <Entry key={of.indicator.key} of={of} />)}</div>
}

function Entry({ of }: { of: Explanation }) {
  const word = useWords()
  const term = useTerms()
  const choose = useChoice()
  return (
    <details open={of.result === 'UNMET' || undefined}>
      <summary><Mark tone={tones[of.result]}>{term('Result', of.result)}</Mark> {choose(of.indicator.title, of.indicator.titleEnglish)}</summary>
      <p>{word('rule')}：{choose(of.rule, of.ruleEnglish)} <small>({word('version')} {of.version})</small></p>
      {of.evidence.length > 0 && <Evidence of={of.evidence} />}
      {of.reasons.length > 0 && <Reasons of={of} />}
    </details>
  )
}

function Evidence({ of }: { of: Explanation['evidence'] }) {
  const word = useWords()
  return (
    <dl className="evidence" aria-label={word('evidence')}>
      {of.map((fact, index) => <div key={index}><dt>{fact.title}</dt><dd>{fact.value} {fact.since && <small>{fact.since} – {fact.until ?? word('open')}</small>}</dd></div>)}
    </dl>
  )
}

function Reasons({ of }: { of: Explanation }) {
  const word = useWords()
  const english = useLanguage() === 'en'
  const term = useTerms()
  return (
    <>
      <p><b>{word('reasons')}</b></p>
      <ul>{of.reasons.map(({ code, message }) => <li key={code}>{term('GapReasonCode', code)}{!english && message && `：${message}`}</li>)}</ul>
      <p><b>{word('closes')}</b></p>
      <ul>{of.nextSteps.map(({ step, message }) => <li key={step}>{term('NextStep', step)}{!english && message && `：${message}`}</li>)}</ul>
      <Link to={elsewhere('/gaps', { indicator: of.indicator.key })}>{word('openList')}</Link>
    </>
  )
}
