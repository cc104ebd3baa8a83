import type { ReactNode } from 'react'
import { count } from '../../base/format'
import { useChoice, useTerms, useWords } from '../../i18n'
import { sectionOf } from '../../i18n/told'
import type { Word } from '../../i18n/zh'
import { OrganisationLink } from '../list/cells'
import { profileFields } from './profile'
import type { Unit } from './query'

/** A field: its label and what stands beside it. */
export type Field = [label: Word, value: ReactNode]

// Fields whose values need a line of their own.
const long = new Set<Word>(['creditCode', 'region', 'industry', 'responsible', 'superior'])

/** The fields of a unit as of the day; what is not there is left out, what is hidden says so. */
export function Fields({ unit }: { unit: Unit }) {
  const word = useWords()
  const term = useTerms()
  const choose = useChoice()
  const organisation = (of: Unit['superior']) => of && <OrganisationLink of={of} />
  const fields: Field[] = [
    ['creditCode', unit.creditCode],
    ['domain', term('Domain', unit.domain)],
    ['alsoDomain', term('Domain', unit.alsoDomain)],
    ['region', unit.region.path.map(({ name }) => name).join(' › ')],
    ['zone', unit.zone?.name],
    ['control', term('Control', unit.control)],
    ['industry', [unit.industry, unit.industry && choose(unit.industryName ?? '', sectionOf(unit.industry))].filter(Boolean).join(' ')],
    ['size', term('Size', unit.size)],
    ['employees', count(unit.employees)],
    ['onDutyStaff', unit.onDutyStaff == null ? null : count(unit.onDutyStaff)],
    ...memberFields(unit, word('memberHidden')),
    ['founded', unit.foundedOn],
    ['status', term('UnitStatus', unit.status)],
    ['statusEvidence', unit.statusEvidence],
    ['operation', term('Operation', unit.operation)],
    ['establishment', term('Establishment', unit.establishment)],
    ['setUp', term('SetUp', unit.setUp)],
    ['workMeans', term('WorkMeans', unit.workMeans)],
    ['responsible', organisation(unit.responsible)],
    ['superior', organisation(unit.superior)],
    ...profileFields(unit.profile, term),
  ]
  return <dl className="fields">{fields.filter(([, value]) => value).map(([label, value]) => <div key={label} className={long.has(label) ? 'long-field' : undefined}><dt>{word(label)}</dt><dd>{value}</dd></div>)}</dl>
}

function memberFields(unit: Unit, hidden: string): Field[] {
  if (unit.memberFigures !== 'SHOWN') return [['members', <span className="masked">{hidden}</span>]]
  return [
    ['fullMembers', count(unit.fullMembers)],
    ['probationaryMembers', count(unit.probationaryMembers)],
    ['members', count(unit.members)],
    ['membersElsewhere', unit.membersElsewhere == null ? null : count(unit.membersElsewhere)],
  ]
}
