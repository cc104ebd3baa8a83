import { useChoiceOf } from '../../base/choice'
import { count } from '../../base/format'
import { orderText, type Others } from '../../base/export'
import { pageOf, useAsk } from '../../base/query'
import { useAsOf, useIndicator, useSelection } from '../../base/session'
import { graphql } from '../../gen'
import type { GapsQuery } from '../../gen/graphql'
import { useChinese, useTerms, useWords } from '../../i18n'
import { Definition } from '../../parts/definition'
import { ExportLinks } from '../../parts/export-links'
import { IndicatorSelect } from '../../parts/indicator-select'
import { Answer, Nothing } from '../../parts/states'
import { pageSize, VirtualTable, type Column } from '../../parts/virtual-table'
import { PlaceCell, UnitCell } from './cells'
import { Chosen } from './chosen'
import { Drill } from './drill'
import { Filters } from './filters'
import { ListLayout } from './layout'
import { OrderChoice, useOrder } from './order'
import { Mark } from '../../parts/mark'

const GapsDocument = graphql(`
  query Gaps($indicator: IndicatorKey!, $where: UnitFilter, $orderBy: [UnitOrder!], $offset: Int, $first: Int, $asOf: Date) {
    gaps(indicator: $indicator, where: $where, orderBy: $orderBy, offset: $offset, first: $first, asOf: $asOf) {
      totalCount
      nodes {
        unit { creditCode name domain region { name } employees }
        reasons { code message }
        nextSteps { step message }
        since days sinceRuleChange
        lastCover { validTo endReason organisation { name } instructor { name } massOrganisation { name } }
      }
    }
  }
`)

type Gap = NonNullable<GapsQuery['gaps']>['nodes'][number]

/** The units that an indicator does not reach, why, since when, and what would close the gap. */
export default function Gaps() {
  const word = useWords()
  const entry = useIndicator()
  const asOf = useAsOf()
  const { where } = useSelection()
  const order = orderText(useOrder())
  const question = useGapsQuestion()
  const first = useAsk(GapsDocument, question(0))
  const total = first.data?.gaps?.totalCount
  const others = { indicator: entry.key, asOf, orderBy: order }
  return (
    <ListLayout
      heading={<span data-testid="total" data-total={total}>{word('gapsHeading', { n: count(total) })}</span>}
      controls={<><IndicatorSelect /><Definition entry={entry} /><OrderChoice gaps /><ExportLinks name="gaps" filter={where} others={others} /></>}
      filters={<Filters gaps />}
      side={<Drill />}
    >
      <Answer of={first} rows={12}>{({ gaps }) => (gaps?.totalCount ? <Table total={gaps.totalCount} variables={question} others={others} /> : <Nothing />)}</Answer>
    </ListLayout>
  )
}

type Variables = ReturnType<typeof useGapsQuestion>

function useGapsQuestion() {
  const asOf = useAsOf()
  const { key } = useIndicator()
  const { where } = useSelection()
  const orderBy = useOrder()
  return (page: number) => ({ indicator: key, where, orderBy, asOf, offset: page * pageSize, first: pageSize })
}

function Table({ total, variables, others }: { total: number; variables: Variables; others: Others }) {
  const word = useWords()
  const { where } = useSelection()
  const choice = useChoiceOf(JSON.stringify([others.indicator, others.asOf, where]), total)
  const columns: Column<Gap>[] = [
    { key: 'unit', title: word('unit'), width: 'minmax(200px, 1.8fr)', render: ({ unit }) => <UnitCell unit={unit} /> },
    { key: 'place', title: `${word('domain')} · ${word('region')}`, width: 'minmax(110px, 1fr)', render: ({ unit }) => <PlaceCell unit={unit} /> },
    { key: 'employees', title: word('employees'), width: '72px', render: ({ unit }) => count(unit.employees) },
    { key: 'reasons', title: word('reasons'), width: 'minmax(172px, 1.5fr)', render: (gap) => <Reasons gap={gap} /> },
    { key: 'steps', title: word('nextSteps'), width: 'minmax(130px, 1.2fr)', render: (gap) => <Steps gap={gap} /> },
    { key: 'since', title: word('duration'), width: '110px', render: (gap) => <Since gap={gap} /> },
    { key: 'last', title: word('lastCover'), width: 'minmax(120px, 1fr)', render: (gap) => <LastCover of={gap.lastCover} /> },
  ]
  const page = (index: number) => pageOf(GapsDocument, variables(index), (answer) => answer.gaps?.nodes ?? [])
  return (
    <>
      <Chosen choice={choice} total={total} filter={where} others={others} />
      <VirtualTable label={word('gaps')} columns={columns} total={total} rowKey={(gap) => gap.unit.creditCode} page={page} choose={{ choice, name: (gap) => gap.unit.name }} />
    </>
  )
}

function Reasons({ gap }: { gap: Gap }) {
  const term = useTerms()
  const chinese = useChinese()
  return <div className="tags">{gap.reasons.map((reason, index) => <Mark key={reason.code} tone={index ? undefined : 'bad'} title={chinese(reason.message)}>{term('GapReasonCode', reason.code)}</Mark>)}</div>
}

function Steps({ gap }: { gap: Gap }) {
  const term = useTerms()
  const chinese = useChinese()
  return <div className="tags">{gap.nextSteps.map(({ step, message }) => <Mark key={step} tone="info" title={chinese(message)}>{term('NextStep', step)}</Mark>)}</div>
}

function Since({ gap }: { gap: Gap }) {
  const word = useWords()
  return <>{word('days', { n: count(gap.days) })}<small>{gap.since}{gap.sinceRuleChange && <abbr title={word('sinceRuleChange')}> *</abbr>}</small></>
}

function LastCover({ of }: { of: Gap['lastCover'] }) {
  const word = useWords()
  const term = useTerms()
  if (!of) return <span className="faint">{word('noLastCover')}</span>
  const holder = (of.organisation ?? of.instructor ?? of.massOrganisation)?.name
  return <><span title={holder}>{holder}</span><small>{of.validTo} {term('EndReason', of.endReason)}</small></>
}
