import type { OrganisationQuery, SetUpConditionCode } from '../../gen/graphql'

/** A condition of a set-up as the page of an organisation asks for it. */
export type Condition = NonNullable<OrganisationQuery['organisation']>['setUpConditions'][number]

const sentences: Record<SetUpConditionCode, (of: Condition) => string> = {
  PARTICIPANTS: ({ found, limit }) => `${found} full members take part; at least ${limit} should`,
  ONE_HOME: ({ found }) => `${found} take part beyond the full members that their home organisations have`,
  HOME_EXISTS: ({ found }) => `${found} home organisations are dissolved or not known`,
  APPROVAL: ({ state }) => (state === 'HOLDS' ? 'Document and date of the approval are recorded' : 'Document or date of the approval is not recorded'),
  ADMITS_NOBODY: ({ found }) => `${found ?? 'Unreported'} probationary members of its own; a combined organisation admits nobody`,
  HEADCOUNT: ({ found, limit }) => (found == null ? 'No headcount of its own was reported' : `${found} full members were reported, ${limit ?? 'unreported'} have their home here`),
  WIDTH: ({ found, limit }) => (limit == null ? `${found} units; no limit` : `${found} units, at most ${limit}`),
  STAND_ALONE: ({ found, limit }) => `${found} units with ${limit} full members and more should stand alone`,
  HOST_EXISTS: ({ found, state }) => `The organisation ${state === 'HOLDS' ? 'lives' : 'is dissolved'}; ${found} units are attached to it`,
}

/** A condition and what was found, in English; what is not for this viewer is not told. */
export function conditionInEnglish(of: Condition): string {
  return of.state === 'FORBIDDEN' ? 'Not shown to you' : sentences[of.code](of)
}
