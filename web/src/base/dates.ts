/** Days are texts YYYY-MM-DD throughout; a Date object would bring a time zone in. */
export type Day = string

/** The same day of the month some months on (or back), clamped to the month's end. */
export function addMonths(day: Day, months: number): Day {
  const [year, month, date] = split(day)
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(date, last))
  return first.toISOString().slice(0, 10)
}

/** Days from one day to another. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}

/** Whether a day is the last of its month. */
export function isMonthEnd(day: Day): boolean {
  const next = new Date(Date.parse(day) + 86_400_000)
  return next.getUTCDate() === 1
}

function split(day: Day): [number, number, number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))]
}
