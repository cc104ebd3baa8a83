import { Alert, Button } from 'antd'
import { elsewhere, go, here } from '../../base/address'
import { count } from '../../base/format'
import { useChinese, useWords } from '../../i18n'
import { faultInChinese } from '../../i18n/told'
import { Link } from '../../parts/link'
import { Panel } from '../../parts/panel'
import { CountsTable, nameOf } from './counts'
import type { Job, Report } from './job'
import { Problems } from './problems'
import { useImportWords, type ImportWord } from './words'

interface Props {
  job: Job
  /** Imports the checked files; undefined where the browser does not hold them any more. */
  apply: (() => void) | undefined
}

/** What an import did, or a dry run would do. */
export function Outcome({ job, apply }: Props) {
  const word = useImportWords()
  const page = useWords()
  const { report } = job
  const faulty = report?.files.filter(({ problems }) => problems.length > 0) ?? []
  return (
    <>
      <Verdict job={job} />
      {report && <Panel title={word('counts')}><CountsTable report={report} /></Panel>}
      {faulty.map((file, index) => <Panel key={index} title={`${word('problems')}${page('colon')}${nameOf(file)}`}><Problems file={file} /></Panel>)}
      <div className="controls no-print">
        {job.state === 'DONE' && job.dryRun && apply && usable(report) && <Button type="primary" data-testid="apply" onClick={apply}>{word('apply')}</Button>}
        {job.state === 'DONE' && job.dryRun && !apply && <span>{word('chooseAgain')}</span>}
        {!job.dryRun && <After />}
        <Button onClick={() => go(here({ job: undefined }))}>{word('again')}</Button>
      </div>
    </>
  )
}

/** Whether there is any row to import. */
function usable(report: Report | undefined): boolean {
  return Boolean(report && report.total.rows > report.total.rejected + report.total.skipped)
}

const verdicts: Record<string, ImportWord> = { FAILED: 'failed', INTERRUPTED: 'interrupted' }

function Verdict({ job }: { job: Job }) {
  const word = useImportWords()
  const { report } = job
  const faults = report?.total.rejected ?? 0
  const type = job.state !== 'DONE' ? 'error' : faults > 0 ? 'warning' : 'success'
  return (
    <div role="status" data-testid="import-ended" data-state={job.state} data-dry-run={job.dryRun}>
      <Alert type={type} title={word(verdicts[job.state] ?? (job.dryRun ? 'checked' : 'applied'))} description={<Detail job={job} />} />
    </div>
  )
}

function Detail({ job }: { job: Job }) {
  const word = useImportWords()
  const chinese = useChinese()
  const { report, error } = job
  if (error) return <>{chinese(faultInChinese(error.code))} <span lang="en">{error.message}</span> <small>{error.code}</small></>
  if (!report) return null
  if (job.state !== 'DONE') return <>{job.dryRun || report.total.new + report.total.changed === 0 ? word('nothingKept') : word('kept', { n: count(report.total.new + report.total.changed) })}</>
  if (report.files.every(({ problems }) => problems.length === 0)) return <>{word('clean')}</>
  return <>{job.dryRun && usable(report) && word('ready')}</>
}

function After() {
  const word = useImportWords()
  return (
    <>
      <Link to={elsewhere('/data')}>{word('seeData')}</Link>
      <Link to={elsewhere('/units')}>{word('seeUnits')}</Link>
      <Link to={elsewhere('/gaps')}>{word('seeGaps')}</Link>
    </>
  )
}
