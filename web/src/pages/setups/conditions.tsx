import { useWords } from '../../i18n'
import { Mark } from '../../parts/mark'

interface Combined {
  participants: unknown[]
  approvalDocument?: string | null
  units: { totalCount: number }
}

/** What a combined organisation lacks of what must be held of each: participants, an approval document, covered units. */
export function Conditions({ of }: { of: Combined }) {
  const word = useWords()
  return (
    <div className="tags">
      {of.participants.length === 0 && <Mark tone="bad">{word('noParticipants')}</Mark>}
      {!of.approvalDocument && <Mark tone="warn">{word('noApproval')}</Mark>}
      {of.units.totalCount === 0 && <Mark tone="warn">{word('noCoveredUnits')}</Mark>}
    </div>
  )
}
