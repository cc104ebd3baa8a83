import { graphql } from '../../gen'
import type { UnitQuery } from '../../gen/graphql'

export const UnitDocument = graphql(`
  query Unit($code: CreditCode!, $asOf: Date) {
    unit(creditCode: $code, asOf: $asOf) {
      creditCode name domain alsoDomain control region { name path { name } } zone { name } industry industryName size
      employees onDutyStaff fullMembers probationaryMembers members membersElsewhere memberFigures
      foundedOn status statusEvidence operation establishment setUp workMeans
      responsible { code name } superior { code name }
      profile {
        __typename
        ... on EnterpriseProfile { aboveScale }
        ... on SocialOrganisationProfile { kind supervisingBody }
        ... on SchoolProfile { kind schoolType pupils teachers publicOrPrivate supervisor }
        ... on StateOwnedEnterpriseProfile { level supervisor aboveScale }
        ... on OrganProfile { organKind: kind rank }
      }
      covers {
        id kind setUp basis validFrom validTo endReason inForce
        organisation { code name } instructor { code name role } massOrganisation { name kind }
        otherUnits(first: 5) { totalCount nodes { creditCode name } }
        source { name recorder }
      }
      history { validFrom validTo name operation establishment setUp workMeans employees fullMembers results { indicator { key } result } }
      why { indicator { key title titleEnglish } result version rule ruleEnglish evidence { title value valueEnglish since until } reasons { code message } nextSteps { step message } }
      reports { validFrom validTo name region { name } control size industry employees fullMembers probationaryMembers status recordedIn source { name recorder } }
      findings { rule { key title titleEnglish } text textEnglish mend mendEnglish since days }
      predecessors { kind succeededOn unit { creditCode name } }
      successors { kind succeededOn unit { creditCode name } }
      candidates { code name direction stage pending dueOn duty overdueDays blockedBy }
      visits { visitedOn content instructor { name } }
    }
  }
`)

/** A unit as its page asks for it. */
export type Unit = NonNullable<UnitQuery['unit']>
