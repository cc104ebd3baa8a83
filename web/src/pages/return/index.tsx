import { Select } from 'antd'
import { go, here } from '../../base/address'
import { useAsk } from '../../base/query'
import { useAsOf, useSession } from '../../base/session'
import { useWords } from '../../i18n'
import { ExportLinks } from '../../parts/export-links'
import { Panel } from '../../parts/panel'
import { Answer } from '../../parts/states'
import { RegionTrail } from '../../parts/trail'
import { Checks } from './checks'
import { Declarer } from './declarer'
import { Differences } from './differences'
import { ReturnDocument, useReturnQuestion, useTitle, type Return as ReturnAnswer } from './query'
import { Summary } from './summary'
import { Table } from './table'

/** The annual return in its own layout, its identities checked, and compared with what an organisation declared. */
export default function Return() {
  const word = useWords()
  const { question } = useReturnQuestion()
  const asked = useAsk(ReturnDocument, question)
  return (
    <>
      <div className="list-head">
        <h1>{word('annualReturn')}</h1>
        <div className="list-controls">
          <RegionTrail /><YearEnd /><Declarer />
          <ExportLinks name="return" filter={question.where} others={{ asOf: question.asOf, declaredBy: question.declaredBy }} />
        </div>
      </div>
      <Answer of={asked} rows={14}>{({ annualReturn }) => annualReturn && <Body of={annualReturn} />}</Answer>
    </>
  )
}

// A return is of the last day of its year; the day governs the whole page, so that its links open the same day.
function YearEnd() {
  const word = useWords()
  const asOf = useAsOf()
  const { today } = useSession().dataSet
  const ends = [1, 2, 3].map((back) => `${Number(today.slice(0, 4)) - back}-12-31`)
  return (
    <Select
      aria-label={word('returnYear')}
      value={ends.includes(asOf) ? asOf : ''}
      options={[{ value: '', label: `${word('asOf')} ${ends.includes(asOf) ? today : asOf}` }, ...ends.map((end) => ({ value: end, label: word('yearEnd', { n: end.slice(0, 4) }) }))]}
      onChange={(day) => go(here({ asOf: day || undefined }))}
      popupMatchSelectWidth={false}
    />
  )
}

function Body({ of }: { of: ReturnAnswer }) {
  const word = useWords()
  const title = useTitle()
  return (
    <>
      <Checks of={of} />
      {of.declaredBy && <Panel title={<>{word('returnDifferences')} · {of.declaredBy.name} {of.year}</>}><Differences of={of} /></Panel>}
      <Panel title={word('returnSummary')}><Summary tables={of.tables} /></Panel>
      {of.tables.map((table) => <Panel key={table.key} title={title(table)}><Table of={table} /></Panel>)}
    </>
  )
}
