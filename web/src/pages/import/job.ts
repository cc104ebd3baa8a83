import { ApiError, refused } from '../../base/api'

/** An import on the server: how far it is and, once it has ended, what became of every row. */
export interface Job {
  id: string
  state: 'RECEIVING' | 'RUNNING' | 'DONE' | 'FAILED' | 'INTERRUPTED'
  dryRun: boolean
  asOf?: string
  correct: boolean
  source?: string
  files: string[]
  recorder: string
  startedAt: string
  progress: { stage: string; rows: number; total: number; exact: boolean; rate: number; secondsElapsed: number; secondsLeft: number }
  error?: { code: string; message: string }
  report?: Report
}

/** Counts of what became of rows: rows = new + changed + unchanged + skipped + rejected. */
export interface Counts {
  rows: number
  new: number
  changed: number
  unchanged: number
  skipped: number
  rejected: number
  warned: number
}

/** The outcome of an import. */
export interface Report {
  import?: number
  dataVersion: number
  seconds: number
  total: Counts
  files: FileReport[]
}

/** The outcome of one file or sheet, with its faulty rows beside what is wrong with them. */
export interface FileReport extends Counts {
  file: string
  sheet?: string
  kind?: string
  title?: string
  problems: Problem[]
  problemsLeftOff?: number
  header?: string[]
  faultyRows?: FaultyRow[]
}

/** A row with its cells. */
export interface FaultyRow {
  line: number
  cells: string[]
  problems: Problem[]
}

/** What is wrong with a file (no line), a row (no column) or a cell. */
export interface Problem {
  line?: number
  column?: string
  code: string
  message: string
  warning?: boolean
}

/** A kind of table that can be imported, with its templates. */
export interface Template {
  kind: string
  title: string
  csv: string
  xlsx: string
}

/** The English name of a kind of table, which is its key in words. */
export function kindInWords(kind: string): string {
  return kind.replaceAll('_', ' ')
}

/** How files are to be imported. */
export interface Order {
  files: File[]
  dryRun: boolean
  asOf: string
  correct: boolean
  source: string
}

/** Sends files; the answer is the job that imports them. */
export function begin({ files, dryRun, asOf, correct, source }: Order): Promise<Job> {
  const form = new FormData()
  form.append('dryRun', String(dryRun))
  form.append('correct', String(correct))
  form.append('asOf', asOf)
  form.append('source', source)
  for (const file of files) form.append('file', file, file.name)
  return send('/import', { method: 'POST', body: form })
}

/** Asks how far a job is. */
export function job(id: string, signal?: AbortSignal): Promise<Job> {
  return send(`/import/jobs/${encodeURIComponent(id)}`, { signal })
}

/** Ends a job: whole batches or nothing. */
export function cancel(id: string): Promise<Job> {
  return send(`/import/jobs/${encodeURIComponent(id)}`, { method: 'DELETE' })
}

/** The jobs of the last hour that the viewer may see, newest first. */
export async function jobs(): Promise<Job[]> {
  return (await send<{ jobs: Job[] }>('/import/jobs', {})).jobs
}

/** The kinds of table in the order of import. */
export async function templates(): Promise<Template[]> {
  return (await send<{ templates: Template[] }>('/import/templates', {})).templates
}

/** Whether the job goes on. */
export function running({ state }: Job): boolean {
  return state === 'RECEIVING' || state === 'RUNNING'
}

async function send<T>(path: string, init: RequestInit): Promise<T> {
  let response: Response
  try {
    response = await fetch(path, { ...init, credentials: 'same-origin', headers: { Accept: 'application/json' } })
  } catch (fault) {
    if (init.signal?.aborted) throw fault
    throw new ApiError(String(fault), 'UNREACHABLE')
  }
  if (!response.ok) throw await refused(response)
  return (await response.json()) as T
}
