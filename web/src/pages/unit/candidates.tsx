import { useChoice, useTerms, useWords } from '../../i18n'
import { englishOf } from '../../i18n/told'
import { Due, Masked } from '../cultivation/cells'
import type { Unit } from './query'

/** The school's candidates of three-way cultivation. */
export function CandidateTable({ candidates }: { candidates: Unit['candidates'] }) {
  const word = useWords()
  const term = useTerms()
  const choose = useChoice()
  return (
    <div className="scroll-x" tabIndex={0} role="region" aria-label={word('candidates')}>
      <table className="plain">
        <thead><tr>{(['code', 'name', 'direction', 'stage', 'duty', 'dueOn', 'blockedBy'] as const).map((column) => <th scope="col" key={column}>{word(column)}</th>)}</tr></thead>
        <tbody>
          {candidates.map((candidate) => (
            <tr key={candidate.code}>
              <th scope="row">{candidate.code}</th>
              <td><Masked value={candidate.name} /></td>
              <td><Masked value={candidate.direction} shown={term('Direction', candidate.direction)} /></td>
              <td><Masked value={candidate.stage} shown={term('Stage', candidate.stage)} /></td>
              <td>{candidate.duty && choose(candidate.duty, englishOf(candidate.duty))}</td>
              <td><Due of={candidate} /></td>
              <td>{candidate.blockedBy.map((missing) => term('BlockedBy', missing)).join(word('joiner'))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
