import { go, here, useAddress, type Address } from '../base/address'
import { isDirect, ofRegion, ofSuperior } from '../base/filter'
import { useAsk } from '../base/query'
import { RegionPathDocument, regionOf } from '../base/scope'
import { useAsOf, useSession } from '../base/session'
import { graphql } from '../gen'
import { useWords } from '../i18n'
import { Link } from './link'

const SuperiorPathDocument = graphql(`
  query SuperiorPath($code: String!, $asOf: Date) {
    organisation(code: $code, asOf: $asOf) { code name parent { code name parent { code name parent { code name parent { code name } } } } }
  }
`)

/** The region that the page is about. */
export function useRegionCode(): string | undefined {
  return regionOf(useSession(), useAddress().params)
}

/** The name of the page's region; undefined while it is not known, and for the whole scope. */
export function useRegionName(): string | undefined {
  const code = useRegionCode()
  return useAsk(RegionPathDocument, { code: code ?? '', asOf: useAsOf() }, Boolean(code)).data?.region?.name
}

/** The way from the top of the scope down to the region, each step a link, and the children to go on to. */
export function RegionTrail() {
  const word = useWords()
  const asOf = useAsOf()
  const { top } = useSession()
  const direct = isDirect('REGION', useAddress().params)
  const code = useRegionCode()
  const asked = useAsk(RegionPathDocument, { code: code ?? '', asOf }, Boolean(code))
  const region = asked.data?.region
  const path = fromTop(region?.path ?? [], top?.code)
  return (
    <nav className="trail" aria-label={word('region')}>
      {!top && <Link to={here(ofRegion(undefined))}>{word('wholeScope')}</Link>}
      {path.map((step, index) => <Step key={step.code} name={step.name} last={index === path.length - 1 && !direct} to={here(ofRegion(step.code === top?.code ? undefined : step.code))} />)}
      {direct && <span aria-current="location">{word('ownRow')}</span>}
      {region && region.children.length > 0 && <Down options={region.children} />}
    </nav>
  )
}

function Down({ options }: { options: { code: string; name: string }[] }) {
  const word = useWords()
  return (
    <select aria-label={word('drill')} value="" onChange={(event) => go(here(ofRegion(event.target.value)))} className="no-print">
      <option value="">{word('drill')} …</option>
      {options.map((child) => <option key={child.code} value={child.code}>{child.name}</option>)}
    </select>
  )
}

/** The way from the top of the subordination tree down to the chosen superior. */
export function SuperiorTrail({ code }: { code: string }) {
  const word = useWords()
  const asOf = useAsOf()
  const direct = isDirect('SUBORDINATION', useAddress().params)
  const asked = useAsk(SuperiorPathDocument, { code, asOf }, code !== 'NONE')
  const path = code === 'NONE' ? [{ code, name: word('none') }] : upward(asked.data?.organisation)
  return (
    <nav className="trail" aria-label={word('subordination')}>
      <Link to={here(ofSuperior(undefined))}>{word('wholeScope')}</Link>
      {path.map((step, index) => <Step key={step.code} name={step.name} last={index === path.length - 1 && !direct} to={here(ofSuperior(step.code))} />)}
      {direct && <span aria-current="location">{word('ownRow')}</span>}
    </nav>
  )
}

function Step({ name, last, to }: { name: string; last: boolean; to: Address }) {
  return last ? <span aria-current="location">{name}</span> : <Link to={to}>{name}</Link>
}

interface Node {
  code: string
  name: string
  parent?: Node | null
}

function upward(node: Node | null | undefined): { code: string; name: string }[] {
  return node ? [...upward(node.parent), { code: node.code, name: node.name }] : []
}

// A viewer's path begins at the top of the scope: what lies above can be named but not asked for.
function fromTop<T extends { code: string }>(path: T[], top: string | undefined): T[] {
  const start = path.findIndex((step) => step.code === top)
  return start < 0 ? path : path.slice(start)
}
