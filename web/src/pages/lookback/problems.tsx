import { count } from '../../base/format'
import { useChinese } from '../../i18n'
import { useLookBackWords } from './words'

interface Problem {
  path: string
  code: string
  message: string
  warning: boolean
}

// The codes of docs/errors.md that an act on a round meets, in Chinese; the server's own message is English and names the item.
const chinese: Record<string, string> = {
  UNKNOWN_REVIEW_ITEM: '事项不存在，或超出查看范围；请刷新后重选', REVIEW_ROUND: '一次只能处理同一轮的事项', REVIEW_STATE: '事项、轮次或党组织的当前状态不允许这样处理，请先完成前一步',
  REVIEW_OWN_ANSWER: '反馈人不能核查自己的反馈，请换一个密钥核查', REVIEW_DUE_ON: '整改期限不能早于今天', OUT_OF_SCOPE: '责任党组织超出密钥的范围', UNKNOWN_ORGANISATION: '没有这个党组织，请核对代码',
  REQUIRED: '必填项为空', TEXT: '文字过长或含无法保存的字符', DUPLICATE_KEY: '同一事项重复',
}
const ownAnswerInDemo = '反馈人核查了自己的反馈：演示数据没有密钥，所有人同名，因此允许'

/** Why an act was refused, or remarks on one that was done: each kind once, with the server's words on the first and how many there are. */
export function Problems({ of }: { of: Problem[] | undefined }) {
  const inChinese = useChinese()
  const word = useLookBackWords()
  if (!of?.length) return null
  const told = ({ code, warning }: Problem) => inChinese(code === 'REVIEW_OWN_ANSWER' && warning ? ownAnswerInDemo : chinese[code])
  const firsts = of.filter(({ code }, at) => of.findIndex((other) => other.code === code) === at)
  const others = (code: string) => of.filter((other) => other.code === code).length - 1
  return (
    <div role="alert">
      <ul className="problems">
        {firsts.map((problem) => (
          <li key={problem.code} data-code={problem.code} className={problem.warning ? 'warn-text' : 'bad-text'}>
            {told(problem)} <span lang="en">{problem.message}</span>{' '}
            <small>{problem.path} · {problem.code}{others(problem.code) > 0 && ` · ${word('andMore', { n: count(others(problem.code)) })}`}</small>
          </li>
        ))}
      </ul>
    </div>
  )
}
