import { Button, Select } from 'antd'
import { go, here, useAddress } from '../../base/address'
import { useSession } from '../../base/session'
import type { UnitOrder, UnitOrderBy } from '../../gen/graphql'
import { useTerms, useWords } from '../../i18n'
import { values } from '../../i18n/terms'

/** The order that the address asks for; the server's own (by credit code) where it asks for none. */
export function useOrder(): UnitOrder[] | undefined {
  const [by, direction] = useAddress().params.order?.split(':') ?? []
  return by ? [{ by: by as UnitOrderBy, direction: direction === 'DESC' ? 'DESC' : 'ASC' }] : undefined
}

/** Chooses the order of a list. */
export function OrderChoice({ gaps = false }: { gaps?: boolean }) {
  const word = useWords()
  const term = useTerms()
  const [order] = useOrder() ?? [{ by: 'CREDIT_CODE', direction: 'ASC' }]
  const mayMembers = useSession().viewer.rights.includes('READ_MEMBER_FIGURES')
  const offered = values('UnitOrderBy').filter((by) => (gaps || by !== 'SINCE') && (mayMembers || !by.endsWith('MEMBERS')))
  const set = (by: string, direction: string) => go(here({ order: `${by}:${direction}` }))
  const falling = order?.direction === 'DESC'
  return (
    <div className="order">
      <Select
        aria-label={word('order')}
        value={order?.by as string}
        options={offered.map((by) => ({ value: by as string, label: term('UnitOrderBy', by) }))}
        onChange={(by: string) => set(by, order?.direction ?? 'ASC')}
        popupMatchSelectWidth={false}
      />
      <Button aria-label={word(falling ? 'descending' : 'ascending')} onClick={() => set(order?.by ?? 'CREDIT_CODE', falling ? 'ASC' : 'DESC')}>{falling ? '▼' : '▲'}</Button>
    </div>
  )
}
