import type { ReactNode } from 'react'

interface Props {
  heading: ReactNode
  controls?: ReactNode
  filters: ReactNode
  side?: ReactNode
  children: ReactNode
}

/** A list with its heading, filters and, beside it, the tree to go down. */
export function ListLayout({ heading, controls, filters, side, children }: Props) {
  return (
    <>
      <div className="list-head"><h1 aria-live="polite">{heading}</h1><div className="list-controls">{controls}</div></div>
      {filters}
      <div className={side ? 'list-with-side' : undefined}>{side}<div className="list-main">{children}</div></div>
    </>
  )
}
