import { createGraphiQLFetcher } from '@graphiql/toolkit'
import { GraphiQL } from 'graphiql'
import 'graphiql/setup-workers/vite'
import 'graphiql/style.css'
import { useMemo } from 'react'
import { Segmented } from 'antd'
import { go, here, useAddress } from '../../base/address'
import { useLanguage, useWords } from '../../i18n'
import { useAsOf, useSession } from '../../base/session'
import { Keys } from './keys'
import { examplesOf } from './examples'

const fetcher = createGraphiQLFetcher({ url: '/graphql' })

/** The schema with its documents, and a place to try questions, built in: nothing is fetched from elsewhere. */
export default function Api() {
  const word = useWords()
  const { viewer } = useSession()
  const english = useLanguage() === 'en'
  const examples = examplesOf(useAsOf())
  const chosen = Number(useAddress().params.example ?? 0) || 0
  const storage = useMemo(memory, [chosen])
  const example = examples[chosen] ?? examples[0]
  return (
    <>
      <div className="list-head"><h1>{word('api')}</h1><span>{word('apiNote')}</span></div>
      <Segmented
        aria-label={word('examples')}
        className="examples"
        value={chosen}
        options={examples.map(({ title, titleEnglish }, index) => ({ value: index, label: english ? titleEnglish : title }))}
        onChange={(example) => go(here({ example: example ? String(example) : undefined }))}
      />
      <div className="graphiql-box"><GraphiQL key={chosen} fetcher={fetcher} storage={storage} initialQuery={example?.query} initialVariables={example?.variables} defaultEditorToolsVisibility="variables" shouldPersistHeaders={false} forcedTheme="light" /></div>
      {viewer.rights.includes('MANAGE_KEYS') && <Keys />}
    </>
  )
}

// What is typed may hold names and codes: it is forgotten with the page.
function memory(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'clear' | 'length'> {
  const kept = new Map<string, string>()
  return {
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
    removeItem: (name) => void kept.delete(name),
    clear: () => kept.clear(),
    get length() {
      return kept.size
    },
  }
}
