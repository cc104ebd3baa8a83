import { QueryClientProvider } from '@tanstack/react-query'
import { ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { lazy, Suspense, useEffect, type ComponentType } from 'react'
import { useAddress } from './base/address'
import { client } from './base/query'
import { useLanguage, useWords } from './i18n'
import type { Word } from './i18n/zh'
import { Gate } from './parts/gate'
import { Shell } from './parts/shell'
import { NotFound, Waiting } from './parts/states'
import { theme } from './theme'

type Page = [path: RegExp, title: Word, component: ComponentType]

// Each page is a file of its own to load; the first page does not wait for the editor of the last.
const pages: Page[] = [
  [/^\/$/, 'overview', lazy(() => import('./pages/overview'))],
  [/^\/gaps$/, 'gaps', lazy(() => import('./pages/list/gaps'))],
  [/^\/movement$/, 'movement', lazy(() => import('./pages/movement'))],
  [/^\/units$/, 'units', lazy(() => import('./pages/list/units'))],
  [/^\/units\/[^/]+$/, 'unit', lazy(() => import('./pages/unit'))],
  [/^\/set-ups$/, 'setUps', lazy(() => import('./pages/setups'))],
  [/^\/organisation$/, 'organisation', lazy(() => import('./pages/setups/organisation'))],
  [/^\/plan$/, 'plan', lazy(() => import('./pages/plan'))],
  [/^\/return$/, 'annualReturn', lazy(() => import('./pages/return'))],
  [/^\/cultivation$/, 'cultivation', lazy(() => import('./pages/cultivation'))],
  [/^\/data$/, 'data', lazy(() => import('./pages/data'))],
  [/^\/import$/, 'import', lazy(() => import('./pages/import'))],
  [/^\/console$/, 'api', lazy(() => import('./pages/api'))],
]

/** The explorer. */
export function App() {
  const language = useLanguage()
  useEffect(() => {
    document.documentElement.lang = language === 'en' ? 'en' : 'zh-CN'
    dayjs.locale(language === 'en' ? 'en' : 'zh-cn')
  }, [language])
  return (
    <ConfigProvider button={{ autoInsertSpace: false }} locale={language === 'en' ? enUS : zhCN} theme={theme}>
      <QueryClientProvider client={client}>
        <Gate>
          <Shell><CurrentPage /></Shell>
        </Gate>
      </QueryClientProvider>
    </ConfigProvider>
  )
}

function CurrentPage() {
  const word = useWords()
  const { path } = useAddress()
  const [, title, Component] = pages.find(([pattern]) => pattern.test(path)) ?? [null, 'notFound' as const, NotFound]
  useEffect(() => {
    document.title = `${word(title)} · ${word('product')} Fugai`
  })
  return <Suspense fallback={<Waiting rows={10} />}><Component /></Suspense>
}
