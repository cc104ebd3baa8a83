import { exportHref, type Filter } from '../base/export'
import { useLanguage, useWords } from '../i18n'

interface Props {
  name: 'gaps' | 'units' | 'coverage' | 'return' | 'plan' | 'quality' | 'findings' | 'review'
  title?: string
  filter: Filter | undefined
  others: Record<string, string | undefined>
}

/** The list as a file: the same question, asked of the export. */
export function ExportLinks({ name, title, filter, others }: Props) {
  const word = useWords()
  const headers = useLanguage() === 'zh' ? 'zh' : undefined
  return (
    <span className="export no-print">
      {title ?? word('export')} {['xlsx', 'csv'].map((format) => <a key={format} href={exportHref(`${name}.${format}`, filter, { ...others, headers })} download>{format.toUpperCase()}</a>)}
    </span>
  )
}
