import { useAddress, type Params } from '../../base/address'
import { useAsOf, useSelection } from '../../base/session'
import { graphql } from '../../gen'
import type { AnnualReturnQuery, UnitFilter } from '../../gen/graphql'
import { useLanguage } from '../../i18n'
import { englishTerm } from '../../i18n/terms'

/** The whole return, with the comparison where an organisation is named. */
export const ReturnDocument = graphql(`
  query AnnualReturn($where: UnitFilter, $asOf: Date, $declaredBy: String) {
    annualReturn(where: $where, asOf: $asOf, declaredBy: $declaredBy) {
      asOf year declaredCells
      declaredBy { code name }
      tables { key title columns { key title } rows { key title supplementary cells { column units organisations } } }
      checks { title titleEnglish table column left right holds }
      differences { table tableTitle row rowTitle column columnTitle declared counted difference }
    }
  }
`)

export type Return = NonNullable<AnnualReturnQuery['annualReturn']>
export type ReturnTable = Return['tables'][number]

/** The question of the page, and the same selection as params for links to the lists. */
export function useReturnQuestion(): { question: { where: UnitFilter | undefined; asOf: string; declaredBy: string | undefined }; params: Params } {
  const asOf = useAsOf()
  const { declaredBy } = useAddress().params
  const { where, params } = useSelection()
  return { question: { where, asOf, declaredBy }, params }
}

/** Titles of tables, rows and columns: the server gives them in Chinese; in English they are their keys in words. */
export function useTitle(): (of: { key: string; title: string }) => string {
  const english = useLanguage() === 'en'
  return ({ key, title }) => (english ? englishTerm(key) : title)
}
