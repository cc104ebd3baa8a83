import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { go, here } from '../../base/address'
import { ask } from '../../base/api'
import { count, percent } from '../../base/format'
import { client, useAsk } from '../../base/query'
import { useAsOf, useSession } from '../../base/session'
import { graphql } from '../../gen'
import type { ReviewRoundsQuery } from '../../gen/graphql'
import { Link } from '../../parts/link'
import { Panel } from '../../parts/panel'
import { Answer, Fault, Nothing } from '../../parts/states'
import { useRegionCode, useRegionName } from '../../parts/trail'
import { Problems } from './problems'
import { useLookBackWords } from './words'

const ReviewRoundsDocument = graphql(`
  query ReviewRounds {
    reviewRounds(first: 200) {
      totalCount
      nodes { code title asOf region { name } openedBy openedAt closedAt counts { items closed overdue closedRate } }
    }
  }
`)

const OpenRoundDocument = graphql(`
  mutation OpenRound($input: OpenReviewRoundInput!) { openReviewRound(input: $input) { round { code } problems { path code message warning } } }
`)

/** The review rounds, the newest first, and how far each is closed. */
export function Rounds() {
  const word = useLookBackWords()
  const may = useSession().viewer.rights.includes('WRITE')
  const asked = useAsk(ReviewRoundsDocument, {})
  return (
    <>
      {may && <Panel title={word('openRound')}><OpenForm /></Panel>}
      <Answer of={asked} rows={6}>
        {({ reviewRounds }) => (
          <Panel title={word('roundHeading', { n: count(reviewRounds?.totalCount) })}>
            {reviewRounds?.nodes.length ? <Table rounds={reviewRounds.nodes} /> : <Nothing hint={word('noRounds')} />}
          </Panel>
        )}
      </Answer>
    </>
  )
}

type Round = NonNullable<ReviewRoundsQuery['reviewRounds']>['nodes'][number]

function Table({ rounds }: { rounds: Round[] }) {
  const word = useLookBackWords()
  return (
    <div className="scroll-x" tabIndex={0} role="region" aria-label={word('rounds')}>
      <table className="plain">
        <thead><tr>{(['title', 'region', 'asOf', 'items', 'closed', 'overdue', 'closedRate', 'opened'] as const).map((column) => <th scope="col" key={column}>{word(column)}</th>)}</tr></thead>
        <tbody>
          {rounds.map(({ code, title, region, asOf, counts: [whole], openedBy, openedAt }) => (
            <tr key={code} data-round={code}>
              <th scope="row"><Link to={here({ round: code })}>{title}</Link> <small>{code}</small></th>
              <td>{region?.name ?? word('wholeScope')}</td><td>{asOf}</td>
              <td>{count(whole?.items)}</td><td>{count(whole?.closed)}</td><td>{count(whole?.overdue)}</td><td>{percent(whole?.closedRate)}</td>
              <td>{word('openedBy', { p: openedBy, d: openedAt.slice(0, 10) })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function OpenForm() {
  const word = useLookBackWords()
  const asOf = useAsOf()
  const region = useRegionCode()
  const name = useRegionName()
  const open = useMutation({
    mutationFn: (input: { code: string; title: string }) => ask(OpenRoundDocument, { input: { ...input, region, asOf } }),
    onSuccess: async ({ openReviewRound }) => {
      await client.invalidateQueries()
      if (openReviewRound?.round) go(here({ round: openReviewRound.round.code }))
    },
  })
  const required = [{ required: true, message: word('required') }]
  return (
    <>
      <Form layout="inline" className="key-form" onFinish={open.mutate}>
        <Form.Item name="code" label={word('code')} rules={required}><Input autoComplete="off" maxLength={64} /></Form.Item>
        <Form.Item name="title" label={word('title')} rules={required}><Input autoComplete="off" maxLength={255} /></Form.Item>
        <Button htmlType="submit" type="primary" loading={open.isPending}>{word('open')}</Button>
      </Form>
      <p className="faint">{word('openHint', { r: name ?? region ?? word('wholeScope'), d: asOf })}</p>
      <Problems of={open.data?.openReviewRound?.problems} />
      {open.error && <Fault fault={open.error} />}
    </>
  )
}
