import { lazy, Suspense } from 'react'
import { useIndicator } from '../../base/session'
import { useChoice, useWords } from '../../i18n'
import { DomainFilter } from '../../parts/domain-filter'
import { RegionTrail } from '../../parts/trail'
import { Waiting } from '../../parts/states'
import { Panel } from '../../parts/panel'
import { Cards } from './cards'
import { CardChoice } from './card-choice'
import { Domains } from './domains'
import { Heat } from './heat'
import { Regions } from './regions'

// The drawing library is the largest part of the page; figures do not wait for it.
const Series = lazy(() => import('./series'))

/** The viewer's region at a glance: a card for each chosen indicator, and the chosen one by region, domain and month. */
export default function Overview() {
  const word = useWords()
  const choose = useChoice()
  const indicator = useIndicator()
  const title = choose(indicator.title, indicator.titleEnglish)
  return (
    <>
      <h1 className="sr-only">{word('overview')}</h1>
      <div className="controls"><RegionTrail /><DomainFilter /><CardChoice /></div>
      <Cards />
      <div className="halves">
        <Panel title={<>{word('regions')} · {title}</>}><Regions /></Panel>
        <div className="stack">
          <Panel title={<>{word('series')} · {title}</>}><Suspense fallback={<Waiting rows={8} />}><Series /></Suspense></Panel>
          <Panel title={<>{word('byDomain')} · {title}</>}><Domains /></Panel>
        </div>
      </div>
      <Panel title={<>{word('heat')} · {title}</>}><Heat /></Panel>
    </>
  )
}
