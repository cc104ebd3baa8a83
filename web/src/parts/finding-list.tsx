import { elsewhere } from '../base/address'
import { count } from '../base/format'
import type { UnitQuery } from '../gen/graphql'
import { useChoice, useWords } from '../i18n'
import { Link } from './link'

type Finding = NonNullable<UnitQuery['unit']>['findings'][number]

/** What the look-back finds of one subject, and how it is mended; a rule opens all that it finds. */
export function FindingList({ of }: { of: Finding[] }) {
  const word = useWords()
  const choose = useChoice()
  return (
    <div className="scroll-x" tabIndex={0} role="region" aria-label={word('lookBack')}>
      <table className="plain finding-list">
        <thead><tr>{(['rule', 'finding', 'mend', 'since'] as const).map((column) => <th scope="col" key={column}>{word(column)}</th>)}</tr></thead>
        <tbody>
          {of.map(({ rule, text, textEnglish, mend, mendEnglish, since, days }) => (
            <tr key={rule.key} data-finding={rule.key}>
              <th scope="row"><Link to={elsewhere('/look-back', { rule: rule.key })}>{choose(rule.title, rule.titleEnglish)}</Link></th>
              <td>{choose(text, textEnglish)}</td><td>{choose(mend, mendEnglish)}</td><td>{since}<br /><small>{word('days', { n: count(days) })}</small></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
