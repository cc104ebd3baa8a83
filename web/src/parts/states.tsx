import { useEffect, type ReactNode } from 'react'
import { ApiError } from '../base/api'
import { elsewhere } from '../base/address'
import { figuresDrawn } from '../base/later'
import { useChinese, useWords } from '../i18n'
import { faultInChinese } from '../i18n/told'
import { Link } from './link'

/** The shape of what is coming; never a spinner, so that nothing jumps when it is there. */
export function Waiting({ rows = 4 }: { rows?: number }) {
  const word = useWords()
  return <div role="status" aria-busy="true" aria-label={word('waiting')} className="waiting">{Array.from({ length: rows }, (_, row) => <span key={row} className="bone" />)}</div>
}

/** A list or figure of nothing, with what to do about it. */
export function Nothing({ hint }: { hint?: string }) {
  const word = useWords()
  return <p className="nothing"><span aria-hidden="true">∅</span>{word('empty')}<small>{hint ?? word('emptyHint')}</small></p>
}

/** What went wrong, in the server's words, with the code and the id under which it is logged; a missing right is a state of its own. */
export function Fault({ fault, retry }: { fault: unknown; retry?: () => void }) {
  const word = useWords()
  const chinese = useChinese()
  const { code, message, requestId } = fault instanceof ApiError ? fault : new ApiError(String(fault), 'INTERNAL')
  const kind = code === 'DENIED' ? 'noRight' : code === 'UNREACHABLE' ? 'unreachable' : 'error'
  const hint = kind === 'noRight' ? word('noRightHint') : kind === 'unreachable' ? word('unreachableHint') : null
  return (
    <div role="alert" className="fault">
      <h3>{word(kind)}</h3>
      {kind === 'error' && chinese(faultInChinese(code)) && <p>{chinese(faultInChinese(code))}</p>}
      {kind !== 'unreachable' && <p lang={kind === 'error' ? 'en' : undefined}>{message}</p>}
      {hint && <p>{hint}</p>}
      <small>{word('errorCode')} {code}{requestId && ` · ${word('requestId')} ${requestId}`}</small>
      {retry && <button type="button" className="button" onClick={retry}>{word('errorRetry')}</button>}
    </div>
  )
}

interface Asked<T> {
  data: T | undefined
  error: unknown
  refetch: () => unknown
}

/** Draws an answer, or its skeleton, or why there is none. */
export function Answer<T>({ of, rows, children }: { of: Asked<T>; rows?: number; children: (data: T) => ReactNode }) {
  const there = of.data !== undefined
  useEffect(() => {
    if (there) figuresDrawn()
  }, [there])
  if (of.error) return <Fault fault={of.error} retry={() => of.refetch()} />
  if (of.data === undefined) return <Waiting rows={rows} />
  return children(of.data)
}

/** An address that is no page. */
export function NotFound() {
  const word = useWords()
  return <div className="fault"><h1>{word('notFound')}</h1><Link to={elsewhere('/')}>{word('backHome')}</Link></div>
}
