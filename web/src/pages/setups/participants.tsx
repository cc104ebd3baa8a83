import { count } from '../../base/format'
import { useWords } from '../../i18n'
import { OrganisationLink } from '../list/cells'

interface Participation {
  home: { code: string; name: string }
  fullMembers?: number | null
  probationaryMembers?: number | null
  validFrom: string
  validTo?: string | null
}

/** Who takes part in a combined organisation, by home organisation; their headcount stays there. */
export function Participants({ of }: { of: Participation[] }) {
  const word = useWords()
  return (
    <div className="scroll-x" tabIndex={0} role="region" aria-label={word('participants')}><table className="plain">
      <thead><tr>{(['home', 'fullMembers', 'probationaryMembers', 'validFrom', 'validTo'] as const).map((column) => <th scope="col" key={column}>{word(column)}</th>)}</tr></thead>
      <tbody>
        {of.map((row) => (
          <tr key={`${row.home.code} ${row.validFrom}`}>
            <th scope="row"><OrganisationLink of={row.home} /></th>
            <td>{count(row.fullMembers)}</td>
            <td>{count(row.probationaryMembers)}</td>
            <td>{row.validFrom}</td>
            <td>{row.validTo ?? word('open')}</td>
          </tr>
        ))}
      </tbody>
    </table></div>
  )
}
