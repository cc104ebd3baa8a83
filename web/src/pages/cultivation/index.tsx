import { Alert, Segmented } from 'antd'
import { go, here, useAddress } from '../../base/address'
import { useSession } from '../../base/session'
import { useWords } from '../../i18n'
import { RegionTrail } from '../../parts/trail'
import { Panel } from '../../parts/panel'
import { CandidateList } from './list'
import { Pipeline } from './pipeline'
import { Totals } from './totals'

/** Three-way cultivation: how many stand where, what is due, and who; persons only with the right to them. */
export default function Cultivation() {
  const word = useWords()
  const { viewer } = useSession()
  const { params } = useAddress()
  const mayPersons = viewer.rights.includes('READ_PERSONS')
  return (
    <>
      <div className="list-head"><h1>{word('cultivation')}</h1><div className="list-controls"><RegionTrail /></div></div>
      <Alert type={mayPersons ? 'info' : 'warning'} title={mayPersons ? word('earliestIsNotDue') : word('maskedNote')} />
      <Totals />
      <Panel title={word('pipeline')}><Pipeline /></Panel>
      <Panel title={word('candidates')}>
        {mayPersons && <Segmented
          aria-label={word('filters')}
          value={params.overdue === 'yes' ? 'overdue' : 'pending'}
          options={[{ value: 'pending', label: word('allPending') }, { value: 'overdue', label: word('onlyOverdue') }]}
          onChange={(value) => go(here({ overdue: value === 'overdue' ? 'yes' : undefined }))}
        />}
        <CandidateList />
      </Panel>
    </>
  )
}
