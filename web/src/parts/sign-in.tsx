import { Alert, Button, Card, Form, Input } from 'antd'
import { useState } from 'react'
import { ApiError, openSession } from '../base/api'
import { client } from '../base/query'
import { useWords } from '../i18n'
import { Kit } from './kit'

/** Asks for the key and opens a session with it. */
export default function SignIn() {
  return <Kit><Desk /></Kit>
}

function Desk() {
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
