import { Popover } from 'antd'
import type { ReactNode } from 'react'
import { Kit } from './kit'

interface Props {
  label: string
  title: string
  content: ReactNode
  children: ReactNode
}

/** A button that opens a note on hover, focus and click. */
export default function Hover({ label, title, content, children }: Props) {
  return (
    <Kit>
      <Popover title={title} content={content} trigger={['hover', 'focus', 'click']}>
        <button type="button" className="info no-print" aria-label={label}>{children}</button>
      </Popover>
    </Kit>
  )
}
