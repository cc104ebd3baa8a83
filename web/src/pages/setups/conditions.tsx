import { Tag } from 'antd'
import { useWords } from '../../i18n'

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
      {of.participants.length === 0 && <Tag color="volcano">{word('noParticipants')}</Tag>}
      {!of.approvalDocument && <Tag color="gold">{word('noApproval')}</Tag>}
      {of.units.totalCount === 0 && <Tag color="gold">{word('noCoveredUnits')}</Tag>}
    </div>
  )
}
