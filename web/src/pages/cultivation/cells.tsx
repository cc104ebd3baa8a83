import { count } from '../../base/format'
import { useWords } from '../../i18n'
import { Mark } from '../../parts/mark'

/** A value, or visibly masked where the viewer has no right to persons. */
export function Masked({ value, shown = value }: { value: string; shown?: string }) {
  const word = useWords()
  return value === 'MASKED' ? <span className="masked">{word('masked')}</span> : <>{shown}</>
}

/** The day on which a duty is due, and by how much it is past. */
export function Due({ of }: { of: { dueOn?: string | null; overdueDays: number } }) {
  const word = useWords()
  if (!of.dueOn) return null
  return <>{of.dueOn} {of.overdueDays > 0 ? <Mark tone="bad">{word('overdue')} {word('days', { n: count(of.overdueDays) })}</Mark> : <small>{word('inTime')}</small>}</>
}
