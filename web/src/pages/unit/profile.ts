import { count } from '../../base/format'
import type { useTerms } from '../../i18n'
import type { Field } from './fields'
import type { Unit } from './query'

/** What only the unit's domain has. */
export function profileFields(profile: Unit['profile'], term: ReturnType<typeof useTerms>): Field[] {
  switch (profile.__typename) {
    case 'EnterpriseProfile':
      return [['aboveScale', term('AboveScale', profile.aboveScale)]]
    case 'SocialOrganisationProfile':
      return [['kind', term('UnitKind', profile.kind)], ['supervisor', profile.supervisingBody]]
    case 'SchoolProfile':
      return [
        ['kind', term('UnitKind', profile.kind)],
        ['schoolType', profile.schoolType],
        ['publicOrPrivate', term('PublicOrPrivate', profile.publicOrPrivate)],
        ['pupils', profile.pupils == null ? null : count(profile.pupils)],
        ['teachers', profile.teachers == null ? null : count(profile.teachers)],
        ['supervisor', profile.supervisor],
      ]
    case 'StateOwnedEnterpriseProfile':
      return [['level', term('UnitKind', profile.level)], ['aboveScale', term('AboveScale', profile.aboveScale)], ['supervisor', profile.supervisor]]
    case 'OrganProfile':
      return [['kind', term('OrganKind', profile.organKind)], ['rank', term('UnitKind', profile.rank)]]
  }
}
