import { Alert, Button, Card, Form, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { ApiError, openSession } from '../base/api'
import { client, useAsk } from '../base/query'
import { SessionContext, SessionDocument } from '../base/session'
import { useWords } from '../i18n'
import { Fault, Waiting } from './states'

/** Lets in who has a session (the demo needs no key), and asks the others for their key. */
export function Gate({ children }: { children: ReactNode }) {
  const asked = useAsk(SessionDocument, {})
  if (asked.error instanceof ApiError && asked.error.code === 'UNAUTHENTICATED') return <SignIn />
  if (asked.error) return <Fault fault={asked.error} retry={() => void asked.refetch()} />
  if (!asked.data) return <main className="waiting"><Waiting rows={10} /></main>
  const { viewer, dataSet, indicators, regions } = asked.data
  if (!viewer || !dataSet || !indicators) return <Fault fault={new ApiError('The answer has no session.', 'INTERNAL')} />
  const top = regions?.length === 1 ? regions[0] : viewer.region ?? undefined
  return <SessionContext value={{ viewer, dataSet, indicators, top }}>{children}</SessionContext>
}

function SignIn() {
  const word = useWords()
  const [fault, setFault] = useState<unknown>()
  const enter = async ({ key }: { key: string }) => {
    try {
      await openSession(key.trim())
      await client.resetQueries()
    } catch (problem) {
      setFault(problem)
    }
  }
  return (
    <main className="sign-in">
      <Card title={<h1>{word('product')} · {word('signIn')}</h1>}>
        <p>{word('keyHelp')}</p>
        {fault !== undefined && <Refused fault={fault} />}
        <Form layout="vertical" onFinish={enter} requiredMark={false}>
          <Form.Item name="key" label={word('key')} rules={[{ required: true, whitespace: true, message: word('keyMissing') }]}>
            <Input.Password autoComplete="off" autoFocus />
          </Form.Item>
          <Button type="primary" htmlType="submit" block>{word('signIn')}</Button>
        </Form>
      </Card>
    </main>
  )
}

function Refused({ fault }: { fault: unknown }) {
  const word = useWords()
  const reached = !(fault instanceof ApiError && fault.code === 'UNREACHABLE')
  return <Alert role="alert" type="error" title={word(reached ? 'keyRefused' : 'unreachable')} style={{ marginBottom: 16 }} />
}
