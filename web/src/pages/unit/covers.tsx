import { elsewhere } from '../../base/address'
import { count } from '../../base/format'
import { useTerms, useWords } from '../../i18n'
import { Link } from '../../parts/link'
import { Nothing } from '../../parts/states'
import { OrganisationLink } from '../list/cells'
import type { Unit } from './query'
import { Mark } from '../../parts/mark'

type Cover = Unit['covers'][number]

/** The covers of a unit of every date, those in force marked. */
export function Covers({ covers }: { covers: Cover[] }) {
  const word = useWords()
  if (!covers.length) return <Nothing hint={word('noLastCover')} />
  return (
    <div className="scroll-x" tabIndex={0} role="region" aria-label={word('covers')}>
      <table className="plain">
        <thead><tr>{(['holder', 'setUp', 'validFrom', 'validTo', 'state', 'otherUnits'] as const).map((column) => <th scope="col" key={column}>{word(column)}</th>)}</tr></thead>
        <tbody>{covers.map((cover) => <Row key={cover.id} cover={cover} />)}</tbody>
      </table>
    </div>
  )
}

function Row({ cover }: { cover: Cover }) {
  const word = useWords()
  const term = useTerms()
  return (
    <tr>
      <th scope="row"><Holder cover={cover} /></th>
      <td>{cover.setUp ? term('SetUp', cover.setUp) : term('CoverKind', cover.kind)}{cover.basis && <small>{term('JointBasis', cover.basis)}</small>}</td>
      <td>{cover.validFrom}</td>
      <td>{cover.validTo ?? word('open')}</td>
      <td>{cover.inForce ? <Mark tone="good">{word('inForce')}</Mark> : <Mark>{term('EndReason', cover.endReason) || word('ended')}</Mark>}</td>
      <td><Others of={cover.otherUnits} /></td>
    </tr>
  )
}

function Holder({ cover }: { cover: Cover }) {
  const term = useTerms()
  const { organisation, instructor, massOrganisation } = cover
  if (organisation) return <OrganisationLink of={organisation} />
  if (instructor) return <>{instructor.name} <small>{term('InstructorRole', instructor.role)}</small></>
  return <>{massOrganisation?.name} <small>{term('MassOrganisationKind', massOrganisation?.kind)}</small></>
}

function Others({ of }: { of: Cover['otherUnits'] }) {
  const { nodes, totalCount } = of
  if (!totalCount) return null
  return <ul className="compact">{nodes.map((unit) => <li key={unit.creditCode}><Link to={elsewhere(`/units/${unit.creditCode}`)}>{unit.name}</Link></li>)}{totalCount > nodes.length && <li>+ {count(totalCount - nodes.length)}</li>}</ul>
}
