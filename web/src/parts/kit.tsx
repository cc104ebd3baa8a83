import { ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import type { ReactNode } from 'react'
import { useLanguage } from '../i18n'
import { theme } from '../theme'

/**
 * What the component library needs around its components: theme and language. It is not around the whole explorer, because the first
 * figures are drawn without the library and do not wait for it.
 */
export function Kit({ children }: { children: ReactNode }) {
  const english = useLanguage() === 'en'
  dayjs.locale(english ? 'en' : 'zh-cn')
  return <ConfigProvider button={{ autoInsertSpace: false }} locale={english ? enUS : zhCN} theme={theme}>{children}</ConfigProvider>
}
