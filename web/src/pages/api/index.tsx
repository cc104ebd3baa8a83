import { createGraphiQLFetcher } from '@graphiql/toolkit'
import { GraphiQL } from 'graphiql'
import 'graphiql/setup-workers/vite'
import 'graphiql/style.css'
import { useState } from 'react'
import { Segmented } from 'antd'
import { useLanguage, useWords } from '../../i18n'
import { examples } from './examples'

const fetcher = createGraphiQLFetcher({ url: '/graphql' })

/** The schema with its documents, and a place to try questions, built in: nothing is fetched from elsewhere. */
export default function Api() {
  const word = useWords()
  const english = useLanguage() === 'en'
  const [chosen, choose] = useState(0)
  const example = examples[chosen] ?? examples[0]
  return (
    <>
      <div className="list-head"><h1>{word('api')}</h1><span>{word('apiNote')}</span></div>
      <Segmented
        aria-label={word('examples')}
        className="examples"
        value={chosen}
        options={examples.map(({ title, titleEnglish }, index) => ({ value: index, label: english ? titleEnglish : title }))}
        onChange={choose}
      />
      <div className="graphiql-box"><GraphiQL key={chosen} fetcher={fetcher} initialQuery={example?.query} initialVariables={example?.variables} defaultEditorToolsVisibility="variables" shouldPersistHeaders={false} forcedTheme="light" /></div>
    </>
  )
}
