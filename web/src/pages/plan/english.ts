import type { PlanReason } from '../../gen/graphql'
import { englishTerm } from '../../i18n/terms'
import type { Proposal } from './query'

/** A proposal in English, made of what the server says of it beside its Chinese sentence. */
export function proposalInEnglish({ step, unitCount, basis, hostRelation, fullMembers }: Proposal): string {
  const members = `${fullMembers} full member${fullMembers === 1 ? '' : 's'}`
  switch (step) {
    case 'STAND_ALONE':
      return `Found a branch of its own: ${members}`
    case 'JOIN':
      return `Found a joint branch of ${unitCount} units (${englishTerm(basis ?? '').toLowerCase()}): ${members} together`
    case 'AFFILIATE':
      return `Attach it to the organisation of the ${englishTerm(hostRelation ?? '').toLowerCase()}: ${members}`
    case 'COMBINED':
      return `Found a combined organisation: ${members} can take part and keep their homes; check first that they are full members`
    default:
      return 'Send an instructor'
  }
}

const reasons: Record<PlanReason, string> = {
  MEMBERS_NOT_REPORTED: 'The members were not reported; report them first',
  NO_NEIGHBOURS: 'The neighbours do not reach the threshold together, or their joint branches are full',
  NO_HOST: 'No neighbours to join with, and no organisation near to be attached to',
  NO_INSTRUCTOR_CAPACITY: 'All instructors in reach have their load; a union or league, or more instructors, would help',
  ONLY_WORK_COVERAGE: 'No members: only work coverage is possible, which this indicator does not count',
  STEP_NOT_COUNTED: 'The steps that are possible are not counted by the policy',
  NO_STEP: "The policy's table of next steps names none that a plan can propose",
}

/** Why a gap has no proposal, in English. */
export function reasonInEnglish(reason: PlanReason): string {
  return reasons[reason]
}
