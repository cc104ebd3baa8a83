import { Select } from 'antd'
import { go, here, useAddress } from '../../base/address'
import { list, resultsText } from '../../base/filter'
import { useSession } from '../../base/session'
import type { Result } from '../../gen/graphql'
import { useChoice, useTerms, useWords } from '../../i18n'
import { values } from '../../i18n/terms'

/** Narrows to units by their results of indicators: this is what a figure counts, so that it can be seen and changed. */
export function ResultFilter() {
  const word = useWords()
  const term = useTerms()
  const choose = useChoice()
  const { indicators } = useSession()
  const { params } = useAddress()
  const chosen = list(params.results) ?? []
  const options = indicators.map((entry) => ({
    label: choose(entry.title, entry.titleEnglish),
    options: groups().map((results) => ({
      value: resultsText(entry.key, results),
      label: `${choose(entry.title, entry.titleEnglish)}${word('colon')}${results.map((result) => term('Result', result)).join(' + ')}`,
    })),
  }))
  return (
    <Select
      mode="multiple"
      className="wide"
      aria-label={word('results')}
      placeholder={word('results')}
      value={chosen}
      options={options}
      onChange={(next: string[]) => go(here({ results: next.join(',') }))}
      optionFilterProp="label"
      popupMatchSelectWidth={false}
    />
  )
}

function groups(): Result[][] {
  return [...values('Result').map((result) => [result]), ['MET', 'UNMET']]
}
