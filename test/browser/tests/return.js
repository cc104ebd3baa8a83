import assert from 'node:assert/strict'
import { test } from 'node:test'
import { figure, picture, settled, total, visitor } from '../browser.js'
import { ask } from '../server.js'

/** The annual return: cells open what they count, identities hold, differences open, the workbook is there, the print is clean. */
export function annualReturn(world) {
  test('cells equal the API and open as many units as they say', async () => {
    const { open, close } = await visitor(world.browser, world.url)
    const page = await open('/return')
    await picture(page, 'return')
    assert.equal(await page.getByTestId('checks').getAttribute('data-broken'), '0')
    const { annualReturn: told } = await ask(world.url, '{ annualReturn(organisations: false) { tables { key rows { key cells { units } } } } }')
    for (const table of told.tables) {
      const shown = await page.locator(`[data-table=${table.key}] tbody tr`).evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll('td')].map((cell) => Number((cell.querySelector('.figure') ?? cell).textContent.replaceAll(',', '')))))
      assert.deepEqual(shown, table.rows.map(({ cells }) => cells.map(({ units }) => units)))
    }
    const link = page.locator('[data-table=SOCIAL_ORGANISATION] [data-row=JOINT] a').nth(1)
    const units = await figure(link)
    await link.click()
    await settled(page)
    assert.equal(await total(page), units)
    await close()
  })

  test('a declared return is compared, and a difference opens the units counted', async () => {
    const { open, close } = await visitor(world.browser, world.url)
    const { organisation, end } = await declarer(world.url)
    const page = await open(`/return?declaredBy=${organisation}&superiors=${organisation}&asOf=${end}`)
    assert.ok(Number(await page.getByTestId('differences').getAttribute('data-total')) > 0)
    const link = page.getByRole('region', { name: '与上报年报的差异' }).locator('a').first()
    const units = await figure(link)
    await link.click()
    await settled(page)
    assert.equal(await total(page), units)
    await close()
  })

  test('the workbook comes with the page, and the print has no tools', async () => {
    const { open, close, context } = await visitor(world.browser, world.url)
    const page = await open('/return')
    const file = await context.request.get(world.url + (await page.locator('.export a', { hasText: 'XLSX' }).getAttribute('href')))
    assert.equal(file.status(), 200)
    assert.equal((await file.body()).subarray(0, 2).toString(), 'PK')
    await page.emulateMedia({ media: 'print' })
    assert.ok(!(await page.locator('.export').isVisible()))
    assert.ok(await page.locator('.demo-label').isVisible())
    const wider = await page.locator('table.return').evaluateAll((tables) => tables.filter((table) => table.scrollWidth > table.parentElement.clientWidth + 1).length)
    assert.equal(wider, 0, 'a table is cut on paper')
    await close()
  })
}

// A committee of the demo whose declared return of the last year differs from the count in some cell that is not empty.
async function declarer(url) {
  const { dataSet, organisations } = await ask(url, '{ dataSet { today } organisations(where: { kinds: [COMMITTEE] }, first: 100) { nodes { code region { level } } } }')
  const end = `${Number(dataSet.today.slice(0, 4)) - 1}-12-31`
  for (const { code } of organisations.nodes.filter(({ region }) => region?.level === 'COUNTY')) {
    const { annualReturn: of } = await ask(url, 'query ($by: String!, $asOf: Date!) { annualReturn(declaredBy: $by, asOf: $asOf, organisations: false) { differences { counted } } }', { by: code, asOf: end })
    if (of.differences[0]?.counted > 0) return { organisation: code, end }
  }
  throw new Error('no committee of the demo declared otherwise than is counted')
}
