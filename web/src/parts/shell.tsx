import { Suspense, useEffect, useRef, type ReactNode } from 'react'
import { elsewhere, go, here, useAddress } from '../base/address'
import { closeSession } from '../base/api'
import { count } from '../base/format'
import { later } from '../base/later'
import { client } from '../base/query'
import { useAsOf, useSession } from '../base/session'
import { useLanguage, useTerms, useWords } from '../i18n'
import type { Word } from '../i18n/zh'
import { Link } from './link'
import { Mark } from './mark'

const DayPicker = later(() => import('./day-picker'))

/** The pages of the menu, in its order. */
const pages: [path: string, word: Word][] = [
  ['/', 'overview'], ['/gaps', 'gaps'], ['/units', 'units'], ['/movement', 'movement'], ['/set-ups', 'setUps'], ['/cultivation', 'cultivation'], ['/look-back', 'lookBack'], ['/plan', 'plan'], ['/return', 'annualReturn'], ['/data', 'data'], ['/import', 'import'], ['/console', 'api'],
]

/** What stands around every page: menu, the day, the language, and the marks that must never be missing, on paper too. */
export function Shell({ children }: { children: ReactNode }) {
  const word = useWords()
  return (
    <>
      <a className="skip" href="#content">{word('skip')}</a>
      <Marks />
      <header className="bar">
        <Link to={elsewhere('/')} className="brand">{word('product')}</Link>
        <Menu />
        <Tools />
      </header>
      <main id="content" tabIndex={-1}>{children}</main>
    </>
  )
}

function Menu() {
  const word = useWords()
  const { path } = useAddress()
  const menu = useRef<HTMLElement>(null)
  // On a narrow screen the menu scrolls sideways; the page's own entry must be in sight.
  useEffect(() => {
    const entry = menu.current?.querySelector<HTMLElement>('[aria-current]')
    if (menu.current && entry) menu.current.scrollLeft = entry.offsetLeft - menu.current.offsetLeft - (menu.current.clientWidth - entry.clientWidth) / 2
  }, [path])
  return (
    <nav aria-label={word('menu')} ref={menu}>
      {pages.map(([to, name]) => <Link key={to} to={elsewhere(to)} current={to === '/' ? path === '/' : path.startsWith(to)}>{word(name)}</Link>)}
    </nav>
  )
}

function Tools() {
  const word = useWords()
  const language = useLanguage()
  const { viewer, dataSet: { today } } = useSession()
  const asOf = useAsOf()
  const choose = (day: string | undefined) => go(here({ asOf: day === today ? undefined : day }))
  return (
    <div className="tools">
      <label htmlFor="as-of">{word('asOf')}</label>
      <Suspense fallback={<input id="as-of" className="field" value={asOf} readOnly />}>
        <DayPicker id="as-of" day={asOf} latest={today} clearable={asOf !== today} choose={choose} />
      </Suspense>
      {!viewer.demo && <button type="button" className="button" onClick={() => void leave()}>{word('leave')}</button>}
      <button type="button" className="button" lang={language === 'en' ? 'zh-CN' : 'en'} onClick={() => go(here({ lang: language === 'en' ? undefined : 'en' }))}>{word('language')}</button>
    </div>
  )
}

async function leave() {
  await closeSession()
  await client.resetQueries()
}

/** Secrecy label, day, data version, caller, and for the demo the words that say so. */
function Marks() {
  const word = useWords()
  const term = useTerms()
  const { dataSet, viewer } = useSession()
  const asOf = useAsOf()
  return (
    <div className="marks" role="note">
      {dataSet.label && <strong className="demo-label">{dataSet.label}</strong>}
      <span className="secrecy">{word('secrecy')}{word('colon')}{dataSet.secrecyLabel}</span>
      <span>{word('asOf')} <time dateTime={asOf} data-testid="as-of">{asOf}</time></span>
      <span>{word('dataVersion')} <span data-testid="data-version">{count(Number(dataSet.version))}</span></span>
      <span>{word('printedBy')} {viewer.name || word('demo')} · {term('Role', viewer.role)}</span>
      <PageMargins text={[dataSet.label, `${word('secrecy')}${word('colon')}${dataSet.secrecyLabel}`, `${word('asOf')} ${asOf}`, `${word('dataVersion')} ${dataSet.version}`, viewer.name].filter(Boolean).join('　')} />
      {dataSet.importRunning && <Mark tone="warn">{word('importRunning')}</Mark>}
    </div>
  )
}

/** Repeats the marks in the margin of every printed page; what stands in the page itself would be on the first only. */
function PageMargins({ text }: { text: string }) {
  const quoted = JSON.stringify(text.replaceAll('<', ''))
  return <style>{`@page { @top-left { content: ${quoted}; font-size: 9pt; } @bottom-right { content: counter(page) ' / ' counter(pages); font-size: 9pt; } }`}</style>
}
