import { useEffect, useRef } from 'react'
import type { Choice } from '../base/choice'
import { count } from '../base/format'
import { useWords } from '../i18n'

/** The box at the head of a list: chooses every row of it, or none. */
export function ChooseAll({ choice, total }: { choice: Choice; total: number }) {
  const word = useWords()
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (box.current) box.current.indeterminate = choice.all === 'mixed'
  })
  return <input ref={box} type="checkbox" className="no-print" aria-label={word('chooseAll', { n: count(total) })} checked={choice.all === true} onChange={() => choice.setAll(choice.all !== true)} />
}

/** The box of a row. */
export function ChooseRow({ choice, of, name }: { choice: Choice; of: string; name: string }) {
  const word = useWords()
  return <input type="checkbox" className="no-print" aria-label={word('chooseRow', { n: name })} checked={choice.has(of)} onChange={({ target }) => choice.set(of, target.checked)} />
}
