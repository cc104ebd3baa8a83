import { Tag } from 'antd'
import { go, here, useAddress } from '../../base/address'
import { useWords } from '../../i18n'

/** Says that the list holds what a cell of the annual return counts, and takes that away again. */
export function ReturnCellTag() {
  const word = useWords()
  const cell = useAddress().params.returnCell
  if (!cell) return null
  return <Tag className="wide" closable onClose={() => go(here({ returnCell: undefined }))}>{word('returnCellFilter', { c: cell.replaceAll(':', ' · ') })}</Tag>
}
