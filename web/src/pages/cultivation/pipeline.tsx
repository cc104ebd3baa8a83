import { useQueries } from '@tanstack/react-query'
import { here, useAddress } from '../../base/address'
import { question } from '../../base/query'
import { useAsOf } from '../../base/session'
import { graphql } from '../../gen'
import type { CandidateFilter, Direction, Stage } from '../../gen/graphql'
import { useTerms, useWords } from '../../i18n'
import { Figure } from '../../parts/figures'
import { Fault } from '../../parts/states'
import { usePlace } from './selection'

const StageDocument = graphql(`
  query CultivationStage($all: CandidateFilter, $overdue: CandidateFilter, $asOf: Date) {
    all: candidates(where: $all, first: 1, asOf: $asOf) { totalCount }
    overdue: candidates(where: $overdue, first: 1, asOf: $asOf) { totalCount }
  }
`)

const directions: Direction[] = ['BACKBONE_TO_MEMBER', 'MEMBER_TO_BACKBONE', 'BACKBONE_TO_MANAGEMENT']

// The stages that a direction can be in; the others stay empty.
const stages: [stage: Stage, of: Direction[]][] = [
  ['APPLICANT', ['BACKBONE_TO_MEMBER']],
  ['ACTIVIST', ['BACKBONE_TO_MEMBER']],
  ['DEVELOPMENT_TARGET', ['BACKBONE_TO_MEMBER']],
  ['PROBATIONARY_MEMBER', ['BACKBONE_TO_MEMBER']],
  ['IN_CULTIVATION', ['MEMBER_TO_BACKBONE', 'BACKBONE_TO_MANAGEMENT']],
  ['COMPLETED', directions],
]

/** How many candidates stand in each stage of each direction, and for how many a duty is past its day. */
export function Pipeline() {
  const word = useWords()
  const term = useTerms()
  const asOf = useAsOf()
  const place = usePlace()
  const cells = stages.flatMap(([stage, of]) => of.map((direction) => ({ stage, direction })))
  const answers = useQueries({ queries: cells.map((cell) => question(StageDocument, { ...filters(place, cell), asOf })) })
  const fault = answers.find(({ error }) => error)?.error
  if (fault) return <Fault fault={fault} />
  return (
    <div className="scroll-x" tabIndex={0} role="region" aria-label={word('pipeline')}>
      <table className="pipeline">
        <thead><tr><th scope="col">{word('stage')}</th>{directions.map((direction) => <th scope="col" key={direction}>{term('Direction', direction)}</th>)}</tr></thead>
        <tbody>
          {stages.map(([stage]) => (
            <tr key={stage}>
              <th scope="row">{term('Stage', stage)}</th>
              {directions.map((direction) => {
                const index = cells.findIndex((cell) => cell.stage === stage && cell.direction === direction)
                return <td key={direction}>{index >= 0 && <Cell stage={stage} direction={direction} answer={answers[index]?.data} />}</td>
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface Spot {
  stage: Stage
  direction: Direction
}

function filters(place: CandidateFilter, { stage, direction }: Spot): { all: CandidateFilter; overdue: CandidateFilter } {
  const all = { ...place, ...(stage === 'COMPLETED' ? {} : { pending: true }), directions: [direction], stages: [stage] }
  return { all, overdue: { ...all, overdue: true } }
}

interface CellProps extends Spot {
  answer: { all?: { totalCount: number } | null; overdue?: { totalCount: number } | null } | undefined
}

function Cell({ stage, direction, answer }: CellProps) {
  const word = useWords()
  const { params } = useAddress()
  const chosen = params.stage === stage && params.direction === direction
  const overdue = answer?.overdue?.totalCount ?? 0
  return (
    <span className={chosen ? 'chosen-cell' : undefined}>
      {answer ? <Figure value={answer.all?.totalCount} to={here({ stage, direction, overdue: undefined })} /> : <span className="bone" />}
      {overdue > 0 && <small className="fall"> {word('overdue')} <Figure value={overdue} to={here({ stage, direction, overdue: 'yes' })} /></small>}
    </span>
  )
}
