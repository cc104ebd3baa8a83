import { useMutation, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { go, here, useAddress } from '../../base/address'
import { ApiError } from '../../base/api'
import { client } from '../../base/query'
import { useSession } from '../../base/session'
import { useTerms, useWords } from '../../i18n'
import { Panel } from '../../parts/panel'
import { Answer, Fault } from '../../parts/states'
import { DropZone } from './drop-zone'
import { begin, job as askJob, running, type Order } from './job'
import { OrderForm, type Choices } from './order-form'
import { Outcome } from './outcome'
import { Running } from './progress'
import { Recent } from './recent'
import { Templates } from './templates'
import './import.css'
import { useImportWords } from './words'

/** Imports files: first a dry run with its problems beside the rows, then the import itself. The job stands in the address. */
export default function Import() {
  const word = useWords()
  const term = useTerms()
  const { viewer } = useSession()
  return (
    <>
      <h1>{word('import')}</h1>
      {viewer.rights.includes('IMPORT') ? <Desk /> : <Fault fault={new ApiError(term('Right', 'IMPORT'), 'DENIED')} />}
      <Templates />
    </>
  )
}

function Desk() {
  const { dataSet } = useSession()
  const { job } = useAddress().params
  const [files, choose] = useState<File[]>([])
  const [choices, change] = useState<Choices>({ asOf: dataSet.today, correct: false, source: '' })
  // The job that checked the files as they stand; another choice needs another check.
  const [checked, check] = useState<string>()
  const send = useMutation({
    mutationFn: (order: Order) => begin(order),
    onSuccess: (made) => {
      check(made.dryRun ? made.id : undefined)
      client.setQueryData(['import-job', made.id], made)
      go(here({ job: made.id }))
    },
  })
  const start = (dryRun: boolean) => send.mutate({ files, dryRun, ...choices })
  const anew = () => check(undefined)
  return (
    <>
      {job
        ? <JobOf id={job} apply={checked === job && files.length > 0 && !send.isPending ? () => start(false) : undefined} />
        : <Chooser files={files} choose={(list) => { choose(list); anew() }} choices={choices} change={(next) => { change(next); anew() }} busy={send.isPending} start={() => start(true)} />}
      {send.error && <Fault fault={send.error} />}
      {!job && <Recent />}
    </>
  )
}

interface ChooserProps {
  files: File[]
  choose: (files: File[]) => void
  choices: Choices
  change: (choices: Choices) => void
  busy: boolean
  start: () => void
}

function Chooser({ files, choose, choices, change, busy, start }: ChooserProps) {
  const word = useImportWords()
  const page = useWords()
  return (
    <Panel title={page('import')}>
      <div className="import-desk">
        <DropZone files={files} change={choose} disabled={busy} />
        <OrderForm choices={choices} change={change} disabled={busy} />
        <div className="controls"><Button type="primary" data-testid="check" disabled={files.length === 0} loading={busy} onClick={start}>{word(busy ? 'sending' : 'check')}</Button></div>
      </div>
    </Panel>
  )
}

// How often a running job is asked for, in milliseconds.
const pace = 400

function JobOf({ id, apply }: { id: string; apply: (() => void) | undefined }) {
  const word = useImportWords()
  const page = useWords()
  const asked = useQuery({ queryKey: ['import-job', id], queryFn: ({ signal }) => askJob(id, signal), staleTime: Infinity, refetchInterval: ({ state }) => (state.data && running(state.data) ? pace : false) })
  const changed = asked.data && !asked.data.dryRun && asked.data.report?.dataVersion
  useEffect(() => {
    if (changed) void refresh()
  }, [changed])
  if (asked.error instanceof ApiError && asked.error.code === 'NOT_FOUND') {
    return <Panel title={page('import')}><p>{word('gone')}</p><Button onClick={() => go(here({ job: undefined }))}>{word('again')}</Button></Panel>
  }
  return <Answer of={asked}>{(job) => (running(job) ? <Panel title={job.files.join(page('joiner'))}><Running job={job} /></Panel> : <Outcome job={job} apply={apply} />)}</Answer>
}

// What was asked before the import is old. The server's own figures follow within a moment, so that it is asked twice.
async function refresh() {
  const others = { predicate: ({ queryKey }: { queryKey: readonly unknown[] }) => queryKey[0] !== 'import-job' && queryKey[0] !== 'import-templates' }
  await client.invalidateQueries(others)
  setTimeout(() => void client.invalidateQueries(others), 1500)
}
