import { count } from '../../base/format'
import { orderText } from '../../base/export'
import { pageOf, useAsk } from '../../base/query'
import { useAsOf, useSelection } from '../../base/session'
import { graphql } from '../../gen'
import type { UnitsQuery } from '../../gen/graphql'
import { useTerms, useWords } from '../../i18n'
import { Answer, Nothing } from '../../parts/states'
import { ExportLinks } from '../../parts/export-links'
import { RegionTrail } from '../../parts/trail'
import { pageSize, VirtualTable, type Column } from '../../parts/virtual-table'
import { PlaceCell, UnitCell } from './cells'
import { Filters } from './filters'
import { ListLayout } from './layout'
import { OrderChoice, useOrder } from './order'

const UnitsDocument = graphql(`
  query Units($where: UnitFilter, $orderBy: [UnitOrder!], $offset: Int, $first: Int, $asOf: Date) {
    units(where: $where, orderBy: $orderBy, offset: $offset, first: $first, asOf: $asOf) {
      totalCount
      nodes { creditCode name domain region { name } employees fullMembers memberFigures operation establishment setUp workMeans foundedOn }
    }
  }
`)

type Unit = NonNullable<UnitsQuery['units']>['nodes'][number]

/** The units that a figure counts, or any others that the filters hold. */
export default function Units() {
  const word = useWords()
  const question = useUnitsQuestion()
  const asOf = useAsOf()
  const { where } = useSelection()
  const order = orderText(useOrder())
  const first = useAsk(UnitsDocument, question(0))
  const total = first.data?.units?.totalCount
  return (
    <ListLayout
      heading={<span data-testid="total" data-total={total}>{word('unitsHeading', { n: count(total) })}</span>}
      controls={<><RegionTrail /><OrderChoice /><ExportLinks name="units" filter={where} others={{ asOf, orderBy: order }} /></>}
      filters={<Filters />}
    >
      <Answer of={first} rows={12}>{({ units }) => (units?.totalCount ? <Table total={units.totalCount} variables={question} /> : <Nothing />)}</Answer>
    </ListLayout>
  )
}

type Variables = ReturnType<typeof useUnitsQuestion>

function useUnitsQuestion() {
  const asOf = useAsOf()
  const { where } = useSelection()
  const orderBy = useOrder()
  return (page: number) => ({ where, orderBy, asOf, offset: page * pageSize, first: pageSize })
}

function Table({ total, variables }: { total: number; variables: Variables }) {
  const word = useWords()
  const term = useTerms()
  const columns: Column<Unit>[] = [
    { key: 'unit', title: word('unit'), width: 'minmax(220px, 2fr)', render: (unit) => <UnitCell unit={unit} /> },
    { key: 'place', title: `${word('domain')} · ${word('region')}`, width: 'minmax(120px, 1fr)', render: (unit) => <PlaceCell unit={unit} /> },
    { key: 'operation', title: word('operation'), width: '90px', render: (unit) => term('Operation', unit.operation) },
    { key: 'establishment', title: word('establishment'), width: 'minmax(120px, 1fr)', render: (unit) => term('Establishment', unit.establishment) },
    { key: 'cover', title: `${word('setUp')} · ${word('workMeans')}`, width: 'minmax(120px, 1fr)', render: (unit) => <>{term('SetUp', unit.setUp)}<small>{term('WorkMeans', unit.workMeans)}</small></> },
    { key: 'employees', title: word('employees'), width: '84px', render: (unit) => count(unit.employees) },
    { key: 'members', title: word('fullMembers'), width: '84px', render: (unit) => <Members unit={unit} /> },
    { key: 'founded', title: word('founded'), width: '104px', render: (unit) => unit.foundedOn },
  ]
  const page = (index: number) => pageOf(UnitsDocument, variables(index), (answer) => answer.units?.nodes ?? [])
  return <VirtualTable label={word('units')} columns={columns} total={total} rowKey={(unit) => unit.creditCode} page={page} />
}

function Members({ unit }: { unit: Unit }) {
  const word = useWords()
  return unit.memberFigures === 'SHOWN' ? <>{count(unit.fullMembers)}</> : <span className="masked" title={word('memberHidden')}>{word('masked')}</span>
}
