import { Segmented } from 'antd'
import { elsewhere, go, here } from '../../base/address'
import { count } from '../../base/format'
import { pageOf, useAsk } from '../../base/query'
import { useChoice, useTerms, useWords } from '../../i18n'
import { Link } from '../../parts/link'
import { Mark } from '../../parts/mark'
import { Answer, Nothing } from '../../parts/states'
import { pageSize, VirtualTable, type Column } from '../../parts/virtual-table'
import { OrganisationLink } from '../list/cells'
import { Sentence } from './sentence'
import { proposalInEnglish } from './english'
import { ProposalsDocument, usePlanChoice, usePlanQuestion, type Plan, type Proposal } from './query'

/** The proposals, all or those of one step. */
export function Proposals({ steps }: { steps: Plan['steps'] }) {
  const question = usePlanQuestion()
  const { step } = usePlanChoice()
  const variables = (index: number) => ({ ...question, steps: step ? [step] : null, first: pageSize, offset: index * pageSize })
  const asked = useAsk(ProposalsDocument, variables(0))
  const page = (index: number) => pageOf(ProposalsDocument, variables(index), (answer) => answer.gapPlan?.proposals?.nodes ?? [])
  return (
    <>
      <StepChoice steps={steps} />
      <Answer of={asked} rows={8}>
        {({ gapPlan }) => <div data-testid="proposals" data-total={gapPlan?.proposals?.totalCount}>{gapPlan?.proposals?.totalCount ? <Table key={step} total={gapPlan.proposals.totalCount} page={page} /> : <Nothing />}</div>}
      </Answer>
    </>
  )
}

function StepChoice({ steps }: { steps: Plan['steps'] }) {
  const word = useWords()
  const term = useTerms()
  const { step } = usePlanChoice()
  const all = steps.reduce((sum, { proposals }) => sum + proposals, 0)
  const options = steps.map((of) => ({ value: of.step as string, label: `${term('NextStep', of.step)} ${count(of.proposals)}`, title: word('planUnits', { n: count(of.units) }) }))
  return (
    <Segmented
      aria-label={word('planStep')}
      className="examples"
      value={step ?? ''}
      options={[{ value: '', label: `${word('all')} ${count(all)}` }, ...options]}
      onChange={(chosen) => go(here({ step: chosen || undefined }))}
    />
  )
}

function Table({ total, page }: Pick<Parameters<typeof VirtualTable<Proposal>>[0], 'total' | 'page'>) {
  const word = useWords()
  const term = useTerms()
  const choose = useChoice()
  const columns: Column<Proposal>[] = [
    { key: 'step', title: word('planStep'), width: '118px', render: ({ step, basis }) => <><Mark tone="info">{term('NextStep', step)}</Mark><small>{term('PlanBasis', basis)}</small></> },
    { key: 'units', title: word('units'), width: 'minmax(240px, 3fr)', render: (of) => <Units of={of} /> },
    { key: 'place', title: `${word('domain')} · ${word('region')}`, width: 'minmax(110px, 1fr)', render: ({ units: [unit] }) => unit && <>{term('Domain', unit.domain)}<small>{unit.region.name}</small></> },
    { key: 'members', title: word('fullMembers'), width: '70px', render: ({ fullMembers }) => count(fullMembers) },
    { key: 'holder', title: word('planHolder'), width: 'minmax(150px, 1.4fr)', render: (of) => <Holder of={of} /> },
    { key: 'message', title: word('planReason'), width: 'minmax(190px, 2fr)', render: (of) => <Sentence text={choose(of.message, proposalInEnglish(of))} /> },
  ]
  return <VirtualTable label={word('proposals')} columns={columns} total={total} rowKey={({ units, step }) => `${step} ${units[0]?.creditCode}`} page={page} />
}

/** Every unit of a proposal opens its page; how many they are stands in front where there is more than one. */
function Units({ of: { units, unitCount } }: { of: Proposal }) {
  const word = useWords()
  return (
    <div className="plan-text">
      {unitCount > 1 && <b>{word('planUnits', { n: count(unitCount) })}　</b>}
      {units.map((unit, index) => <span key={unit.creditCode}>{index > 0 && word('joiner')}<Link to={elsewhere(`/units/${unit.creditCode}`)} title={unit.creditCode}>{unit.name}</Link></span>)}
    </div>
  )
}

/** The organisation to lean on, or the instructor to be sent. */
function Holder({ of: { host, hostRelation, instructor } }: { of: Proposal }) {
  const word = useWords()
  const term = useTerms()
  if (host) return <><OrganisationLink of={host} /><small>{term('PlanHost', hostRelation)}</small></>
  if (!instructor) return null
  return <>{instructor.name === 'MASKED' ? <span className="masked">{word('masked')}</span> : <span>{instructor.name}</span>}<small>{instructor.code}</small></>
}
