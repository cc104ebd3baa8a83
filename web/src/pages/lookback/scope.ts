import { list } from '../../base/filter'
import { useAddress, type Params } from '../../base/address'
import type { Subject, SubjectFilter } from '../../gen/graphql'
import type { EnumName } from '../../i18n/terms'
import type { Word } from '../../i18n/zh'
import { useRegionCode } from '../../parts/trail'

/** The filters of enum values that a subject has: name in the address and in the question, enum, label. */
export const enumFilters: Record<Subject, [name: keyof SubjectFilter, of: EnumName, label: Word][]> = {
  UNIT: [['domains', 'Domain', 'domain'], ['controls', 'Control', 'control'], ['unitKinds', 'UnitKind', 'kind'], ['setUps', 'SetUp', 'setUp']],
  ORGANISATION: [['organisationKinds', 'OrganisationKind', 'organisationKind'], ['natures', 'OrganisationNature', 'nature'], ['setUps', 'SetUp', 'setUp'], ['bases', 'JointBasis', 'basis'], ['domains', 'Domain', 'domain']],
  INSTRUCTOR: [['roles', 'InstructorRole', 'instructorRole']],
}

// What is chosen from a list that the server gives.
const codeFilters: Record<Subject, (keyof SubjectFilter)[]> = { UNIT: ['industries', 'zones', 'superiors'], ORGANISATION: ['superiors'], INSTRUCTOR: [] }

/** Names in the address of every filter that a subject has. */
export function filtersOf(subject: Subject): (keyof SubjectFilter)[] {
  return [...enumFilters[subject].map(([name]) => name), ...codeFilters[subject], 'name']
}

/** The regions of the address and, of a subject, its filters; undefined is the whole scope. */
export function useScope(subject?: Subject): SubjectFilter | undefined {
  const { params } = useAddress()
  const top = useRegionCode()
  const regions = list(params.regions) ?? (top ? [top] : undefined)
  const where = { ...(regions && { regions }), ...(subject && conditions(subject, params)) }
  return Object.keys(where).length ? where : undefined
}

function conditions(subject: Subject, params: Params): SubjectFilter {
  const used = filtersOf(subject).filter((name) => params[name])
  return Object.fromEntries(used.map((name) => [name, name === 'name' ? { contains: params.name } : list(params[name])]))
}
