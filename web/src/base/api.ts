import type { TypedDocumentString } from '../gen/graphql'

/** What the server said of a failed question: a code of its closed list, the mend, and the id under which it was logged. */
export class ApiError extends Error {
  constructor(
    message: string,
    readonly code: string,
    readonly requestId?: string,
  ) {
    super(message)
  }
}

interface Answer<T> {
  data?: T | null
  errors?: { message: string; path?: (string | number)[]; extensions?: { code?: string; requestId?: string } }[]
}

/**
 * Asks the server one typed question. A failed root field fails the whole question: a page shows either what it asked for or why not.
 * The cookie of the session goes along; nothing else identifies the caller.
 */
export async function ask<T, V>(document: TypedDocumentString<T, V>, variables: V, signal?: AbortSignal): Promise<T> {
  const response = await post('/graphql', { query: document.toString(), variables }, signal)
  const answer = await json<Answer<T>>(response)
  const [error] = answer?.errors ?? []
  if (error) throw new ApiError(error.message, error.extensions?.code ?? 'INTERNAL', error.extensions?.requestId)
  if (!response.ok) throw new ApiError(response.statusText, statusCode(response.status), requestId(response))
  if (!answer?.data) throw new ApiError('The answer holds no data.', 'INTERNAL', requestId(response))
  return answer.data
}

/** Opens a session with a key; the server sets a cookie that scripts cannot read. */
export async function openSession(key: string): Promise<void> {
  const response = await post('/session', { key })
  if (!response.ok) throw new ApiError(response.statusText, statusCode(response.status), requestId(response))
}

/** Ends the session in this browser; the key stays. */
export async function closeSession(): Promise<void> {
  await fetch('/session', { method: 'DELETE', credentials: 'same-origin' })
}

/** Why the server refused what is not a question of GraphQL; it answers in the same shape. All faults are told at once. */
export async function refused(response: Response): Promise<ApiError> {
  const { errors = [] } = (await json<Answer<never>>(response)) ?? {}
  const [first] = errors
  if (!first) return new ApiError(response.statusText, statusCode(response.status), requestId(response))
  return new ApiError(errors.map(({ message }) => message).join('; '), first.extensions?.code ?? statusCode(response.status), first.extensions?.requestId)
}

/** Posts JSON; a server that cannot be reached is an error with a code of its own. */
async function post(path: string, body: unknown, signal?: AbortSignal): Promise<Response> {
  try {
    const headers = { 'Content-Type': 'application/json', Accept: 'application/graphql-response+json, application/json' }
    return await fetch(path, { method: 'POST', headers, body: JSON.stringify(body), signal, credentials: 'same-origin' })
  } catch (fault) {
    if (signal?.aborted) throw fault
    throw new ApiError(String(fault), 'UNREACHABLE')
  }
}

async function json<T>(response: Response): Promise<T | undefined> {
  const text = await response.text()
  try {
    return JSON.parse(text) as T
  } catch {
    return undefined
  }
}

function statusCode(status: number): string {
  if (status === 401) return 'UNAUTHENTICATED'
  return status === 403 ? 'DENIED' : `HTTP_${status}`
}

function requestId(response: Response): string | undefined {
  return response.headers.get('X-Request-Id') ?? undefined
}
