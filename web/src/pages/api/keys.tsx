import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Form, Input, Select } from 'antd'
import { ask } from '../../base/api'
import { graphql } from '../../gen'
import type { CreateKeyInput } from '../../gen/graphql'
import { useTerms, useWords } from '../../i18n'
import { values } from '../../i18n/terms'
import { Panel } from '../../parts/panel'
import { Fault } from '../../parts/states'

const CreateKeyDocument = graphql(`mutation CreateKey($input: CreateKeyInput!) { createKey(input: $input) { name secret } }`)
const RevokeKeyDocument = graphql(`mutation RevokeKey($name: String!) { revokeKey(name: $name) { name } }`)

/** Makes a key, whose secret is shown this once, and revokes one by name. */
export function Keys() {
  const word = useWords()
  const create = useMutation({ mutationFn: (input: CreateKeyInput) => ask(CreateKeyDocument, { input: { ...input, region: input.region || null } }) })
  const revoke = useMutation({ mutationFn: ({ name }: { name: string }) => ask(RevokeKeyDocument, { name }) })
  const made = create.data?.createKey
  const fault = create.error ?? revoke.error
  return (
    <Panel title={word('keys')}>
      <CreateForm send={create.mutate} busy={create.isPending} />
      <Form layout="inline" onFinish={revoke.mutate} className="key-form">
        <Form.Item name="name" label={word('keyName')} rules={[{ required: true, message: word('required') }]}><Input autoComplete="off" /></Form.Item>
        <Button htmlType="submit" danger loading={revoke.isPending}>{word('revoke')}</Button>
      </Form>
      {made?.secret && <Alert type="success" title={word('keyOnce', { n: made.name })} description={<code>{made.secret}</code>} closable onClose={create.reset} />}
      {revoke.data?.revokeKey && <Alert type="info" title={word('revoked', { n: revoke.data.revokeKey.name })} />}
      {fault && <Fault fault={fault} />}
    </Panel>
  )
}

function CreateForm({ send, busy }: { send: (input: CreateKeyInput) => void; busy: boolean }) {
  const word = useWords()
  const term = useTerms()
  const required = [{ required: true, message: word('required') }]
  return (
    <Form layout="inline" onFinish={send} initialValues={{ role: 'READER' }} className="key-form">
      <Form.Item name="name" label={word('keyName')} rules={required}><Input autoComplete="off" /></Form.Item>
      <Form.Item name="role" label={word('role')}><Select options={values('Role').map((role) => ({ value: role, label: term('Role', role) }))} popupMatchSelectWidth={false} /></Form.Item>
      <Form.Item name="region" label={word('region')}><Input autoComplete="off" placeholder={word('wholeScope')} inputMode="numeric" /></Form.Item>
      <Button htmlType="submit" type="primary" loading={busy}>{word('create')}</Button>
    </Form>
  )
}
