import { here, useAddress } from '../../base/address'
import { useAsk } from '../../base/query'
import { useAsOf, useSession } from '../../base/session'
import { graphql } from '../../gen'
import type { CandidateDimension, CultivationCountsQuery, Direction, Stage } from '../../gen/graphql'
import { useTerms, useWords } from '../../i18n'
import { Figure } from '../../parts/figures'
import { Answer } from '../../parts/states'
import { usePlace } from './selection'

const CountsDocument = graphql(`
  query CultivationCounts($where: CandidateFilter, $groupBy: [CandidateDimension!]!, $asOf: Date) {
    candidateCounts(where: $where, groupBy: $groupBy, asOf: $asOf) { rows { direction stage pending overdue count status withheld } }
  }
`)

type Row = NonNullable<CultivationCountsQuery['candidateCounts']>['rows'][number]

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

/** How many candidates stand in each stage of each direction, and for how many a duty is past its day: one question for all. */
export function Pipeline() {
  const word = useWords()
  const term = useTerms()
  const asOf = useAsOf()
  const where = usePlace()
  const mayPersons = useSession().viewer.rights.includes('READ_PERSONS')
  const groupBy: CandidateDimension[] = mayPersons ? ['DIRECTION', 'STAGE', 'PENDING', 'OVERDUE'] : ['DIRECTION', 'STAGE', 'PENDING']
  const asked = useAsk(CountsDocument, { where, groupBy, asOf })
  return (
    <Answer of={asked} rows={6}>
      {({ candidateCounts }) => (
        <div className="scroll-x" tabIndex={0} role="region" aria-label={word('pipeline')}>
          <table className="pipeline">
            <thead><tr><th scope="col">{word('stage')}</th>{directions.map((direction) => <th scope="col" key={direction}>{term('Direction', direction)}</th>)}</tr></thead>
            <tbody>
              {stages.map(([stage, of]) => (
                <tr key={stage}>
                  <th scope="row">{term('Stage', stage)}</th>
                  {directions.map((direction) => <td key={direction}>{of.includes(direction) && <Cell stage={stage} direction={direction} rows={candidateCounts?.rows ?? []} />}</td>)}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Answer>
  )
}

interface CellProps {
  stage: Stage
  direction: Direction
  rows: Row[]
}

/** The candidates of a cell, which open as a list for those with the right to persons. */
function Cell({ stage, direction, rows }: CellProps) {
  const word = useWords()
  const { params } = useAddress()
  const mayPersons = useSession().viewer.rights.includes('READ_PERSONS')
  const own = rows.filter((row) => row.stage === stage && row.direction === direction && (stage === 'COMPLETED' || row.pending))
  const overdue = sum(own.filter((row) => row.overdue))
  if (!mayPersons) return <Withheld rows={own} />
  return (
    <span className={params.stage === stage && params.direction === direction ? 'chosen-cell' : undefined}>
      <Figure value={sum(own)} to={here({ stage, direction, overdue: undefined })} />
      {overdue > 0 && <small className="fall"> {word('overdue')} <Figure value={overdue} to={here({ stage, direction, overdue: 'yes' })} /></small>}
    </span>
  )
}

/** A number without its list: a mask where it would tell of one or two persons, and a bound where some such are left out of it. */
function Withheld({ rows }: { rows: Row[] }) {
  const word = useWords()
  if (rows.some(({ status }) => status !== 'OK')) return <span className="masked">{word('masked')}</span>
  return <>{rows.some(({ withheld }) => withheld) && '≥ '}<Figure value={sum(rows)} /></>
}

function sum(rows: Row[]): number {
  return rows.reduce((total, row) => total + (row.count ?? 0), 0)
}
