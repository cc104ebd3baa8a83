import { Card } from 'antd'
import { useAddress } from '../../base/address'
import { useAsk } from '../../base/query'
import { useAsOf, useSession } from '../../base/session'
import { useTerms, useWords } from '../../i18n'
import { Answer, Nothing } from '../../parts/states'
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
          <div className="halves">
            <Card title={<h2>{word('fields')}</h2>}><Fields unit={unit} /></Card>
            <div>
              <Card title={<h2>{word('covers')}</h2>}><Covers covers={unit.covers} /></Card>
              <Card title={<h2>{word('history')}</h2>}><History spans={unit.history} asOf={asOf} /></Card>
            </div>
          </div>
          <Card title={<h2>{word('why')}</h2>}><Why explanations={unit.why} order={indicators.map(({ key }) => key)} /></Card>
          <Card title={<h2>{word('reports')}</h2>}><Reports unit={unit} /></Card>
          <Successions unit={unit} />
          {unit.candidates.length > 0 && <Card title={<h2>{word('candidates')}</h2>}><CandidateTable candidates={unit.candidates} /></Card>}
          {unit.visits.length > 0 && <Card title={<h2>{word('visits')}</h2>}><Visits visits={unit.visits} /></Card>}
        </>
      )}
    </Answer>
  )
}
