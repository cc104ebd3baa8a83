import { count, percent } from '../../base/format'
import type { SharePartsFragment } from '../../gen/graphql'
import { useWords } from '../../i18n'

/** The rate as a bar with the target as a mark, and what is missing to it in units. */
export function Target({ share }: { share: SharePartsFragment }) {
  const word = useWords()
  const { rate, target, shortfall } = share
  return (
    <>
      <div className="meter" aria-hidden="true">
        <div style={{ width: `${(rate ?? 0) * 100}%` }} />
        {target != null && <i style={{ left: `${target * 100}%` }} />}
      </div>
      {target != null && (
        <div className="target">
          {word('target')} {percent(target)} · {shortfall ? word('toTarget', { n: count(shortfall) }) : word('targetMet')}
        </div>
      )}
    </>
  )
}
