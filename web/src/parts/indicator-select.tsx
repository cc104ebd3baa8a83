import { Select } from 'antd'
import { go, here } from '../base/address'
import { useIndicator, useSession } from '../base/session'
import { useChoice, useWords } from '../i18n'

/** Chooses the indicator that the page speaks of. */
export function IndicatorSelect() {
  const word = useWords()
  const choose = useChoice()
  const { indicators } = useSession()
  const { key } = useIndicator()
  return (
    <Select
      aria-label={word('indicator')}
      value={key}
      options={indicators.map((entry) => ({ value: entry.key, label: choose(entry.title, entry.titleEnglish) }))}
      onChange={(indicator: string) => go(here({ indicator }))}
      popupMatchSelectWidth={false}
      className="indicator-select"
    />
  )
}
