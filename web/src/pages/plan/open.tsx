import { Segmented } from 'antd'
import { go, here } from '../../base/address'
import { count } from '../../base/format'
import { pageOf, useAsk } from '../../base/query'
import { useChoice, useTerms, useWords } from '../../i18n'
import { Mark } from '../../parts/mark'
import { Answer, Nothing } from '../../parts/states'
import { pageSize, VirtualTable, type Column } from '../../parts/virtual-table'
import { PlaceCell, UnitCell } from '../list/cells'
import { Sentence } from './sentence'
import { reasonInEnglish } from './english'
import { OpenDocument, usePlanChoice, usePlanQuestion, type OpenGap, type Plan } from './query'

/** The gaps for which there is no proposal, and why. */
export function OpenGaps({ reasons }: { reasons: Plan['reasons'] }) {
  const question = usePlanQuestion()
  const { reason } = usePlanChoice()
  const variables = (index: number) => ({ ...question, reasons: reason ? [reason] : null, first: pageSize, offset: index * pageSize })
  const asked = useAsk(OpenDocument, variables(0))
  const page = (index: number) => pageOf(OpenDocument, variables(index), (answer) => answer.gapPlan?.open?.nodes ?? [])
  return (
    <>
      <ReasonChoice reasons={reasons} />
      <Answer of={asked} rows={6}>
        {({ gapPlan }) => <div className="plan-open" data-testid="open" data-total={gapPlan?.open?.totalCount}>{gapPlan?.open?.totalCount ? <Table key={reason} total={gapPlan.open.totalCount} page={page} /> : <Nothing />}</div>}
      </Answer>
    </>
  )
}

function ReasonChoice({ reasons }: { reasons: Plan['reasons'] }) {
  const word = useWords()
  const term = useTerms()
  const { reason } = usePlanChoice()
  const all = reasons.reduce((sum, { units }) => sum + units, 0)
  const options = reasons.map((of) => ({ value: of.reason as string, label: `${term('PlanReason', of.reason)} ${count(of.units)}` }))
  return (
    <Segmented
      aria-label={word('planWhyNot')}
      className="examples"
      value={reason ?? ''}
      options={[{ value: '', label: `${word('all')} ${count(all)}` }, ...options]}
      onChange={(chosen) => go(here({ reason: chosen || undefined }))}
    />
  )
}

function Table({ total, page }: Pick<Parameters<typeof VirtualTable<OpenGap>>[0], 'total' | 'page'>) {
  const word = useWords()
  const term = useTerms()
  const choose = useChoice()
  const columns: Column<OpenGap>[] = [
    { key: 'unit', title: word('unit'), width: 'minmax(220px, 2fr)', render: ({ unit }) => <UnitCell unit={unit} /> },
    { key: 'place', title: `${word('domain')} · ${word('region')}`, width: 'minmax(110px, 1fr)', render: ({ unit }) => <PlaceCell unit={unit} /> },
    { key: 'reason', title: word('planWhyNot'), width: 'minmax(130px, 1fr)', render: ({ reason }) => <Mark tone="warn">{term('PlanReason', reason)}</Mark> },
    { key: 'message', title: word('planReason'), width: 'minmax(240px, 3fr)', render: ({ message, reason }) => <Sentence text={choose(message, reasonInEnglish(reason))} /> },
  ]
  return <VirtualTable label={word('planOpen')} columns={columns} total={total} rowKey={({ unit }) => unit.creditCode} page={page} />
}
