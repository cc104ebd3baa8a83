import { QueryClientProvider } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, type ComponentType } from 'react'
import { useAddress } from './base/address'
import { client } from './base/query'
import { useLanguage, useWords } from './i18n'
import type { Word } from './i18n/zh'
import Overview from './pages/overview'
import { Gate } from './parts/gate'
import { Shell } from './parts/shell'
import { NotFound, Waiting } from './parts/states'

type Load = () => Promise<{ default: ComponentType }>

interface Page {
  path: RegExp
  title: Word
  load?: Load
  Component: ComponentType
}

// Each page but the first is a file of its own to load; the first does not wait for the editor of the last.
const pages: Page[] = [
  { path: /^\/$/, title: 'overview', Component: Overview },
  page(/^\/gaps$/, 'gaps', dressed(() => import('./pages/list/gaps'))),
  page(/^\/movement$/, 'movement', dressed(() => import('./pages/movement'))),
  page(/^\/units$/, 'units', dressed(() => import('./pages/list/units'))),
  page(/^\/units\/[^/]+$/, 'unit', () => import('./pages/unit')),
  page(/^\/set-ups$/, 'setUps', dressed(() => import('./pages/setups'))),
  page(/^\/organisation$/, 'organisation', () => import('./pages/setups/organisation')),
  page(/^\/look-back$/, 'lookBack', dressed(() => import('./pages/lookback'))),
  page(/^\/plan$/, 'plan', dressed(() => import('./pages/plan'))),
  page(/^\/return$/, 'annualReturn', dressed(() => import('./pages/return'))),
  page(/^\/cultivation$/, 'cultivation', dressed(() => import('./pages/cultivation'))),
  page(/^\/data$/, 'data', () => import('./pages/data')),
  page(/^\/import$/, 'import', dressed(() => import('./pages/import'))),
  page(/^\/console$/, 'api', dressed(() => import('./pages/api'))),
]

function page(path: RegExp, title: Word, load: Load): Page {
  return { path, title, load, Component: lazy(load) }
}

/** A page that is made of the component library, inside what the library needs. */
function dressed(load: Load): Load {
  return async () => {
    const [{ Kit }, { default: Bare }] = await Promise.all([import('./parts/kit'), load()])
    return { default: () => <Kit><Bare /></Kit> }
  }
}

// The page's code comes while the session is asked for, not behind it.
void pages.find(({ path }) => path.test(location.pathname))?.load?.()

/** The explorer. */
export function App() {
  const language = useLanguage()
  useEffect(() => {
    document.documentElement.lang = language === 'en' ? 'en' : 'zh-CN'
  }, [language])
  return (
    <QueryClientProvider client={client}>
      <Gate>
        <Shell><CurrentPage /></Shell>
      </Gate>
    </QueryClientProvider>
  )
}

function CurrentPage() {
  const word = useWords()
  const { path } = useAddress()
  const { title, Component } = pages.find((entry) => entry.path.test(path)) ?? { title: 'notFound' as const, Component: NotFound }
  useEffect(() => {
    document.title = `${word(title)} · ${word('product')} Fugai`
  })
  return <Suspense fallback={<Waiting rows={10} />}><Component /></Suspense>
}
