import { useAddress } from '../../base/address'
import type { CatalogueEntry } from '../../base/scope'
import { useAsOf, useSelection, useSession } from '../../base/session'
import { graphql } from '../../gen'
import type { PlanReason, NextStep, PlanOpenQuery, PlanProposalsQuery, PlanQuery } from '../../gen/graphql'

/** Plan: its shares, and how many proposals and refusals there are of each kind. */
export const PlanDocument = graphql(`
  query Plan($where: UnitFilter, $indicator: IndicatorKey!, $asOf: Date) {
    gapPlan(where: $where, indicator: $indicator, asOf: $asOf) {
      gaps closed dataVersion
      before { ...PlanShareParts }
      after { ...PlanShareParts }
      regions { region { code name } before { ...PlanShareParts } after { ...PlanShareParts } }
      steps { step proposals units }
      reasons { reason units }
    }
  }
  fragment PlanShareParts on PlanShare { numerator denominator gap rate }
`)

/** A page of proposals. */
export const ProposalsDocument = graphql(`
  query PlanProposals($where: UnitFilter, $indicator: IndicatorKey!, $asOf: Date, $steps: [NextStep!], $first: Int, $offset: Int) {
    gapPlan(where: $where, indicator: $indicator, asOf: $asOf) {
      proposals(steps: $steps, first: $first, offset: $offset) {
        totalCount asOf dataVersion
        nodes {
          step unitCount basis hostRelation fullMembers message
          units { creditCode name domain region { code name } }
          host { code name }
          instructor { code name }
        }
      }
    }
  }
`)

/** A page of gaps without a proposal. */
export const OpenDocument = graphql(`
  query PlanOpen($where: UnitFilter, $indicator: IndicatorKey!, $asOf: Date, $reasons: [PlanReason!], $first: Int, $offset: Int) {
    gapPlan(where: $where, indicator: $indicator, asOf: $asOf) {
      open(reasons: $reasons, first: $first, offset: $offset) {
        totalCount
        nodes { reason message unit { creditCode name domain region { name } } }
      }
    }
  }
`)

export type Plan = NonNullable<PlanQuery['gapPlan']>
export type PlanShare = Plan['before']
export type Proposal = NonNullable<NonNullable<PlanProposalsQuery['gapPlan']>['proposals']>['nodes'][number]
export type OpenGap = NonNullable<NonNullable<PlanOpenQuery['gapPlan']>['open']>['nodes'][number]

// The indicators for whose gaps there are plans.
const planned = ['TWO_COVERAGES', 'ORGANISATION_COVERAGE']

/** The catalogue's entries for which there are plans. */
export function usePlanned(): CatalogueEntry[] {
  return useSession().indicators.filter(({ key }) => planned.includes(key))
}

/** What the page asks of a plan: the indicator of the address if there are plans for it, the selection and the day. */
export function usePlanQuestion() {
  const { params } = useAddress()
  const { where } = useSelection()
  const asOf = useAsOf()
  const indicator = planned.find((key) => key === params.indicator) ?? 'TWO_COVERAGES'
  return { where, indicator, asOf }
}

/** The step and the reason to which the address narrows the two lists. */
export function usePlanChoice(): { step: NextStep | undefined; reason: PlanReason | undefined } {
  const { params } = useAddress()
  return { step: params.step as NextStep | undefined, reason: params.reason as PlanReason | undefined }
}
