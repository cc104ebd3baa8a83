import { Button } from 'antd'
import { go, here, useAddress } from '../../base/address'
import { filterNames, type ListFilter } from '../../base/filter'
import { useSession } from '../../base/session'
import { useWords } from '../../i18n'
import { values, type EnumName } from '../../i18n/terms'
import type { Word } from '../../i18n/zh'
import { EnumFilter } from '../../parts/enum-filter'
import { ResultFilter } from './result-filter'
import { IndustryFilter } from './industry-filter'
import { MovementTag } from './movement-tag'
import { Ranges } from './ranges'
import { ReturnCellTag } from './return-cell-tag'
import { CodesFilter, NameFilter } from './text-filters'
import { ZoneFilter } from './zone-filter'

// Every filter of enum values that the lists offer: its name in the address, its enum, its label.
const enums: [name: ListFilter, of: EnumName, label: Word][] = [
  ['domains', 'Domain', 'domain'], ['establishments', 'Establishment', 'establishment'], ['setUps', 'SetUp', 'setUp'], ['workMeans', 'WorkMeans', 'workMeans'],
  ['operations', 'Operation', 'operation'], ['controls', 'Control', 'control'], ['sizes', 'Size', 'size'], ['kinds', 'UnitKind', 'kind'],
  ['employeeBands', 'EmployeeBand', 'employeeBand'], ['aboveScale', 'AboveScale', 'aboveScale'], ['publicOrPrivate', 'PublicOrPrivate', 'publicOrPrivate'],
]

const gapEnums: typeof enums = [['gapReasons', 'GapReasonCode', 'reasons'], ['gapAges', 'GapAge', 'gapAge']]

// What the tree beside the list chooses is told by the tree.
const tree = ['regions', 'superiors', 'directly']

// Rows of the partition that need member figures: not offered to those who would only get an error.
const memberRows = ['NOT_ESTABLISHED_DUE', 'NOT_ESTABLISHED_FEW', 'NOT_ESTABLISHED_NONE', 'NOT_ESTABLISHED_NOT_REPORTED']

/** Everything that the lists can be narrowed by; each choice goes into the address at once. */
export function Filters({ gaps = false }: { gaps?: boolean }) {
  const word = useWords()
  const { params } = useAddress()
  const mayMembers = useSession().viewer.rights.includes('READ_MEMBER_FIGURES')
  const shown = gaps ? [...gapEnums, ...enums] : enums
  const used = filterNames.filter((name) => params[name] && !tree.includes(name)).length
  const clear = Object.fromEntries(filterNames.map((name) => [name, undefined]))
  return (
    <details className="filters" open={used > 0 || undefined}>
      <summary>{word('filters')}{used > 0 && ` (${used})`}</summary>
      <div className="filter-grid">
        <NameFilter key={`name ${params.name}`} name={params.name} />
        {shown.map(([name, of, label]) => <EnumFilter key={name} name={name} of={of} label={word(label)} offered={values(of).filter((value) => mayMembers || !memberRows.includes(value))} />)}
        <IndustryFilter />
        <ZoneFilter />
        <Ranges params={params} />
        <CodesFilter key={`codes ${params.creditCodes}`} codes={params.creditCodes} />
        <ResultFilter />
        <MovementTag />
        <ReturnCellTag />
        <Button onClick={() => go(here(clear))} disabled={used === 0}>{word('clearFilters')}</Button>
      </div>
    </details>
  )
}
