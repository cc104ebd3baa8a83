import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import { Kit } from './kit'

interface Props {
  id: string
  day: string
  latest: string
  /** Whether there is another day to go back to, by clearing the field. */
  clearable: boolean
  choose: (day: string | undefined) => void
}

/** A field for a day. */
export default function DayPicker({ id, day, latest, clearable, choose }: Props) {
  return (
    <Kit>
      <DatePicker id={id} value={dayjs(day)} allowClear={clearable} maxDate={dayjs(latest)} onChange={(_, text) => choose((typeof text === 'string' && text) || undefined)} />
    </Kit>
  )
}
