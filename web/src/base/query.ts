import { QueryClient, useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { TypedDocumentString } from '../gen/graphql'
import { ApiError, ask } from './api'
import { takeEarly } from './early'

/** One cache for the whole explorer: an answer is fresh for a minute, and a fault that repeating cannot mend is not repeated. */
export const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 60_000,
      refetchOnWindowFocus: false,
      retry: (failures, fault) => failures < 2 && fault instanceof ApiError && fault.code === 'UNREACHABLE',
    },
  },
})

/** Options of a typed question; its text and variables are its key, so that the same question is asked once. */
export function question<T, V>(document: TypedDocumentString<T, V>, variables: V) {
  return {
    queryKey: [document.toString(), variables] as const,
    queryFn: ({ signal }: { signal: AbortSignal }) => takeEarly(document, variables) ?? ask(document, variables, signal),
  }
}

/** Asks a typed question for a component. The question is sent while the component is drawn, not once its skeleton has been painted. */
export function useAsk<T, V>(document: TypedDocumentString<T, V>, variables: V, enabled = true): UseQueryResult<T> {
  const asked = question(document, variables)
  if (enabled && !client.getQueryState(asked.queryKey)) void client.prefetchQuery(asked)
  return useQuery({ ...asked, enabled })
}

/** A page of rows of a list: the rows are picked out of the cached answer, so that the question of the first page is asked once. */
export function pageOf<T, V, R>(document: TypedDocumentString<T, V>, variables: V, rows: (answer: T) => R[]): PageQuery<R> {
  return { ...question(document, variables), select: (answer) => rows(answer as T) }
}

/** How a page of rows is asked for, whatever the answer it stands in. */
export interface PageQuery<R> {
  queryKey: readonly unknown[]
  queryFn: (context: { signal: AbortSignal }) => Promise<unknown>
  select: (answer: unknown) => R[]
}
