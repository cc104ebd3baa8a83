import { useMutation } from '@tanstack/react-query'
import { Button, Segmented } from 'antd'
import { elsewhere, go, here, useAddress } from '../../base/address'
import { ask } from '../../base/api'
import { count, percent } from '../../base/format'
import { client, useAsk } from '../../base/query'
import { useSession } from '../../base/session'
import { graphql } from '../../gen'
import type { ReviewFilter, ReviewState, RoundQuery } from '../../gen/graphql'
import { useChoice, useTerms } from '../../i18n'
import { values } from '../../i18n/terms'
import { Link } from '../../parts/link'
import { Panel } from '../../parts/panel'
import { Answer, Fault, Nothing } from '../../parts/states'
import { Items } from './items'
import { Problems } from './problems'
import { useScope } from './scope'
import { useLookBackWords } from './words'

const RoundDocument = graphql(`
  query Round($code: String!, $where: ReviewFilter) {
    reviewRound(code: $code) {
      code title asOf region { name } openedBy openedAt closedBy closedAt
      whole: counts(where: $where) { items closed overdue closedRate }
      byState: counts(where: $where, groupBy: [STATE]) { state items }
      byRule: counts(where: $where, groupBy: [RULE]) { rule { key title titleEnglish } items closed overdue closedRate }
    }
  }
`)

const CloseRoundDocument = graphql(`
  mutation CloseRound($code: String!) { closeReviewRound(code: $code) { round { code } problems { path code message warning } } }
`)

type Of = NonNullable<RoundQuery['reviewRound']>

/** One round: how far it is, by state and rule, and its items with what can be done with them. */
export function Round({ code }: { code: string }) {
  const word = useLookBackWords()
  const { params } = useAddress()
  const scope = useScope()
  const asked = useAsk(RoundDocument, { code, where: scope?.regions ? { regions: scope.regions } : undefined })
  return (
    <Answer of={asked} rows={12}>
      {({ reviewRound: of }) => !of ? <Nothing hint={word('roundGone')} /> : (
        <>
          <Link to={elsewhere('/look-back', { regions: params.regions, view: 'rounds' })} className="back">{word('backToRounds')}</Link>
          <Panel title={<>{of.title} <small>{of.code}</small></>}><Summary of={of} /></Panel>
          <Panel title={word('byRule')}><ByRule of={of.byRule} /></Panel>
          <States of={of} />
          <Items round={code} where={filter(scope?.regions ?? undefined, params)} open={!of.closedAt} />
        </>
      )}
    </Answer>
  )
}

function filter(regions: string[] | undefined, params: Record<string, string | undefined>): ReviewFilter {
  return { regions, states: params.state ? [params.state as ReviewState] : undefined, rules: params.itemRule ? [params.itemRule] : undefined, overdue: params.overdue ? true : undefined }
}

function Summary({ of }: { of: Of }) {
  const word = useLookBackWords()
  const may = useSession().viewer.rights.includes('WRITE')
  const [whole] = of.whole
  const done = whole && whole.items > 0 && whole.closed === whole.items
  const close = useMutation({ mutationFn: () => ask(CloseRoundDocument, { code: of.code }), onSuccess: () => client.invalidateQueries() })
  return (
    <>
      <dl className="fields">
        <div><dt>{word('region')}</dt><dd>{of.region?.name ?? word('wholeScope')}</dd></div>
        <div><dt>{word('asOf')}</dt><dd>{of.asOf}</dd></div>
        <div><dt>{word('opened')}</dt><dd>{word('openedBy', { p: of.openedBy, d: of.openedAt.slice(0, 10) })}</dd></div>
        <div><dt>{word('items')}</dt><dd data-testid="round-items">{count(whole?.items)}</dd></div>
        <div><dt>{word('closed')}</dt><dd data-testid="round-closed">{count(whole?.closed)}</dd></div>
        <div><dt>{word('overdue')}</dt><dd>{count(whole?.overdue)}</dd></div>
        <div><dt>{word('closedRate')}</dt><dd data-testid="closed-rate">{percent(whole?.closedRate)}</dd></div>
      </dl>
      {of.closedAt ? <p>{word('roundClosed', { d: of.closedAt.slice(0, 10), p: of.closedBy ?? '' })}</p> : may && <Button disabled={!done} loading={close.isPending} onClick={() => close.mutate()}>{word('closeRound')}</Button>}
      <Problems of={close.data?.closeReviewRound?.problems} />
      {close.error && <Fault fault={close.error} />}
    </>
  )
}

function ByRule({ of }: { of: Of['byRule'] }) {
  const word = useLookBackWords()
  const choose = useChoice()
  return (
    <div className="scroll-x" tabIndex={0} role="region" aria-label={word('byRule')}>
      <table className="numbers by-rule">
        <thead><tr>{(['rule', 'items', 'closed', 'overdue', 'closedRate'] as const).map((column) => <th scope="col" key={column}>{word(column)}</th>)}</tr></thead>
        <tbody>
          {of.map(({ rule, items, closed, overdue, closedRate }) => rule && (
            <tr key={rule.key} data-rule={rule.key}>
              <th scope="row"><Link to={here({ itemRule: rule.key })}>{choose(rule.title, rule.titleEnglish)}</Link></th>
              <td>{count(items)}</td><td>{count(closed)}</td><td>{count(overdue)}</td><td>{percent(closedRate)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Narrows the items by state, and to those overdue. */
function States({ of }: { of: Of }) {
  const word = useLookBackWords()
  const term = useTerms()
  const choose = useChoice()
  const { params } = useAddress()
  const number = (state: string) => of.byState.find((row) => row.state === state)?.items ?? 0
  const rule = of.byRule.find((row) => row.rule?.key === params.itemRule)?.rule
  return (
    <div className="controls">
      <Segmented
        aria-label={word('state')} value={params.state ?? ''}
        options={[{ value: '', label: word('all') }, ...values('ReviewState').map((state) => ({ value: state as string, label: `${term('ReviewState', state)} ${count(number(state))}` }))]}
        onChange={(state) => go(here({ state: state || undefined }))}
      />
      <Segmented aria-label={word('overdue')} value={params.overdue ?? ''} options={[{ value: '', label: word('all') }, { value: 'yes', label: word('overdueOnly') }]} onChange={(overdue) => go(here({ overdue: overdue || undefined }))} />
      {params.itemRule && <Button size="small" onClick={() => go(here({ itemRule: undefined }))}>{rule ? choose(rule.title, rule.titleEnglish) : params.itemRule} ✕</Button>}
    </div>
  )
}
