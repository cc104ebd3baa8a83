import { Button } from 'antd'
import { go, here, useAddress } from '../../base/address'
import { useSession } from '../../base/session'
import type { Subject } from '../../gen/graphql'
import { useWords } from '../../i18n'
import { EnumFilter } from '../../parts/enum-filter'
import { SuperiorFilter } from '../../parts/superior-filter'
import { IndustryFilter } from '../list/industry-filter'
import { NameFilter } from '../list/text-filters'
import { ZoneFilter } from '../list/zone-filter'
import { enumFilters, filtersOf } from './scope'

/** Everything that findings of a subject can be narrowed by; each choice goes into the address at once. */
export function SubjectFilters({ of: subject }: { of: Subject }) {
  const word = useWords()
  const { params } = useAddress()
  const mayName = useSession().viewer.rights.includes('READ_PERSONS') || subject !== 'INSTRUCTOR'
  const names = filtersOf(subject)
  const used = names.filter((name) => params[name]).length
  const clear = Object.fromEntries(names.map((name) => [name, undefined]))
  return (
    <details className="filters" open={used > 0 || undefined}>
      <summary>{word('filters')}{used > 0 && ` (${used})`}</summary>
      <div className="filter-grid">
        {mayName && <NameFilter key={`name ${params.name}`} name={params.name} />}
        {enumFilters[subject].map(([name, of, label]) => <EnumFilter key={name} name={name} of={of} label={word(label)} />)}
        {names.includes('industries') && <IndustryFilter />}
        {names.includes('zones') && <ZoneFilter />}
        {names.includes('superiors') && <SuperiorFilter />}
        <Button onClick={() => go(here(clear))} disabled={used === 0}>{word('clearFilters')}</Button>
      </div>
    </details>
  )
}
