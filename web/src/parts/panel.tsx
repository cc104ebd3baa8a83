import { Card } from 'antd'
import type { ReactNode } from 'react'

/** A part of a page under its own heading. */
export function Panel({ title, children }: { title: ReactNode; children: ReactNode }) {
  return <Card size="small" title={<h2>{title}</h2>}>{children}</Card>
}
