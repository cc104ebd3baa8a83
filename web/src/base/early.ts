import type { TypedDocumentString } from '../gen/graphql'
import { ask } from './api'

/** Any question; whether the variables fit the document was seen where it was made. */
export interface Question {
  document: TypedDocumentString<unknown, never>
  variables: unknown
}

/** A question of a typed document. */
export function asking<T, V>(document: TypedDocumentString<T, V>, variables: V): Question {
  return { document, variables }
}

const sent = new Map<string, Promise<unknown>>()

/** Sends a question before there is a component to ask it. */
export function askEarly<T, V>(document: TypedDocumentString<T, V>, variables: V): Promise<T> {
  const answer = ask(document, variables)
  answer.catch(() => undefined) // told where the component takes it
  sent.set(key(document, variables), answer)
  return answer
}

/** The answer of a question that was sent early, to whoever asks first; undefined where it must be sent. */
export function takeEarly<T, V>(document: TypedDocumentString<T, V>, variables: V): Promise<T> | undefined {
  const name = key(document, variables)
  const answer = sent.get(name)
  sent.delete(name)
  return answer as Promise<T> | undefined
}

function key<T, V>(document: TypedDocumentString<T, V>, variables: V): string {
  return JSON.stringify([document.toString(), variables])
}
