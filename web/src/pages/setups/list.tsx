import { count } from '../../base/format'
import { list } from '../../base/filter'
import { useAddress } from '../../base/address'
import { pageOf, useAsk } from '../../base/query'
import { useAsOf } from '../../base/session'
import { graphql } from '../../gen'
import type { OrganisationsQuery, SetUp } from '../../gen/graphql'
import { useTerms, useWords } from '../../i18n'
import { Answer, Nothing } from '../../parts/states'
import { useRegionCode } from '../../parts/trail'
import { pageSize, VirtualTable, type Column } from '../../parts/virtual-table'
import { OrganisationLink } from '../list/cells'
import { useBroken } from './condition-filter'
import { Conditions } from './conditions'

const OrganisationsDocument = graphql(`
  query Organisations($where: OrganisationFilter, $first: Int, $offset: Int, $asOf: Date) {
    organisations(where: $where, first: $first, offset: $offset, asOf: $asOf) {
      totalCount
      nodes {
        code name kind nature region { name } establishedOn termEndsOn setUps host { code name }
        setUpConditions { setUp code state message found limit }
        participants { fullMembers home { code name } } participatingFullMembers
        units(first: 1) { totalCount }
      }
    }
  }
`)

type Organisation = NonNullable<OrganisationsQuery['organisations']>['nodes'][number]

/** Organisations that cover units by one set-up. */
export function OrganisationList({ setUp }: { setUp: SetUp }) {
  const word = useWords()
  const asOf = useAsOf()
  const { params } = useAddress()
  const top = useRegionCode()
  const regions = list(params.regions) ?? (top ? [top] : undefined)
  const broken = useBroken()
  const conditionsBroken = setUp === 'STANDALONE' ? undefined : broken
  const variables = (index: number) => ({ where: { setUps: [setUp], regions, conditionsBroken }, asOf, first: pageSize, offset: index * pageSize })
  const asked = useAsk(OrganisationsDocument, variables(0))
  return (
    <Answer of={asked} rows={10}>
      {({ organisations }) => (
        <>
          <h2 className="small-head"><span data-testid="total" data-total={organisations?.totalCount}>{word('organisationsHeading', { n: count(organisations?.totalCount) })}</span></h2>
          {organisations?.totalCount ? <Table setUp={setUp} total={organisations.totalCount} page={(index) => pageOf(OrganisationsDocument, variables(index), (answer) => answer.organisations?.nodes ?? [])} /> : <Nothing />}
        </>
      )}
    </Answer>
  )
}

type TableProps = Pick<Parameters<typeof VirtualTable<Organisation>>[0], 'total' | 'page'> & { setUp: SetUp }

function Table({ setUp, total, page }: TableProps) {
  const word = useWords()
  const term = useTerms()
  const combined: Column<Organisation>[] = [
    { key: 'host', title: word('host'), width: 'minmax(150px, 1fr)', render: ({ host }) => host && <OrganisationLink of={host} /> },
    { key: 'participants', title: word('participants'), width: 'minmax(220px, 2fr)', render: (of) => <Participants of={of} /> },
  ]
  const columns: Column<Organisation>[] = [
    { key: 'name', title: word('organisation'), width: 'minmax(200px, 2fr)', render: (of) => <><OrganisationLink of={of} /><small>{of.code}</small></> },
    { key: 'kind', title: word('organisationKind'), width: '96px', render: ({ kind, nature }) => <>{term('OrganisationKind', kind)}<small>{term('OrganisationNature', nature)}</small></> },
    { key: 'region', title: word('region'), width: 'minmax(100px, 1fr)', render: ({ region }) => region?.name },
    { key: 'units', title: word('coveredUnits'), width: '84px', render: ({ units }) => count(units.totalCount) },
    ...(setUp === 'COMBINED' ? combined : [{ key: 'term', title: word('termEndsOn'), width: '108px', render: ({ termEndsOn }: Organisation) => termEndsOn }]),
    ...(setUp === 'STANDALONE' ? [] : [{ key: 'conditions', title: word('conditions'), width: 'minmax(170px, 1.4fr)', render: ({ setUpConditions }: Organisation) => <Conditions of={setUpConditions} /> }]),
    { key: 'established', title: word('establishedOn'), width: '108px', render: ({ establishedOn }) => establishedOn },
  ]
  return <VirtualTable label={word('organisationsBySetUp')} columns={columns} total={total} rowKey={({ code }) => code} page={page} />
}

function Participants({ of }: { of: Organisation }) {
  const word = useWords()
  const homes = of.participants.map(({ home, fullMembers }) => `${home.name} ${count(fullMembers)}`).join(word('parter'))
  return <><span title={homes}>{homes}</span><small>{word('participatingFullMembers')} {count(of.participatingFullMembers)}</small></>
}
