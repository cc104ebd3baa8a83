import { Input } from 'antd'
import { useState } from 'react'
import { go, here } from '../../base/address'
import { useWords } from '../../i18n'

/** Narrows to units whose name holds a text. */
export function NameFilter({ name = '' }: { name?: string }) {
  const word = useWords()
  const [text, type] = useState(name)
  return <Input.Search aria-label={word('contains')} placeholder={word('contains')} value={text} allowClear onChange={(event) => type(event.target.value)} onSearch={(value) => go(here({ name: value }))} />
}

/** Narrows to units by their credit codes, as they are pasted from a table: parted by whatever is no letter and no digit. */
export function CodesFilter({ codes = '' }: { codes?: string }) {
  const word = useWords()
  const [text, type] = useState(codes)
  const search = (value: string) => go(here({ creditCodes: value.toUpperCase().split(/[^0-9A-Z]+/).filter(Boolean).join(',') }))
  return <Input.Search aria-label={word('codesFilter')} placeholder={word('codesFilter')} value={text} allowClear onChange={(event) => type(event.target.value)} onSearch={search} />
}
