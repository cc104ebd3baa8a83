import { useChoice, useTerms, useWords } from '../../i18n'
import { Mark } from '../../parts/mark'
import { conditionInEnglish, type Condition } from './english'

const tones = { HOLDS: 'good', BROKEN: 'bad', UNKNOWN: 'warn', FORBIDDEN: 'plain' } as const

/** The conditions of a set-up that are broken, else that all hold or how many cannot be told; what was found stands behind each. */
export function Conditions({ of }: { of: Condition[] }) {
  const word = useWords()
  const term = useTerms()
  const choose = useChoice()
  const said = (condition: Condition) => choose(condition.message, conditionInEnglish(condition))
  const told = of.filter(({ state }) => state === 'BROKEN')
  const open = of.filter(({ state }) => state === 'UNKNOWN' || state === 'FORBIDDEN')
  if (!of.length) return null
  return (
    <div className="tags">
      {told.map((condition) => <Mark key={condition.code} tone="bad" title={said(condition)}>{term('SetUpConditionCode', condition.code)}</Mark>)}
      {open.length > 0 && <Mark tone="warn" title={open.map(said).join('\n')}>{term('ConditionState', open[0]?.state)} {open.length}</Mark>}
      {!told.length && !open.length && <Mark tone="good">{word('conditionsHold')}</Mark>}
    </div>
  )
}

/** Every condition of an organisation's set-ups with what was found. */
export function ConditionTable({ of }: { of: Condition[] }) {
  const word = useWords()
  const term = useTerms()
  const choose = useChoice()
  const said = (condition: Condition) => choose(condition.message, conditionInEnglish(condition))
  return (
    <div className="scroll-x" tabIndex={0} role="region" aria-label={word('conditions')}>
      <table className="conditions">
        <thead><tr><th scope="col">{word('condition')}</th><th scope="col">{word('setUp')}</th><th scope="col">{word('state')}</th><th scope="col">{word('details')}</th></tr></thead>
        <tbody>
          {of.map((condition) => (
            <tr key={`${condition.setUp} ${condition.code}`}>
              <th scope="row">{term('SetUpConditionCode', condition.code)}</th><td>{term('SetUp', condition.setUp)}</td><td><Mark tone={tones[condition.state]}>{term('ConditionState', condition.state)}</Mark></td><td>{said(condition)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
