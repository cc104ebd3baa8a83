import { elsewhere } from '../../base/address'
import { count } from '../../base/format'
import { pageOf, useAsk } from '../../base/query'
import { useAsOf, useSession } from '../../base/session'
import { graphql } from '../../gen'
import type { CandidatesQuery } from '../../gen/graphql'
import { useChoice, useTerms, useWords } from '../../i18n'
import { englishOf } from '../../i18n/told'
import { Link } from '../../parts/link'
import { Answer, Nothing } from '../../parts/states'
import { pageSize, VirtualTable, type Column } from '../../parts/virtual-table'
import { Due, Masked } from './cells'
import { useCandidateFilter } from './selection'

const CandidatesDocument = graphql(`
  query Candidates($where: CandidateFilter, $orderBy: [CandidateOrder!], $first: Int, $offset: Int, $asOf: Date) {
    candidates(where: $where, orderBy: $orderBy, first: $first, offset: $offset, asOf: $asOf) {
      totalCount
      nodes { code name direction stage stageSince duty dueOn earliestNextOn overdueDays blockedBy unit { creditCode name } }
    }
  }
`)

type Candidate = NonNullable<CandidatesQuery['candidates']>['nodes'][number]

/** The candidates that the address asks for, the longest overdue first. */
export function CandidateList() {
  const word = useWords()
  const asOf = useAsOf()
  const where = useCandidateFilter()
  // Without the right to persons an order by their dues would tell what is masked; the server's own order is taken.
  const mayPersons = useSession().viewer.rights.includes('READ_PERSONS')
  const orderBy = mayPersons ? [{ by: 'OVERDUE_DAYS' as const, direction: 'DESC' as const }] : undefined
  const variables = (index: number) => ({ where, orderBy, asOf, first: pageSize, offset: index * pageSize })
  const asked = useAsk(CandidatesDocument, variables(0))
  return (
    <Answer of={asked} rows={8}>
      {({ candidates }) => (
        <>
          <p><b data-testid="total" data-total={candidates?.totalCount}>{word('candidatesHeading', { n: count(candidates?.totalCount) })}</b></p>
          {candidates?.totalCount ? <Table total={candidates.totalCount} page={(index) => pageOf(CandidatesDocument, variables(index), (answer) => answer.candidates?.nodes ?? [])} /> : <Nothing />}
        </>
      )}
    </Answer>
  )
}

function Table({ total, page }: Pick<Parameters<typeof VirtualTable<Candidate>>[0], 'total' | 'page'>) {
  const word = useWords()
  const term = useTerms()
  const choose = useChoice()
  const mayPersons = useSession().viewer.rights.includes('READ_PERSONS')
  const columns: Column<Candidate>[] = [
    { key: 'name', title: word('name'), width: 'minmax(110px, 1fr)', render: (candidate) => <><Masked value={candidate.name} /><small>{candidate.code}</small></> },
    { key: 'school', title: word('school'), width: 'minmax(170px, 2fr)', render: ({ unit }) => (unit ? <Link to={elsewhere(`/units/${unit.creditCode}`)}>{unit.name}</Link> : mayPersons ? word('outOfScope') : <Masked value="MASKED" />) },
    { key: 'direction', title: word('direction'), width: 'minmax(150px, 1fr)', render: ({ direction }) => <Masked value={direction} shown={term('Direction', direction)} /> },
    { key: 'stage', title: word('stage'), width: 'minmax(110px, 1fr)', render: ({ stage, stageSince }) => <><Masked value={stage} shown={term('Stage', stage)} /><small>{stageSince}</small></> },
    { key: 'duty', title: word('duty'), width: 'minmax(130px, 1.4fr)', render: ({ duty, blockedBy }) => <>{duty && choose(duty, englishOf(duty))}<small>{blockedBy.map((missing) => term('BlockedBy', missing)).join(word('joiner'))}</small></> },
    { key: 'earliest', title: word('earliestNextOn'), width: '108px', render: ({ earliestNextOn }) => earliestNextOn },
    { key: 'due', title: word('dueOn'), width: 'minmax(190px, 1fr)', render: (candidate) => <Due of={candidate} /> },
  ]
  return <VirtualTable label={word('candidates')} columns={columns} total={total} rowKey={({ code }) => code} page={page} />
}
