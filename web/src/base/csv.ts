// First characters at which a spreadsheet takes a text for a formula, full-width ones as some input methods give them too.
const risky = /^[=+\-@\t\r\n＝＋－＠]/

/** A value of a cell: numbers stay numbers, texts are defused. */
export type Cell = string | number | null | undefined

/** A text that no spreadsheet takes for a formula: a leading apostrophe makes it text. */
export function defused(text: string): string {
  return risky.test(text) ? `'${text}` : text
}

/** Rows as CSV (RFC 4180), with the mark at the front by which Excel knows UTF-8. */
export function csv(rows: Cell[][]): string {
  return `\uFEFF${rows.map((row) => row.map(field).join(',')).join('\r\n')}\r\n`
}

/** Hands a text to the reader as a file. */
export function download(name: string, text: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  link.download = name.replaceAll(/[\p{Cc}/\\:*?"<>|]/gu, '')
  link.click()
  // The browser reads the file after the click; an address taken back at once would be an empty file.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

function field(value: Cell): string {
  const text = typeof value === 'string' ? defused(value) : String(value ?? '')
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
