import { useMutation } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { ApiError, ask } from '../../base/api'
import { csv, download } from '../../base/csv'
import { useSession } from '../../base/session'
import { useLanguage, useTerms, useWords } from '../../i18n'
import { ProposalsDocument, usePlanChoice, usePlanQuestion, type Proposal } from './query'
import { headings, taskRows, type Stamp } from './tasks'

const batch = 500

/** The plan as a task list: every proposal of the chosen step, on all pages, a line a unit. */
export function TaskList({ ready }: { ready: boolean }) {
  const word = useWords()
  const term = useTerms()
  const language = useLanguage()
  const { dataSet } = useSession()
  const question = usePlanQuestion()
  const { step } = usePlanChoice()
  const save = useMutation({
    mutationFn: async () => {
      const { proposals, dataVersion } = await everything({ ...question, steps: step ? [step] : null })
      const stamp = { asOf: question.asOf, dataVersion, secrecy: dataSet.secrecyLabel, label: dataSet.label ?? '' }
      download(fileName(word('planTasks'), stamp), csv([headings(language), ...taskRows(proposals, stamp, term)]))
    },
  })
  return (
    <span className="no-print">
      <Button onClick={() => save.mutate()} loading={save.isPending} disabled={!ready}>{word('planTasks')} CSV</Button>
      {save.error && <Alert role="alert" type="error" title={save.error.message} />}
    </span>
  )
}

type Question = ReturnType<typeof usePlanQuestion> & { steps: Proposal['step'][] | null }

/** All proposals of one state of the data; a file of two states would be the plan of neither. */
async function everything(question: Question): Promise<{ proposals: Proposal[]; dataVersion: string }> {
  const proposals: Proposal[] = []
  const versions = new Set<string>()
  for (;;) {
    const { gapPlan } = await ask(ProposalsDocument, { ...question, first: batch, offset: proposals.length })
    const page = gapPlan?.proposals
    if (!page) throw new ApiError('The answer holds no proposals.', 'INTERNAL')
    versions.add(String(page.dataVersion))
    if (versions.size > 1) throw new ApiError('The data changed while the list was fetched; export it again.', 'CONFLICT')
    proposals.push(...page.nodes)
    if (!page.nodes.length || proposals.length >= page.totalCount) return { proposals, dataVersion: [...versions].join() }
  }
}

function fileName(title: string, { asOf, dataVersion, secrecy, label }: Stamp): string {
  return `${[title, asOf, `v${dataVersion}`, secrecy, label].filter(Boolean).join('_')}.csv`
}
