import { useAddress } from '../base/address'
import { en } from './en'
import { chinese, englishTerm, type EnumName } from './terms'
import { zh, type Word } from './zh'

/** A language of the explorer; Chinese unless the address says `lang=en`. */
export type Language = 'zh' | 'en'

/** The language that the address asks for. */
export function useLanguage(): Language {
  return useAddress().params.lang === 'en' ? 'en' : 'zh'
}

/** Gives words of the reader's language, with `{n}` and the like filled in. */
export function useWords(): (word: Word, values?: Record<string, string | number>) => string {
  const dictionary = useLanguage() === 'en' ? en : zh
  return (word, values = {}) =>
    Object.entries(values).reduce((text, [name, value]) => text.replace(`{${name}}`, String(value)), dictionary[word])
}

/** Gives terms of the schema's enums in the reader's language; '' where there is no value. */
export function useTerms(): (name: EnumName, value: string | null | undefined) => string {
  const language = useLanguage()
  return (name, value) => {
    if (!value) return ''
    return language === 'en' ? englishTerm(value) : chinese(name, value)
  }
}

/** Gives a text that the server has in Chinese only to those who read Chinese. */
export function useChinese(): (text: string | null | undefined) => string | undefined {
  const language = useLanguage()
  return (text) => (language === 'zh' ? text ?? undefined : undefined)
}

/** Chooses between a Chinese and an English text that the server gives. */
export function useChoice(): (inChinese: string, inEnglish: string) => string {
  const language = useLanguage()
  return (inChinese, inEnglish) => (language === 'en' ? inEnglish || inChinese : inChinese)
}
