import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import { elsewhere, go, here, useAddress, type Address, type Params } from '../../base/address'
import { addMonths } from '../../base/dates'
import { ofRegion } from '../../base/filter'
import { useAsk } from '../../base/query'
import { useAsOf, useIndicator, useSelection } from '../../base/session'
import { graphql } from '../../gen'
import type { MovementQuery, MovementTerm } from '../../gen/graphql'
import { useTerms, useWords } from '../../i18n'
import { Definition } from '../../parts/definition'
import { DomainFilter } from '../../parts/domain-filter'
import { Figure } from '../../parts/figures'
import { IndicatorSelect } from '../../parts/indicator-select'
import { Link } from '../../parts/link'
import { Panel } from '../../parts/panel'
import { Answer } from '../../parts/states'
import { RegionTrail, useRegionCode } from '../../parts/trail'

const MovementDocument = graphql(`
  query Movement($of: IndicatorKey!, $from: Date!, $to: Date!, $where: UnitFilter) {
    movement(indicator: $of, from: $from, to: $to, where: $where, groupBy: [REGION]) {
      rows { ...MovementParts group { regionCode regionName } }
      total { ...MovementParts }
    }
  }
  fragment MovementParts on MovementRow {
    numeratorFrom denominatorFrom gained lost enteredMet enteredUnmet leftMet leftUnmet numeratorTo denominatorTo
  }
`)

type Answered = NonNullable<MovementQuery['movement']>
type Terms = Answered['total']

// The terms of the identity, with their signs, then those that move the denominator alone.
const terms: [term: MovementTerm, field: keyof Terms & string, sign: string][] = [
  ['GAINED', 'gained', '+'], ['LOST', 'lost', '−'], ['ENTERED_MET', 'enteredMet', '+'], ['LEFT_MET', 'leftMet', '−'],
  ['ENTERED_UNMET', 'enteredUnmet', ''], ['LEFT_UNMET', 'leftUnmet', ''],
]

/** What moved an indicator between two dates, term by term, each term opening its list. */
export default function Movement() {
  const word = useWords()
  const asOf = useAsOf()
  const { key } = useIndicator()
  const entry = useIndicator()
  const from = useAddress().params.from ?? addMonths(asOf, -12)
  const { where, params } = useSelection()
  const asked = useAsk(MovementDocument, { of: key, from, to: asOf, where })
  return (
    <>
      <div className="list-head">
        <h1>{word('movement')}</h1>
        <div className="list-controls">
          <RegionTrail /><DomainFilter /><IndicatorSelect /><Definition entry={entry} />
          <span className="labelled"><label htmlFor="from">{word('from')}</label>
          <DatePicker id="from" value={dayjs(from)} allowClear={false} maxDate={dayjs(asOf)} onChange={(_, text) => go(here({ from: typeof text === 'string' ? text : undefined }))} />
          {word('to')} {asOf}</span>
        </div>
      </div>
      <Panel title={word('movementIdentity')}>
        <Answer of={asked} rows={10}>{({ movement }) => movement && <Table of={movement} from={from} params={params} />}</Answer>
      </Panel>
    </>
  )
}

function Table({ of, from, params }: { of: Answered; from: string; params: Params }) {
  const word = useWords()
  const term = useTerms()
  const own = useRegionCode()
  return (
    <div className="scroll-x" tabIndex={0} role="region" aria-label={word('movement')}>
      <table className="numbers">
        <thead>
          <tr>
            <th scope="col">{word('region')}</th><th scope="col">{word('numerator')} {from}</th>
            {terms.map(([name, , sign]) => <th scope="col" key={name}>{sign} {term('MovementTerm', name)}</th>)}
            <th scope="col">= {word('numerator')}</th><th scope="col">{word('denominator')}</th>
          </tr>
        </thead>
        <tbody>
          {of.rows.map((row) => {
            const code = row.group.regionCode ?? ''
            const direct = code === own
            const name = row.group.regionName ?? ''
            return <Row key={code} name={direct ? `${name} · ${word('ownRow')}` : name} to={here(ofRegion(code, direct))} of={row} from={from} params={{ ...params, ...ofRegion(code, direct) }} />
          })}
        </tbody>
        <tfoot><Row name={word('whole')} of={of.total} from={from} params={params} /></tfoot>
      </table>
    </div>
  )
}

interface RowProps {
  name: string
  to?: Address
  of: Terms
  from: string
  params: Params
}

function Row({ name, to, of, from, params }: RowProps) {
  const { key } = useIndicator()
  const asOf = useAsOf()
  const list = (term: MovementTerm) => elsewhere('/units', { ...params, movement: `${key}:${from}:${asOf}:${term}` })
  return (
    <tr>
      <th scope="row">{to ? <Link to={to}>{name}</Link> : name}</th>
      <td><Figure value={of.numeratorFrom} /></td>
      {terms.map(([term, field]) => <td key={term}><Figure value={of[field] as number} to={list(term)} /></td>)}
      <td><b><Figure value={of.numeratorTo} /></b></td>
      <td><Figure value={of.denominatorTo} /></td>
    </tr>
  )
}
