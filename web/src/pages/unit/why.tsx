import { elsewhere } from '../../base/address'
import { useChinese, useChoice, useTerms, useWords } from '../../i18n'
import { englishOf, inWords } from '../../i18n/told'
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
      <p>{word('rule')}{word('colon')}{choose(of.rule, of.ruleEnglish)} <small>({word('version')} {of.version})</small></p>
      {of.evidence.length > 0 && <Evidence of={of.evidence} />}
      {of.reasons.length > 0 && <Reasons of={of} />}
    </details>
  )
}

function Evidence({ of }: { of: Explanation['evidence'] }) {
  const word = useWords()
  const choose = useChoice()
  return (
    <dl className="evidence" aria-label={word('evidence')}>
      {of.map((fact, index) => <div key={index}><dt>{choose(fact.title, englishOf(fact.title))}</dt><dd>{choose(fact.value, inWords(fact.valueEnglish))} {fact.since && <small>{fact.since} – {fact.until ?? word('open')}</small>}</dd></div>)}
    </dl>
  )
}

function Reasons({ of }: { of: Explanation }) {
  const word = useWords()
  const chinese = useChinese()
  const term = useTerms()
  return (
    <>
      <p><b>{word('reasons')}</b></p>
      <ul>{of.reasons.map(({ code, message }) => <li key={code}><Told term={term('GapReasonCode', code)} message={chinese(message)} /></li>)}</ul>
      <p><b>{word('closes')}</b></p>
      <ul>{of.nextSteps.map(({ step, message }) => <li key={step}><Told term={term('NextStep', step)} message={chinese(message)} /></li>)}</ul>
      <Link to={elsewhere('/gaps', { indicator: of.indicator.key })}>{word('openList')}</Link>
    </>
  )
}

/** A term with what is said of it, unless that is the term again. */
function Told({ term, message }: { term: string; message: string | undefined }) {
  const word = useWords()
  return <>{term}{message && message !== term && `${word('colon')}${message}`}</>
}
