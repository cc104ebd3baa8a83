import { Checkbox, DatePicker, Input } from 'antd'
import dayjs from 'dayjs'
import { useImportWords } from './words'

/** How files are imported, besides the files themselves. */
export interface Choices {
  asOf: string
  correct: boolean
  source: string
}

/** The options of an import. */
export function OrderForm({ choices, change, disabled }: { choices: Choices; change: (choices: Choices) => void; disabled: boolean }) {
  const word = useImportWords()
  return (
    <div className="controls">
      <span className="labelled">
        <label htmlFor="import-as-of">{word('asOf')}</label>
        <DatePicker
          id="import-as-of" allowClear={false} disabled={disabled} value={dayjs(choices.asOf)} title={word('asOfHint')}
          onChange={(_, text) => typeof text === 'string' && text && change({ ...choices, asOf: text })}
        />
      </span>
      <span className="labelled">
        <label htmlFor="import-source">{word('source')}</label>
        <Input id="import-source" className="import-source" maxLength={100} disabled={disabled} placeholder={word('sourceHint')} value={choices.source} onChange={({ target }) => change({ ...choices, source: target.value })} />
      </span>
      <Checkbox disabled={disabled} checked={choices.correct} onChange={({ target }) => change({ ...choices, correct: target.checked })}>{word('correct')}</Checkbox>
    </div>
  )
}
