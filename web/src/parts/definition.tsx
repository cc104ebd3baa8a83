import { Suspense, type ReactNode } from 'react'
import { later } from '../base/later'
import type { CatalogueEntry } from '../base/scope'
import { useChoice, useWords } from '../i18n'

const Hover = later(() => import('./hover'))

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
  const label = `${word('details')}: ${title}`
  return <Suspense fallback={<button type="button" className="info no-print" aria-label={label}><Sign /></button>}><Hover label={label} title={title} content={content}><Sign /></Hover></Suspense>
}

function Sign() {
  return <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true"><circle cx="8" cy="8" r="7" fill="none" stroke="currentColor" /><path d="M8 7v5M8 4v1.5" stroke="currentColor" strokeWidth="1.6" /></svg>
}
