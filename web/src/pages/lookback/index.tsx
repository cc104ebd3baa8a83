import { elsewhere, useAddress } from '../../base/address'
import { useWords } from '../../i18n'
import { Link } from '../../parts/link'
import { RegionTrail } from '../../parts/trail'
import { Round } from './round'
import { Rounds } from './rounds'
import { Rule } from './rule'
import { Rules } from './rules'
import { useLookBackWords } from './words'

/** The look-back on the quality of coverage: what the rules find, and the rounds in which it is mended. */
export default function LookBack() {
  const { params } = useAddress()
  const rounds = params.view === 'rounds'
  return (
    <>
      <Head rounds={rounds} />
      {rounds ? (params.round ? <Round code={params.round} /> : <Rounds />) : params.rule ? <Rule of={params.rule} /> : <Rules />}
    </>
  )
}

function Head({ rounds }: { rounds: boolean }) {
  const word = useLookBackWords()
  const common = useWords()
  const { regions } = useAddress().params
  return (
    <div className="list-head">
      <h1>{word('lookBack')}</h1>
      <div className="list-controls">
        <nav className="tabs" aria-label={common('menu')}>
          <Link to={elsewhere('/look-back', { regions })} current={!rounds}>{word('rules')}</Link>
          <Link to={elsewhere('/look-back', { regions, view: 'rounds' })} current={rounds}>{word('rounds')}</Link>
        </nav>
        <RegionTrail />
      </div>
    </div>
  )
}
