import { addMonths, type Day } from '../../base/dates'
import { asking, type Question } from '../../base/early'
import { list } from '../../base/filter'
import { dayOf, indicatorOf, RegionPathDocument, regionOf, selectionOf, type CatalogueEntry, type Session } from '../../base/scope'
import type { Params } from '../../base/address'
import { graphql } from '../../gen'
import type { CardQueryVariables, UnitFilter } from '../../gen/graphql'

/** What the pages show of a share; every place that shows one asks for the same. */
export const ShareParts = graphql(`
  fragment ShareParts on Share {
    status numerator denominator gap unknown notApplicable exempt rate provisional target shortfall
    definition { version validFrom } definitionChanged
  }
`)

/** The figures of a card, against a month and a year ago. */
export const CardDocument = graphql(`
  query Card($of: IndicatorKey!, $where: UnitFilter, $asOf: Date, $month: Date, $year: Date) {
    coverage(where: $where, asOf: $asOf) {
      total {
        share(of: $of, compareTo: $month) { ...ShareParts compare { asOf rate change } }
        yearAgo: share(of: $of, compareTo: $year) { status definitionChanged compare { asOf rate change } }
      }
    }
  }
`)

/** The chosen indicator by sub-region. */
export const RegionRowsDocument = graphql(`
  query RegionRows($of: IndicatorKey!, $where: UnitFilter, $asOf: Date) {
    coverage(where: $where, groupBy: [REGION], asOf: $asOf) {
      rows { regionCode regionName share(of: $of) { ...ShareParts } }
    }
  }
`)

// Shown until the reader chooses others: the ones that the department is asked for most.
const usual = ['TWO_COVERAGES', 'ORGANISATION_COVERAGE', 'DUE_ESTABLISHMENT', 'WORK_COVERAGE', 'MEMBER_UNITS_COVERED', 'HUNDRED_WITH_ORGANISATION']

/** The indicators that have a card, in the order in which they were chosen. */
export function cardsOf({ indicators }: Session, { cards }: Params): CatalogueEntry[] {
  const wanted = list(cards) ?? usual
  const chosen = wanted.flatMap((wish) => indicators.filter(({ key }) => key === wish))
  return chosen.length ? chosen : indicators
}

/** The variables of a card. */
export function cardVariables(of: string, where: UnitFilter | undefined, asOf: Day): CardQueryVariables {
  return { of, where, asOf, month: addMonths(asOf, -1), year: addMonths(asOf, -12) }
}

/** What the page asks for what stands at its top, known before it is drawn. */
export function firstQuestions(session: Session, params: Params): Question[] {
  const asOf = dayOf(session, params)
  const code = regionOf(session, params)
  const { where } = selectionOf(session, params)
  return [
    ...cardsOf(session, params).map(({ key }) => asking(CardDocument, cardVariables(key, where, asOf))),
    ...(code ? [asking(RegionPathDocument, { code, asOf })] : []),
    asking(RegionRowsDocument, { of: indicatorOf(session, params).key, where, asOf }),
  ]
}
