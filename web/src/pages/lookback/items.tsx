import { useChoiceOf } from '../../base/choice'
import { count } from '../../base/format'
import { pageOf, useAsk } from '../../base/query'
import { useSession } from '../../base/session'
import { graphql } from '../../gen'
import type { ReviewFilter, RoundItemsQuery } from '../../gen/graphql'
import { useChoice, useTerms } from '../../i18n'
import { ExportLinks } from '../../parts/export-links'
import { Mark } from '../../parts/mark'
import { Answer, Nothing } from '../../parts/states'
import { pageSize, VirtualTable, type Column } from '../../parts/virtual-table'
import { OrganisationLink } from '../list/cells'
import { Acts } from './acts'
import { Named } from './findings'
import { useLookBackWords } from './words'

export const RoundItemsDocument = graphql(`
  query RoundItems($code: String!, $where: ReviewFilter, $first: Int, $offset: Int) {
    reviewRound(code: $code) {
      items(where: $where, first: $first, offset: $offset) {
        totalCount
        nodes {
          id code name subject rule { title titleEnglish } region { name } text mend state overdue dueOn stillFound assignedTo { code name } assignedToCode
          events { act actor at note }
        }
      }
    }
  }
`)

type Item = NonNullable<NonNullable<RoundItemsQuery['reviewRound']>['items']>['nodes'][number]

const tones = { OPEN: 'plain', ASSIGNED: 'info', ANSWERED: 'warn', CLOSED: 'good', REOPENED: 'bad' } as const

interface Props {
  round: string
  where: ReviewFilter
  open: boolean
}

/** The items of a round; those who may write choose some and act on them. */
export function Items({ round, where, open }: Props) {
  const word = useLookBackWords()
  const variables = (index: number) => ({ code: round, where, first: pageSize, offset: index * pageSize })
  const asked = useAsk(RoundItemsDocument, variables(0))
  return (
    <Answer of={asked} rows={10}>
      {({ reviewRound }) => {
        const total = reviewRound?.items?.totalCount ?? 0
        return (
          <section aria-label={word('items')}>
            <div className="list-head">
              <h2 className="small-head"><span data-testid="total" data-total={total}>{word('itemsHeading', { n: count(total) })}</span></h2>
              <ExportLinks name="review" filter={where} others={{ code: round }} />
            </div>
            <Table round={round} where={where} open={open} total={total} page={(index) => pageOf(RoundItemsDocument, variables(index), (answer) => answer.reviewRound?.items?.nodes ?? [])} />
          </section>
        )
      }}
    </Answer>
  )
}

type TableProps = Props & Pick<Parameters<typeof VirtualTable<Item>>[0], 'total' | 'page'>

// What was done stays told although the last item has left the list by it.
function Table({ round, where, open, total, page }: TableProps) {
  const word = useLookBackWords()
  const choose = useChoice()
  const may = useSession().viewer.rights.includes('WRITE') && open
  const choice = useChoiceOf(JSON.stringify([round, where]), total)
  const columns: Column<Item>[] = [
    { key: 'name', title: word('name'), width: 'minmax(190px, 1.4fr)', render: (of) => <><Named of={of} /><small>{of.code} · {of.region?.name}</small></> },
    { key: 'rule', title: word('rule'), width: 'minmax(130px, 1fr)', render: ({ rule }) => <span title={choose(rule.title, rule.titleEnglish)}>{choose(rule.title, rule.titleEnglish)}</span> },
    { key: 'what', title: word('what'), width: 'minmax(220px, 2fr)', render: ({ text, mend }) => <><span title={text}>{text}</span><small title={mend}>{mend}</small></> },
    { key: 'state', title: word('state'), width: '120px', render: (of) => <State of={of} /> },
    { key: 'assigned', title: word('assignedTo'), width: 'minmax(150px, 1fr)', render: (of) => <Assigned of={of} /> },
    { key: 'history', title: word('history'), width: 'minmax(130px, 1fr)', render: (of) => <History of={of} /> },
  ]
  return (
    <>
      {may && <Acts round={round} where={where} choice={choice} />}
      {total ? <VirtualTable label={word('items')} columns={columns} total={total} rowKey={({ id }) => id} page={page} choose={may ? { choice, name: ({ name }) => name } : undefined} /> : <Nothing />}
    </>
  )
}

function State({ of }: { of: Item }) {
  const word = useLookBackWords()
  const term = useTerms()
  return <><Mark tone={tones[of.state]}>{term('ReviewState', of.state)}</Mark><small>{of.stillFound ? word('stillFound') : word('mended')}</small></>
}

function Assigned({ of }: { of: Item }) {
  const word = useLookBackWords()
  if (!of.assignedToCode) return <span className="faint">{word('notAssigned')}</span>
  return <>{of.assignedTo ? <OrganisationLink of={of.assignedTo} /> : of.assignedToCode}<small className={of.overdue ? 'bad-text' : undefined}>{of.dueOn}{of.overdue && ` ${word('overdue')}`}</small></>
}

function History({ of }: { of: Item }) {
  const term = useTerms()
  const lines = of.events.map(({ act, actor, at, note }) => `${at.slice(0, 10)} ${term('ReviewAct', act)} ${actor}${note ? `: ${note}` : ''}`)
  return <span title={lines.join('\n')}>{lines.at(-1)}</span>
}
