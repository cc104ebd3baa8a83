import { readFile } from 'node:fs/promises'
import { firstSheet } from './xlsx.js'

/** Clicks what saves a table, opens the file and gives its name and its rows: objects of texts by the titles of the columns. */
export async function saved(page, link) {
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
  const name = download.suggestedFilename()
  const content = await readFile(await download.path())
  const [header, ...rows] = name.endsWith('.xlsx') ? firstSheet(content) : commaSeparated(content.toString('utf8'))
  return { name, header, rows: rows.map((cells) => Object.fromEntries(header.map((title, at) => [title, cells[at] ?? '']))) }
}

// A table of RFC 4180 with the mark of UTF-8 before it; an empty cell is ''.
function commaSeparated(text) {
  const rows = [[]]
  for (const [, quoted, plain, end] of text.replace(/^\uFEFF/, '').matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/g)) {
    if (quoted === undefined && plain === '' && end === '' && rows.at(-1).length === 0) break
    rows.at(-1).push(quoted?.replaceAll('""', '"') ?? plain)
    if (end !== ',' && end !== '') rows.push([])
    if (end === '') break
  }
  return rows.filter((row) => row.length > 0)
}
