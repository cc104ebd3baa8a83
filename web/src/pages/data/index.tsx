import { count } from '../../base/format'
import { useSession } from '../../base/session'
import { useTerms, useWords } from '../../i18n'
import { Fault } from '../../parts/states'
import { ApiError } from '../../base/api'
import { Panel } from '../../parts/panel'
import { Imports } from './imports'

/** What the answers are made of: the data set, who is asking, and the imports. */
export default function Data() {
  const word = useWords()
  const term = useTerms()
  const { dataSet, viewer } = useSession()
  return (
    <>
      <h1>{word('data')}</h1>
      <Panel title={word('dataSet')}>
        <dl className="fields">
          <div><dt>{word('dataVersion')}</dt><dd>{count(Number(dataSet.version))}</dd></div>
          <div><dt>{word('changedAt')}</dt><dd>{new Date(dataSet.changedAt).toLocaleString('sv-SE')}</dd></div>
          <div><dt>{word('today')}</dt><dd>{dataSet.today}</dd></div>
          <div><dt>{word('unitCount')}</dt><dd>{count(dataSet.unitCount)}</dd></div>
          <div><dt>{word('ruleSet')}</dt><dd><code>{dataSet.ruleSet.slice(0, 16)}</code></dd></div>
          <div><dt>{word('printedBy')}</dt><dd>{viewer.name || word('demo')} · {term('Role', viewer.role)} · {viewer.region?.name ?? word('wholeScope')}</dd></div>
          <div><dt>{word('rights')}</dt><dd>{viewer.rights.map((right) => term('Right', right)).join(word('joiner'))}</dd></div>
        </dl>
      </Panel>
      <Panel title={word('imports')}>
        {viewer.rights.includes('IMPORT') ? <Imports /> : <Fault fault={new ApiError(term('Right', 'IMPORT'), 'DENIED')} />}
      </Panel>
    </>
  )
}
