import { Tag } from 'antd'
import { go, here, useAddress } from '../../base/address'
import { useTerms, useWords } from '../../i18n'

/** Says that the list holds what one term of a movement counts, and takes that away again. */
export function MovementTag() {
  const word = useWords()
  const term = useTerms()
  const [indicator, from, to, name] = useAddress().params.movement?.split(':') ?? []
  if (!indicator || !from || !to || !name) return null
  const text = word('movementFilter', { i: indicator, a: from, b: to, t: term('MovementTerm', name) })
  return <Tag className="wide" closable onClose={() => go(here({ movement: undefined }))}>{text}</Tag>
}
