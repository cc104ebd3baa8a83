import { terms } from '../gen/terms'

/** An enum of the schema whose values have terms. */
export type EnumName = keyof typeof terms

/** Values of an enum, in the order of the schema. */
export function values<E extends EnumName>(name: E): (keyof (typeof terms)[E] & string)[] {
  return Object.keys(terms[name]) as (keyof (typeof terms)[E] & string)[]
}

/** The Chinese term of a value, as the schema gives it. */
export function chinese(name: EnumName, value: string): string {
  return (terms[name] as Record<string, string>)[value] ?? value
}

// Values whose English is not their name in lower case.
const english: Record<string, string> = {
  NON_PUBLIC_ENTERPRISE: 'Non-public enterprise',
  STATE_OWNED_ENTERPRISE: 'State-owned enterprise',
  HK_MACAO_TAIWAN: 'Hong Kong, Macao, Taiwan',
  UNDER_50: 'Under 50',
  FROM_50_TO_99: '50 to 99',
  FROM_100: '100 and more',
  UP_TO_90_DAYS: 'Up to 90 days',
  FROM_91_TO_365_DAYS: '91 to 365 days',
  OVER_365_DAYS: 'Over 365 days',
  CENTRAL_SOE: 'Central SOE',
  PROVINCIAL_SOE: 'Provincial SOE',
  MUNICIPAL_SOE: 'Municipal SOE',
  COUNTY_SOE: 'County SOE',
  CPPCC: 'CPPCC',
  PEOPLES_CONGRESS: "People's congress",
  WOMENS_FEDERATION: "Women's federation",
  NOT_ESTABLISHED_DUE: 'Not established: due',
  NOT_ESTABLISHED_FEW: 'Not established: few members',
  NOT_ESTABLISHED_NONE: 'Not established: no members',
  NOT_ESTABLISHED_NOT_REPORTED: 'Not established: members not reported',
}

/** The English term of a value: its name in words, unless it has one of its own. */
export function englishTerm(value: string): string {
  const words = value.replaceAll('_', ' ').toLowerCase()
  return english[value] ?? words.charAt(0).toUpperCase() + words.slice(1)
}
