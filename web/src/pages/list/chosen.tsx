import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { ApiError } from '../../base/api'
import type { Choice } from '../../base/choice'
import { saveExport, type Others } from '../../base/export'
import { count } from '../../base/format'
import type { UnitFilter } from '../../gen/graphql'
import { useLanguage, useWords } from '../../i18n'

interface Props {
  choice: Choice
  total: number
  filter: UnitFilter | undefined
  others: Others
}

/** How many gaps are chosen, and the choice as a file. */
export function Chosen({ choice, total, filter, others }: Props) {
  const word = useWords()
  const headers = useLanguage() === 'zh' ? 'zh' : undefined
  const chosen = choice.count
  const save = useMutation({
    mutationFn: async (format: 'xlsx' | 'csv') => ({ asked: chosen, rows: await saveExport(`gaps.${format}`, filter, { ...others, ...choice.arguments, headers }) }),
  })
  const left = (save.data?.asked ?? 0) - (save.data?.rows ?? 0)
  return (
    <div className="chosen-bar no-print">
      <span role="status" data-testid="chosen" data-count={chosen}>{word('chosen', { n: count(chosen) })}</span>
      <Button size="small" disabled={choice.all === true} onClick={() => choice.setAll(true)}>{word('chooseAll', { n: count(total) })}</Button>
      <Button size="small" disabled={!chosen} onClick={() => choice.setAll(false)}>{word('chooseNone')}</Button>
      <span className="export">
        {word('exportChosen')} {(['xlsx', 'csv'] as const).map((format) => <Button key={format} size="small" disabled={!chosen} loading={save.isPending && save.variables === format} onClick={() => save.mutate(format)}>{format.toUpperCase()}</Button>)}
      </span>
      {save.error && <span role="alert" className="bad-text">{word('error')}{word('colon')}{save.error.message}{save.error instanceof ApiError && ` (${save.error.code})`}</span>}
      {left > 0 && <span role="alert" className="warn-text">{word('leftTheList', { n: count(left) })}</span>}
    </div>
  )
}
