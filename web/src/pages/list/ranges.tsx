import { DatePicker, InputNumber } from 'antd'
import dayjs from 'dayjs'
import { go, here, type Params } from '../../base/address'
import { useSession } from '../../base/session'
import { useWords } from '../../i18n'
import type { Word } from '../../i18n/zh'

/** Bounds of numbers and of the day of founding; those of members for viewers with the right to them. */
export function Ranges({ params }: { params: Params }) {
  const mayMembers = useSession().viewer.rights.includes('READ_MEMBER_FIGURES')
  return (
    <>
      <Numbers name="employees" params={params} />
      {mayMembers && <Numbers name="fullMembers" params={params} />}
      {mayMembers && <Numbers name="members" params={params} />}
      <Founded params={params} />
    </>
  )
}

function Numbers({ name, params }: { name: 'employees' | 'fullMembers' | 'members'; params: Params }) {
  const word = useWords()
  const bound = (end: 'From' | 'To', label: Word) => (
    <InputNumber
      aria-label={`${word(name)} ${word(label)}`}
      placeholder={`${word(name)} ${word(label)}`}
      min={0}
      precision={0}
      value={params[name + end] ? Number(params[name + end]) : null}
      onChange={(value) => go(here({ [name + end]: value == null ? undefined : String(value) }), true)}
    />
  )
  return <div className="pair wide">{bound('From', 'from')}{bound('To', 'to')}</div>
}

// The second bound is exclusive: so the address, and so the question.
function Founded({ params }: { params: Params }) {
  const word = useWords()
  const bound = (name: 'foundedFrom' | 'foundedTo', label: Word) => (
    <DatePicker
      aria-label={`${word('founded')} ${word(label)}`}
      placeholder={`${word('founded')} ${word(label)}`}
      value={params[name] ? dayjs(params[name]) : null}
      onChange={(_, text) => go(here({ [name]: (typeof text === 'string' && text) || undefined }))}
    />
  )
  return <div className="pair wide">{bound('foundedFrom', 'from')}{bound('foundedTo', 'earlierThan')}</div>
}
