import { Segmented } from 'antd'
import { go, here, useAddress } from '../../base/address'
import { useSession } from '../../base/session'
import { useWords } from '../../i18n'

/** Whether the address asks only for organisations that break a condition (true) or for none such (false). */
export function useBroken(): boolean | undefined {
  const { params } = useAddress()
  const may = useSession().viewer.rights.includes('READ_MEMBER_FIGURES')
  if (!may || !params.conditions) return undefined
  return params.conditions === 'broken'
}

/** Narrows to organisations by their conditions; offered to those who may see member figures, of which the conditions tell. */
export function ConditionFilter() {
  const word = useWords()
  const { params } = useAddress()
  const may = useSession().viewer.rights.includes('READ_MEMBER_FIGURES')
  if (!may) return null
  return (
    <Segmented
      aria-label={word('conditions')}
      value={params.conditions ?? ''}
      options={[{ value: '', label: word('conditionsAll') }, { value: 'broken', label: word('conditionsBroken') }]}
      onChange={(conditions) => go(here({ conditions: conditions || undefined }))}
    />
  )
}
