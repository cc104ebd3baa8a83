import { crc32, inflateRawSync } from 'node:zlib'

/** Makes a workbook of one sheet: texts in rows, as a spreadsheet program writes them. */
export function workbook(name, rows) {
  const sheet = rows.map((cells, row) => `<row r="${row + 1}">${cells.map((cell, column) => `<c r="${letter(column)}${row + 1}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`).join('')}</row>`).join('')
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const packages = 'http://schemas.openxmlformats.org/package/2006'
  return zip({
    '[Content_Types].xml': `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relation}"><sheets><sheet name="${escaped(name)}" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${relation}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${sheet}</sheetData></worksheet>`,
  })
}

function letter(column) {
  return String.fromCharCode(65 + column)
}

function escaped(text) {
  return String(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}

// A zip archive whose entries are stored as they are.
function zip(entries) {
  const bodies = []
  const index = []
  let offset = 0
  for (const [name, text] of Object.entries(entries)) {
    const title = Buffer.from(name)
    const data = Buffer.from(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${text}`)
    const common = numbers([[20, 2], [0, 2], [0, 2], [0, 2], [0x21, 2], [crc32(data), 4], [data.length, 4], [data.length, 4], [title.length, 2], [0, 2]])
    const body = Buffer.concat([numbers([[0x04034b50, 4]]), common, title, data])
    index.push(numbers([[0x02014b50, 4], [20, 2]]), common, numbers([[0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]]), title)
    bodies.push(body)
    offset += body.length
  }
  const directory = Buffer.concat(index)
  const count = bodies.length
  return Buffer.concat([...bodies, directory, numbers([[0x06054b50, 4], [0, 2], [0, 2], [count, 2], [count, 2], [directory.length, 4], [offset, 4], [0, 2]])])
}

function numbers(list) {
  return Buffer.concat(list.map(([value, bytes]) => {
    const out = Buffer.alloc(bytes)
    out.writeUIntLE(value, 0, bytes)
    return out
  }))
}

/** Reads the first sheet of a workbook: its rows of texts, an empty cell as ''. */
export function firstSheet(content) {
  const part = parts(content)
  const shared = [...(part('xl/sharedStrings.xml') ?? '').matchAll(/<si>(.*?)<\/si>/gs)].map(([, item]) => textOf(item))
  const sheet = part('xl/worksheets/sheet1.xml')
  return [...sheet.matchAll(/<row [^>]*?(?:\/>|>(.*?)<\/row>)/gs)].map(([, row = '']) => {
    const cells = []
    for (const [, place, attributes, body = ''] of row.matchAll(/<c r="([A-Z]+)\d+"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
      const value = /<v>(.*?)<\/v>/s.exec(body)?.[1] ?? ''
      cells[columnOf(place)] = attributes.includes('t="s"') ? shared[Number(value)] : attributes.includes('t="inlineStr"') ? textOf(body) : unescaped(value)
    }
    return Array.from(cells, (cell) => cell ?? '')
  })
}

// The entries of a zip archive by name, from the directory at its end; texts, null where there is none of the name.
function parts(content) {
  const end = content.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  const found = new Map()
  for (let at = content.readUInt32LE(end + 16), left = content.readUInt16LE(end + 10); left > 0; left--) {
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => content.readUInt16LE(at + offset))
    const name = content.toString('utf8', at + 46, at + 46 + nameLength)
    found.set(name, { method: content.readUInt16LE(at + 10), size: content.readUInt32LE(at + 20), start: content.readUInt32LE(at + 42) })
    at += 46 + nameLength + extra + comment
  }
  return (name) => {
    const entry = found.get(name)
    if (!entry) return null
    const begin = entry.start + 30 + content.readUInt16LE(entry.start + 26) + content.readUInt16LE(entry.start + 28)
    const body = content.subarray(begin, begin + entry.size)
    return (entry.method ? inflateRawSync(body) : body).toString('utf8')
  }
}

function columnOf(letters) {
  return [...letters].reduce((column, one) => column * 26 + one.charCodeAt(0) - 64, 0) - 1
}

function textOf(xml) {
  return unescaped([...xml.matchAll(/<t(?: [^>]*)?>(.*?)<\/t>/gs)].map(([, text]) => text).join(''))
}

function unescaped(text) {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#34;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')
}
