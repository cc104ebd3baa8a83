import { Select } from 'antd'
import { go, here } from '../../base/address'
import { useSession } from '../../base/session'
import { useChoice, useWords } from '../../i18n'
import { DomainFilter } from '../../parts/domain-filter'
import { Kit } from '../../parts/kit'
import { useCards } from './chosen'

/** What the overview can be narrowed to, and which indicators it shows. */
export default function Choices() {
  return <Kit><DomainFilter /><CardChoice /></Kit>
}

/** Chooses which indicators have a card. */
function CardChoice() {
  const word = useWords()
  const choose = useChoice()
  const { indicators } = useSession()
  const cards = useCards()
  return (
    <Select
      mode="multiple"
      aria-label={word('showCards')}
      value={cards.map(({ key }) => key)}
      options={indicators.map((entry) => ({ value: entry.key, label: choose(entry.title, entry.titleEnglish) }))}
      onChange={(keys: string[]) => go(here({ cards: keys.join(',') }))}
      className="card-choice"
      maxTagCount={0}
      maxTagPlaceholder={`${word('showCards')} ${cards.length}/${indicators.length}`}
      popupMatchSelectWidth={false}
    />
  )
}
