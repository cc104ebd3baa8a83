import { useAddress } from '../../base/address'
import { useAsk } from '../../base/query'
import { useAsOf, useSession } from '../../base/session'
import { useTerms, useWords } from '../../i18n'
import { Answer, Nothing } from '../../parts/states'
import { FindingList } from '../../parts/finding-list'
import { Panel } from '../../parts/panel'
import { CandidateTable } from './candidates'
import { Covers } from './covers'
import { Fields } from './fields'
import { History } from './history'
import { UnitDocument } from './query'
import { Reports } from './reports'
import { Successions } from './successions'
import { Visits } from './visits'
import { Why } from './why'

/** All that is known of one unit on a day, and why each indicator is met or not. */
export default function UnitPage() {
  const word = useWords()
  const term = useTerms()
  const asOf = useAsOf()
  const { indicators } = useSession()
  const code = decodeURIComponent(useAddress().path.split('/')[2] ?? '')
  const asked = useAsk(UnitDocument, { code, asOf })
  return (
    <Answer of={asked} rows={14}>
      {({ unit }) => !unit ? <><h1>{code}</h1><Nothing hint={word('unitNotFound')} /></> : (
        <>
          <div className="list-head"><h1>{unit.name}</h1><span>{term('Domain', unit.domain)} · {unit.region.name} · <code>{unit.creditCode}</code></span></div>
          <div className="halves unit-halves">
            <Panel title={word('fields')}><Fields unit={unit} /></Panel>
            <div className="stack">
              <Panel title={word('covers')}><Covers covers={unit.covers} /></Panel>
              <Panel title={word('history')}><History spans={unit.history} asOf={asOf} /></Panel>
            </div>
          </div>
          <Panel title={word('why')}><Why explanations={unit.why} order={indicators.map(({ key }) => key)} /></Panel>
          {unit.findings.length > 0 && <Panel title={word('lookBack')}><FindingList of={unit.findings} /></Panel>}
          <Panel title={word('reports')}><Reports unit={unit} /></Panel>
          <Successions unit={unit} />
          {unit.candidates.length > 0 && <Panel title={word('candidates')}><CandidateTable candidates={unit.candidates} /></Panel>}
          {unit.visits.length > 0 && <Panel title={word('visits')}><Visits visits={unit.visits} /></Panel>}
        </>
      )}
    </Answer>
  )
}
