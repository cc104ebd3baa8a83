const whole = new Intl.NumberFormat('en-US')

/** Stands where a number is not there: not reported, not shown, or a share of nothing. */
export const absent = '—'

/** A count with thousands apart. */
export function count(value: number | null | undefined): string {
  return value == null ? absent : whole.format(value)
}

/** A share of one in percent, with one decimal; a share short of the whole never reads 100 %. */
export function percent(rate: number | null | undefined): string {
  if (rate == null) return absent
  const shown = (rate * 100).toFixed(1)
  return shown === '100.0' && rate < 1 ? '>99.9%' : `${shown}%`
}

/** A change in percentage points with its sign; the schema gives it in points already. */
export function points(change: number | null | undefined): string {
  if (change == null) return absent
  return `${change > 0 ? '+' : change < 0 ? '−' : '±'}${Math.abs(change).toFixed(2)}`
}
