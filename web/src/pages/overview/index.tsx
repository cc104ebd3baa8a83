import { Suspense } from 'react'
import { later } from '../../base/later'
import { useIndicator } from '../../base/session'
import { useChoice, useWords } from '../../i18n'
import { RegionTrail } from '../../parts/trail'
import { Waiting } from '../../parts/states'
import { Panel } from '../../parts/panel'
import { Cards } from './cards'
import { Domains } from './domains'
import { Heat } from './heat'
import { Regions } from './regions'

// The libraries that draw and choose are the largest parts of the page; figures do not wait for them.
const Series = later(() => import('./series'))
const Choices = later(() => import('./choices'))

/** The viewer's region at a glance: a card for each chosen indicator, and the chosen one by region, domain and month. */
export default function Overview() {
  const word = useWords()
  const choose = useChoice()
  const indicator = useIndicator()
  const title = choose(indicator.title, indicator.titleEnglish)
  return (
    <>
      <h1 className="sr-only">{word('overview')}</h1>
      <div className="controls"><RegionTrail /><Suspense fallback={<span className="choices-room" />}><Choices /></Suspense></div>
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
