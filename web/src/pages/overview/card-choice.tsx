import { Select } from 'antd'
import { go, here, useAddress } from '../../base/address'
import { list } from '../../base/filter'
import { useSession, type CatalogueEntry } from '../../base/session'
import { useChoice, useWords } from '../../i18n'

// Shown until the reader chooses others: the ones that the department is asked for most.
const usual = ['TWO_COVERAGES', 'ORGANISATION_COVERAGE', 'DUE_ESTABLISHMENT', 'WORK_COVERAGE', 'MEMBER_UNITS_COVERED', 'HUNDRED_WITH_ORGANISATION']

/** The indicators that have a card, in the order in which they were chosen. */
export function useCards(): CatalogueEntry[] {
  const { indicators } = useSession()
  const wanted = list(useAddress().params.cards) ?? usual
  const chosen = wanted.flatMap((wish) => indicators.filter(({ key }) => key === wish))
  return chosen.length ? chosen : indicators
}

/** Chooses which indicators have a card. */
export function CardChoice() {
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
