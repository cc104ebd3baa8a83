import type { ReactNode } from 'react'

/** A part of a page under its own heading. */
export function Panel({ title, children }: { title: ReactNode; children: ReactNode }) {
  return <section className="panel"><header><h2>{title}</h2></header><div>{children}</div></section>
}
