import { lazy, Suspense, type ReactNode } from 'react'
import { ApiError } from '../base/api'
import { useAsk } from '../base/query'
import { SessionDocument, sessionOf } from '../base/scope'
import { SessionContext } from '../base/session'
import { Fault, Waiting } from './states'

// Who has a session never needs it.
const SignIn = lazy(() => import('./sign-in'))

/** Lets in who has a session (the demo needs no key), and asks the others for their key. */
export function Gate({ children }: { children: ReactNode }) {
  const asked = useAsk(SessionDocument, {})
  if (asked.error instanceof ApiError && asked.error.code === 'UNAUTHENTICATED') return <Suspense fallback={<Booting />}><SignIn /></Suspense>
  if (asked.error) return <Fault fault={asked.error} retry={() => void asked.refetch()} />
  if (!asked.data) return <Booting />
  const session = sessionOf(asked.data)
  if (!session) return <Fault fault={new ApiError('The answer has no session.', 'INTERNAL')} />
  return <SessionContext value={session}>{children}</SessionContext>
}

function Booting() {
  return <main><Waiting rows={10} /></main>
}
