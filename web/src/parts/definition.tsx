import { InfoCircleOutlined } from '@ant-design/icons'
import { Button, Popover } from 'antd'
import type { ReactNode } from 'react'
import type { CatalogueEntry } from '../base/session'
import { useChoice, useWords } from '../i18n'

interface Props {
  entry: CatalogueEntry
  version?: { version: string; validFrom?: string | null }
  children?: ReactNode
}

/** What an indicator means: formula, regulation and version, and what stands beside the share; opens on hover, focus and click. */
export function Definition({ entry, version = entry.version, children }: Props) {
  const word = useWords()
  const choose = useChoice()
  const title = choose(entry.title, entry.titleEnglish)
  const since = version.validFrom ? word('versionSince', { v: version.version, d: version.validFrom }) : version.version
  const content = (
    <dl className="definition">
      {children}
      <dt>{word('formula')}</dt><dd>{choose(entry.formula, entry.formulaEnglish)}</dd>
      <dt>{word('regulation')}</dt><dd>{entry.regulation}</dd>
      <dt>{word('version')}</dt><dd>{since}</dd>
    </dl>
  )
  return (
    <Popover title={title} content={content} trigger={['hover', 'focus', 'click']}>
      <Button type="text" size="small" icon={<InfoCircleOutlined />} aria-label={`${word('details')}: ${title}`} className="no-print" />
    </Popover>
  )
}
