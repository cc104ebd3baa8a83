import type { MouseEvent, ReactNode } from 'react'
import { go, href, type Address } from '../base/address'

interface Props {
  to: Address
  children: ReactNode
  className?: string
  title?: string
  label?: string
  current?: boolean
}

/** A link inside the explorer: a real address, so that it can be opened in a tab, copied and read out; a plain click stays in the page. */
export function Link({ to, children, className, title, label, current }: Props) {
  const follow = (event: MouseEvent) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    go(to)
    if (to.path !== document.body.dataset.path) scrollTo(0, 0)
  }
  return (
    <a href={href(to)} onClick={follow} className={className} title={title} aria-label={label} aria-current={current ? 'page' : undefined}>
      {children}
    </a>
  )
}
