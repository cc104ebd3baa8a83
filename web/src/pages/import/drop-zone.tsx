import { Button } from 'antd'
import { useRef, useState, type DragEvent } from 'react'
import { useImportWords } from './words'

interface Props {
  files: File[]
  change: (files: File[]) => void
  disabled: boolean
}

/** Takes files by drag and drop, by mouse and by keyboard. A file chosen twice replaces itself. */
export function DropZone({ files, change, disabled }: Props) {
  const word = useImportWords()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const add = (list: FileList | null) => change([...files.filter(({ name }) => ![...(list ?? [])].some((file) => file.name === name)), ...(list ?? [])])
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    if (!disabled) add(event.dataTransfer.files)
  }
  const drag = (event: DragEvent) => {
    event.preventDefault()
    setOver(true)
  }
  return (
    <div className={over ? 'drop-zone drop-over' : 'drop-zone'} onDrop={drop} onDragOver={drag} onDragLeave={() => setOver(false)}>
      <p>{word('dropHere')} <Button disabled={disabled} onClick={() => input.current?.click()}>{word('choose')}</Button></p>
      <input
        ref={input} type="file" multiple accept=".csv,.tsv,.txt,.xlsx,.xlsm" hidden disabled={disabled}
        onChange={(event) => {
          add(event.target.files)
          event.target.value = '' // the same file, mended, can be chosen again
        }}
      />
      <small>{word('several')}</small>
      {files.length > 0 && (
        <ul className="compact chosen-files" aria-label={word('chosen')}>
          {files.map((file) => (
            <li key={file.name}>
              {file.name} <small>{size(file.size)}</small>
              <Button type="text" size="small" disabled={disabled} aria-label={word('remove', { n: file.name })} onClick={() => change(files.filter((one) => one !== file))}>✕</Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function size(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  return bytes < 1 << 20 ? `${(bytes / 1024).toFixed(1)} KiB` : `${(bytes / (1 << 20)).toFixed(1)} MiB`
}
