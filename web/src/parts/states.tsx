import { Button, Empty, Result, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { ApiError } from '../base/api'
import { elsewhere } from '../base/address'
import { useWords } from '../i18n'
import { Link } from './link'

/** The shape of what is coming; never a spinner, so that nothing jumps when it is there. */
export function Waiting({ rows = 4 }: { rows?: number }) {
  return <div role="status" aria-busy="true" aria-label="…"><Skeleton active title={false} paragraph={{ rows }} /></div>
}

/** A list or figure of nothing, with what to do about it. */
export function Nothing({ hint }: { hint?: string }) {
  const word = useWords()
  return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={<>{word('empty')}<br /><small>{hint ?? word('emptyHint')}</small></>} />
}

/** What went wrong, in the server's words, with the code and the id under which it is logged; a missing right is a state of its own. */
export function Fault({ fault, retry }: { fault: unknown; retry?: () => void }) {
  const word = useWords()
  const { code, message, requestId } = fault instanceof ApiError ? fault : new ApiError(String(fault), 'INTERNAL')
  const kind = code === 'DENIED' ? 'noRight' : code === 'UNREACHABLE' ? 'unreachable' : 'error'
  const hint = kind === 'noRight' ? word('noRightHint') : kind === 'unreachable' ? word('unreachableHint') : null
  return (
    <div role="alert">
      <Result
        status="warning"
        icon={null}
        title={word(kind)}
        subTitle={<>{kind !== 'unreachable' && <span>{message}<br /></span>}{hint && <span>{hint}<br /></span>}<small>{word('errorCode')} {code}{requestId && ` · ${word('requestId')} ${requestId}`}</small></>}
        extra={retry && <Button onClick={retry}>{word('errorRetry')}</Button>}
      />
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
  if (of.error) return <Fault fault={of.error} retry={() => of.refetch()} />
  if (of.data === undefined) return <Waiting rows={rows} />
  return children(of.data)
}

/** An address that is no page. */
export function NotFound() {
  const word = useWords()
  return <Result status="info" icon={null} title={<h1>{word('notFound')}</h1>} extra={<Link to={elsewhere('/')}>{word('backHome')}</Link>} />
}
