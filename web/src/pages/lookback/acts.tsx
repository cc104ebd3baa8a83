import { useMutation } from '@tanstack/react-query'
import { Button, DatePicker, Form, Input, Segmented } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { ask } from '../../base/api'
import type { Choice } from '../../base/choice'
import { count } from '../../base/format'
import { client } from '../../base/query'
import { useSession } from '../../base/session'
import { graphql } from '../../gen'
import type { ReviewFilter } from '../../gen/graphql'
import { Fault } from '../../parts/states'
import { RoundItemsDocument } from './items'
import { Problems } from './problems'
import { useLookBackWords } from './words'

const AssignDocument = graphql(`mutation Assign($input: AssignReviewItemsInput!) { act: assignReviewItems(input: $input) { items { id } problems { path code message warning } } }`)
const AnswerDocument = graphql(`mutation Answer($input: AnswerReviewItemsInput!) { act: answerReviewItems(input: $input) { items { id } problems { path code message warning } } }`)
const CheckDocument = graphql(`mutation Check($input: CheckReviewItemsInput!) { act: checkReviewItems(input: $input) { items { id } problems { path code message warning } } }`)

const acts = ['assign', 'answer', 'close', 'reopen'] as const
type Act = (typeof acts)[number]

interface Values {
  assignTo?: string
  dueOn?: dayjs.Dayjs
  note?: string
}

interface Props {
  round: string
  where: ReviewFilter
  choice: Choice
}

/** Acts on the chosen items: assign, answer, close or reopen. */
export function Acts({ round, where, choice }: Props) {
  const word = useLookBackWords()
  const { today } = useSession().dataSet
  const [act, setAct] = useState<Act>('assign')
  const [form] = Form.useForm<Values>()
  const send = useMutation({
    mutationFn: async (values: Values) => inParts(await chosenIds(round, where, choice), (items) => perform(act, items, values)),
    onSuccess: async (outcome) => {
      await client.invalidateQueries()
      if (outcome.done) {
        choice.setAll(false)
        form.resetFields()
      }
    },
  })
  // What was said of the last act is of no use to the next.
  const choose = (next: Act) => {
    setAct(next)
    send.reset()
  }
  const dated = act === 'assign' || act === 'reopen'
  const required = (needed: boolean) => [{ required: needed, message: word('required') }]
  return (
    <div className="chosen-bar no-print">
      <span role="status" data-testid="chosen" data-count={choice.count}>{word('chosen', { n: count(choice.count) })}</span>
      <Segmented aria-label={word('act')} value={act} options={acts.map((value) => ({ value, label: word(value) }))} onChange={choose} />
      <Form form={form} layout="inline" onFinish={send.mutate}>
        {act === 'assign' && <Form.Item name="assignTo" label={word('assignTo')} rules={required(true)}><Input autoComplete="off" maxLength={64} /></Form.Item>}
        {dated && <Form.Item name="dueOn" label={word('dueOn')} rules={required(act === 'assign')}><DatePicker minDate={dayjs(today)} /></Form.Item>}
        <Form.Item name="note" label={word('note')} rules={required(act === 'answer' || act === 'reopen')}><Input autoComplete="off" maxLength={1000} /></Form.Item>
        <Button htmlType="submit" type="primary" disabled={!choice.count} loading={send.isPending}>{word('send')}</Button>
      </Form>
      {send.data && send.data.done > 0 && <span role="status" data-testid="done">{word('done', { n: count(send.data.done) })}</span>}
      <Problems of={send.data?.problems} />
      {send.error && <Fault fault={send.error} />}
    </div>
  )
}

/** The most items that the server takes in one act. */
const most = 1000

interface Outcome {
  done: number
  problems: { path: string; code: string; message: string; warning: boolean }[]
}

// An act is all or nothing for each part; after a part that was refused the others are not sent.
async function inParts(ids: string[], perform: (items: string[]) => Promise<Outcome>): Promise<Outcome> {
  const all: Outcome = { done: 0, problems: [] }
  for (let at = 0; at < ids.length; at += most) {
    const { done, problems } = await perform(ids.slice(at, at + most))
    all.done += done
    all.problems.push(...problems)
    if (!done) break
  }
  return all
}

async function perform(act: Act, items: string[], { assignTo = '', dueOn, note }: Values): Promise<Outcome> {
  const day = dueOn?.format('YYYY-MM-DD')
  const { act: outcome } = await (act === 'assign'
    ? ask(AssignDocument, { input: { items, assignTo, dueOn: day ?? '', note } })
    : act === 'answer'
      ? ask(AnswerDocument, { input: { items, note: note ?? '' } })
      : ask(CheckDocument, { input: { items, close: act === 'close', note, dueOn: day } }))
  return { done: outcome?.items.length ?? 0, problems: outcome?.problems ?? [] }
}

/** The ids of the chosen items; of a choice of all but some, those that were never fetched too. */
async function chosenIds(code: string, where: ReviewFilter, choice: Choice): Promise<string[]> {
  const { creditCodes, except } = choice.arguments
  if (creditCodes !== undefined) return creditCodes.split(',').filter(Boolean)
  const left = new Set(except?.split(','))
  const ids: string[] = []
  for (let offset = 0; ; offset += most) {
    const page = (await ask(RoundItemsDocument, { code, where, first: most, offset })).reviewRound?.items?.nodes ?? []
    ids.push(...page.map(({ id }) => id).filter((id) => !left.has(id)))
    if (page.length < most) return ids
  }
}
