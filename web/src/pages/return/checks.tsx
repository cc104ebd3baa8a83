import { count } from '../../base/format'
import { useChoice, useWords } from '../../i18n'
import { Mark } from '../../parts/mark'
import { useTitle, type Return } from './query'

/** Whether the identities of the return hold: in a word, and each with both of its sides. */
export function Checks({ of }: { of: Return }) {
  const word = useWords()
  const broken = of.checks.filter(({ holds }) => !holds).length
  return (
    <details className="filters return-checks" open={broken > 0 || undefined}>
      <summary data-testid="checks" data-broken={broken}>
        {word('returnChecks')} <Mark tone={broken ? 'bad' : 'good'}>{broken ? word('checksBroken', { n: count(broken), m: count(of.checks.length) }) : word('checksHold', { n: count(of.checks.length) })}</Mark>
      </summary>
      <CheckTable of={of} />
    </details>
  )
}

function CheckTable({ of }: { of: Return }) {
  const word = useWords()
  const choose = useChoice()
  const title = useTitle()
  const place = (table: string | null | undefined, column: string | null | undefined) => {
    const found = of.tables.find(({ key }) => key === table)
    const within = found?.columns.find(({ key }) => key === column)
    return [found, within].flatMap((part) => (part ? [title(part)] : [])).join(' · ') || word('whole')
  }
  return (
    <div className="scroll-x return-check-box" tabIndex={0} role="region" aria-label={word('returnChecks')}>
      <table className="numbers">
        <thead><tr><th scope="col">{word('returnCheck')}</th><th scope="col">{word('returnPlace')}</th><th scope="col">{word('left')}</th><th scope="col">{word('right')}</th><th scope="col">{word('result')}</th></tr></thead>
        <tbody>
          {of.checks.map((check) => (
            <tr key={`${check.title} ${check.table} ${check.column}`}>
              <th scope="row">{choose(check.title, check.titleEnglish)}</th><td>{place(check.table, check.column)}</td><td>{count(check.left)}</td><td>{count(check.right)}</td>
              <td><Mark tone={check.holds ? 'good' : 'bad'}>{word(check.holds ? 'holds' : 'broken')}</Mark></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
