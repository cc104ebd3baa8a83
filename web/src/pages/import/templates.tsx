import { useQuery } from '@tanstack/react-query'
import { useChoice, useLanguage } from '../../i18n'
import { Panel } from '../../parts/panel'
import { Answer } from '../../parts/states'
import { kindInWords, templates } from './job'
import { useImportWords } from './words'

/** The templates of every kind of table. */
export function Templates() {
  const word = useImportWords()
  const choose = useChoice()
  const language = useLanguage()
  const asked = useTemplates()
  return (
    <Panel title={word('templates')}>
      <p className="faint">{word('templateHint')}</p>
      <Answer of={asked}>
        {(list) => (
          <ul className="columns" data-testid="templates">
            {list.map(({ kind, title, xlsx, csv }) => (
              <li key={kind}>{choose(title, kindInWords(kind))} <a href={`${xlsx}?lang=${language}`} download>XLSX</a> <a href={`${csv}?lang=${language}`} download>CSV</a></li>
            ))}
          </ul>
        )}
      </Answer>
    </Panel>
  )
}

/** The kinds of table, asked for once. */
export function useTemplates() {
  return useQuery({ queryKey: ['import-templates'], queryFn: templates, staleTime: Infinity })
}
