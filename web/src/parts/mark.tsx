import type { ReactNode } from 'react'

interface Props {
  tone?: 'good' | 'bad' | 'warn' | 'info' | 'plain'
  title?: string
  children: ReactNode
}

/** A word set off by a ground of its own; its colours keep their contrast, which those of ready-made tags do not. */
export function Mark({ tone = 'plain', title, children }: Props) {
  return <span className={`mark mark-${tone}`} title={title}>{children}</span>
}
