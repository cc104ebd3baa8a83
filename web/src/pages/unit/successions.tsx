import { elsewhere } from '../../base/address'
import { useTerms, useWords } from '../../i18n'
import { Link } from '../../parts/link'
import { Panel } from '../../parts/panel'
import type { Unit } from './query'

/** Units that this one goes on from, and units that go on from it; nothing where there are none. */
export function Successions({ unit }: { unit: Unit }) {
  const word = useWords()
  if (!unit.predecessors.length && !unit.successors.length) return null
  return (
    <Panel title={word('successions')}>
      <List of={unit.predecessors} label={word('predecessors')} />
      <List of={unit.successors} label={word('successors')} />
    </Panel>
  )
}

function List({ of, label }: { of: Unit['successors']; label: string }) {
  const word = useWords()
  const term = useTerms()
  return <ul className="compact">{of.map(({ kind, succeededOn, unit }, index) => <li key={index}>{label} {unit ? <Link to={elsewhere(`/units/${unit.creditCode}`)}>{unit.name}</Link> : word('outOfScope')} · {succeededOn} · {term('SuccessionKind', kind)}</li>)}</ul>
}
