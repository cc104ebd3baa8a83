import type { ReactNode } from 'react'
import { elsewhere, useAddress } from '../../base/address'
import { count } from '../../base/format'
import { pageOf, useAsk } from '../../base/query'
import { useAsOf } from '../../base/session'
import { graphql } from '../../gen'
import type { FindingsQuery } from '../../gen/graphql'
import { useChoice, useWords } from '../../i18n'
import { englishOf, inWords } from '../../i18n/told'
import { ExportLinks } from '../../parts/export-links'
import { Link } from '../../parts/link'
import { Answer, Nothing } from '../../parts/states'
import { pageSize, VirtualTable, type Column } from '../../parts/virtual-table'
import { OrganisationLink } from '../list/cells'
import type { RuleEntry } from './rule'
import { useScope } from './scope'
import { useLookBackWords } from './words'

const FindingsDocument = graphql(`
  query Findings($rule: IndicatorKey!, $where: SubjectFilter, $dueBetween: DateSpan, $first: Int, $offset: Int, $asOf: Date) {
    findings(rule: $rule, where: $where, dueBetween: $dueBetween, first: $first, offset: $offset, asOf: $asOf, orderBy: [{ by: SINCE }]) {
      totalCount
      nodes { code name subject regionName since days sinceRuleChange text textEnglish mend mendEnglish evidence { title value valueEnglish since until } }
    }
  }
`)

type Finding = NonNullable<FindingsQuery['findings']>['nodes'][number]

/** What a rule finds now or, with a window, what it will find if nothing is done. The oldest stand first. */
export function Findings({ rule }: { rule: RuleEntry }) {
  const word = useLookBackWords()
  const choose = useChoice()
  const asOf = useAsOf()
  const where = useScope(rule.subject)
  const dueBetween = useDue(asOf)
  const variables = (index: number) => ({ rule: rule.key, where, dueBetween, asOf, first: pageSize, offset: index * pageSize })
  const asked = useAsk(FindingsDocument, variables(0))
  const total = asked.data?.findings?.totalCount
  const title = choose(rule.title, rule.titleEnglish)
  const heading = dueBetween ? word('dueHeading', { r: title, a: dueBetween.from, b: dueBetween.to, n: count(total) }) : word('heading', { r: title, n: count(total) })
  const others = { rule: rule.key, asOf, orderBy: 'SINCE', 'dueBetween.from': dueBetween?.from, 'dueBetween.to': dueBetween?.to }
  return (
    <section aria-label={title}>
      <div className="list-head"><h2 className="small-head"><span data-testid="total" data-total={total}>{heading}</span></h2><ExportLinks name="findings" filter={where} others={others} /></div>
      <Answer of={asked} rows={10}>
        {({ findings }) => (findings?.totalCount ? <Table title={title} total={findings.totalCount} page={(index) => pageOf(FindingsDocument, variables(index), (answer) => answer.findings?.nodes ?? [])} /> : <Nothing hint={word('none')} />)}
      </Answer>
    </section>
  )
}

// The window begins on the day after the asked one: what is wrong on that day itself stands in the list of the present.
function useDue(asOf: string): { from: string; to: string } | undefined {
  const { due } = useAddress().params
  if (!due) return undefined
  const on = (days: number) => new Date(Date.parse(asOf) + days * 86_400_000).toISOString().slice(0, 10)
  return { from: on(1), to: on(Number(due)) }
}

type TableProps = Pick<Parameters<typeof VirtualTable<Finding>>[0], 'total' | 'page'> & { title: string }

function Table({ title, total, page }: TableProps) {
  const word = useLookBackWords()
  const choose = useChoice()
  const columns: Column<Finding>[] = [
    { key: 'name', title: word('name'), width: 'minmax(200px, 1.4fr)', render: (of) => <><Named of={of} /><small>{of.code}</small></> },
    { key: 'region', title: word('region'), width: 'minmax(90px, 0.7fr)', render: ({ regionName }) => regionName },
    { key: 'text', title: word('what'), width: 'minmax(240px, 2.2fr)', render: (of) => <What of={of} /> },
    { key: 'mend', title: word('mend'), width: 'minmax(180px, 1.6fr)', render: ({ mend, mendEnglish }) => <span title={choose(mend, mendEnglish)}>{choose(mend, mendEnglish)}</span> },
    { key: 'since', title: word('since'), width: '108px', render: (of) => <Since of={of} /> },
  ]
  return <VirtualTable label={title} columns={columns} total={total} rowKey={({ code }) => code} page={page} />
}

/** The subject by name; a unit and an organisation open their pages. */
export function Named({ of }: { of: { subject: string; code: string; name: string } }): ReactNode {
  if (of.subject === 'UNIT') return <Link to={elsewhere(`/units/${of.code}`)} title={of.name}>{of.name}</Link>
  if (of.subject === 'ORGANISATION') return <OrganisationLink of={of} />
  return <span title={of.name}>{of.name}</span>
}

function What({ of }: { of: Finding }) {
  const choose = useChoice()
  const common = useWords()
  const evidence = of.evidence.map(({ title, value, valueEnglish, since }) => `${choose(title, englishOf(title))} ${choose(value, inWords(valueEnglish))}${since ? ` (${since})` : ''}`).join('\n')
  const text = choose(of.text, of.textEnglish)
  return <><span title={`${text}\n${evidence}`}>{text}</span><small title={evidence}>{evidence.replaceAll('\n', common('parter'))}</small></>
}

function Since({ of: { since, days, sinceRuleChange } }: { of: Finding }) {
  const word = useLookBackWords()
  return <>{days < 0 ? word('inDays', { n: count(-days) }) : word('days', { n: count(days) })}<small>{since}{sinceRuleChange && <abbr title={word('ruleChange')}> *</abbr>}</small></>
}
