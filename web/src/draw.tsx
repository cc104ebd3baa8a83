import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app'
import type { Question } from './base/early'
import { client, question } from './base/query'

// How long the first drawing waits for answers that are under way, in milliseconds: with them the page is laid out once.
const patience = 300

/** Draws the explorer, with the answers of the asked questions if they come soon. */
export async function draw(asked: Promise<Question[]>): Promise<void> {
  const answers = asked.then((questions) => Promise.all(questions.map(({ document, variables }) => client.prefetchQuery(question(document, variables as never)))))
  await Promise.race([answers, new Promise((resolve) => setTimeout(resolve, patience))])
  const root = document.getElementById('root')
  if (!root) throw new Error('index.html has no element with the id root.')
  createRoot(root).render(<StrictMode><App /></StrictMode>)
}
