import { Segmented } from 'antd'
import { ApiError } from '../../base/api'
import { go, here } from '../../base/address'
import { useAsk } from '../../base/query'
import { useSession } from '../../base/session'
import { useChoice, useTerms, useWords } from '../../i18n'
import { DomainFilter } from '../../parts/domain-filter'
import { ExportLinks } from '../../parts/export-links'
import { Panel } from '../../parts/panel'
import { Answer, Fault } from '../../parts/states'
import { RegionTrail } from '../../parts/trail'
import { OpenGaps } from './open'
import { Proposals } from './proposals'
import { PlanDocument, usePlanChoice, usePlanned, usePlanQuestion, type Plan as PlanAnswer } from './query'
import { Regions } from './regions'
import { Shares } from './shares'

/** What would close the gaps of the chosen scope, how far the share would rise, and what stands in the way of the rest. */
export default function Plan() {
  const word = useWords()
  const term = useTerms()
  const may = useSession().viewer.rights.includes('READ_MEMBER_FIGURES')
  if (!may) return <><h1>{word('plan')}</h1><Fault fault={new ApiError(term('Right', 'READ_MEMBER_FIGURES'), 'DENIED')} /></>
  return <Planned />
}

function Planned() {
  const word = useWords()
  const question = usePlanQuestion()
  const { step } = usePlanChoice()
  const asked = useAsk(PlanDocument, question)
  return (
    <>
      <div className="list-head">
        <h1>{word('plan')}</h1>
        <div className="list-controls"><RegionTrail /><DomainFilter /><IndicatorChoice /><ExportLinks name="plan" title={word('planTasks')} filter={question.where} others={{ indicator: question.indicator, asOf: question.asOf, steps: step }} /></div>
      </div>
      <Answer of={asked} rows={12}>{({ gapPlan }) => gapPlan && <Body of={gapPlan} />}</Answer>
    </>
  )
}

function IndicatorChoice() {
  const word = useWords()
  const choose = useChoice()
  const { indicator } = usePlanQuestion()
  return (
    <Segmented
      aria-label={word('indicator')}
      value={indicator}
      options={usePlanned().map((entry) => ({ value: entry.key, label: choose(entry.title, entry.titleEnglish) }))}
      onChange={(key) => go(here({ indicator: key }))}
    />
  )
}

function Body({ of }: { of: PlanAnswer }) {
  const word = useWords()
  return (
    <>
      <Shares of={of} />
      <Panel title={word('planRegions')}><Regions of={of.regions} /></Panel>
      <Panel title={word('proposals')}><Proposals steps={of.steps} /></Panel>
      <Panel title={word('planOpen')}><OpenGaps reasons={of.reasons} /></Panel>
    </>
  )
}
