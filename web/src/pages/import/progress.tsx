import { Button, Progress } from 'antd'
import { useMutation } from '@tanstack/react-query'
import { count } from '../../base/format'
import { client } from '../../base/query'
import { useChoice } from '../../i18n'
import { Fault } from '../../parts/states'
import { cancel, kindInWords, type Job } from './job'
import { useTemplates } from './templates'
import { useImportWords } from './words'

/** How far a running import is, and the way to end it. */
export function Running({ job }: { job: Job }) {
  const word = useImportWords()
  const choose = useChoice()
  const end = useMutation({ mutationFn: () => cancel(job.id), onSuccess: (ended) => client.setQueryData(['import-job', job.id], ended) })
  const { rows, total, exact, rate, secondsLeft, stage } = job.progress
  const kind = useTemplates().data?.find(({ title }) => title === stage)?.kind
  const percent = total > 0 ? Math.min(99, Math.floor((rows / total) * 100)) : 0
  const label = word(job.dryRun ? 'checking' : 'applying')
  return (
    <div role="status" data-testid="import-running">
      <Progress percent={percent} status="active" aria-label={label} />
      <p>
        {label}{stage && ` · ${word('stage')} ${choose(stage, kindInWords(kind ?? stage))}`} · {count(rows)} / {exact ? '' : '≈'}{count(total)} {word('rows')}
        {rate > 0 && ` · ${word('rate', { n: count(Math.round(rate)) })}`}{secondsLeft > 0 && ` · ${word('left', { n: count(Math.ceil(secondsLeft)) })}`}
      </p>
      <Button danger loading={end.isPending} onClick={() => end.mutate()}>{word('cancel')}</Button>
      {end.error && <Fault fault={end.error} />}
    </div>
  )
}
