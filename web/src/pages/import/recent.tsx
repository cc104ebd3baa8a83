import { useQuery } from '@tanstack/react-query'
import { here } from '../../base/address'
import { count } from '../../base/format'
import { useTerms, useWords } from '../../i18n'
import { Link } from '../../parts/link'
import { Mark } from '../../parts/mark'
import { Panel } from '../../parts/panel'
import { jobs, running } from './job'
import { useImportWords } from './words'

/** The imports of the last hour, to go back to; nothing where there were none. */
export function Recent() {
  const word = useImportWords()
  const page = useWords()
  const term = useTerms()
  const { data } = useQuery({ queryKey: ['import-jobs'], queryFn: jobs, staleTime: 0 })
  if (!data?.length) return null
  return (
    <Panel title={word('recent')}>
      <ul className="compact">
        {data.map((job) => (
          <li key={job.id}>
            <Link to={here({ job: job.id })}>{job.files.join(page('joiner')) || '…'}</Link> <Mark tone={job.state === 'DONE' ? 'good' : running(job) ? 'info' : 'bad'}>{word(job.dryRun ? 'dryRun' : 'real')} · {job.state === 'RECEIVING' ? word('sending') : term('ImportState', job.state)}</Mark>{' '}
            <small>{new Date(job.startedAt).toLocaleString('sv-SE')} · {count(job.progress.rows)} {word('rows')} · {job.recorder}</small>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
