import { useWords } from '../../i18n'
import type { Unit } from './query'

/** Recorded visits, newest first. */
export function Visits({ visits }: { visits: Unit['visits'] }) {
  const word = useWords()
  return (
    <div className="scroll-x" tabIndex={0} role="region" aria-label={word('visits')}><table className="plain">
      <thead><tr>{(['date', 'instructor', 'content'] as const).map((column) => <th scope="col" key={column}>{word(column)}</th>)}</tr></thead>
      <tbody>{visits.map((visit, index) => <tr key={index}><th scope="row">{visit.visitedOn}</th><td>{visit.instructor?.name}</td><td>{visit.content}</td></tr>)}</tbody>
    </table></div>
  )
}
