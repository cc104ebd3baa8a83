import assert from 'node:assert/strict'
import { test } from 'node:test'
import { figure, picture, settled, total, visitor } from '../browser.js'

/** Three-way cultivation with the right to persons. */
export function cultivation(world) {
  test('the cells of the pipeline add up to the pending, and each opens its candidates', async () => {
    const { open, close } = await visitor(world.browser, world.url)
    const page = await open('/cultivation')
    await picture(page, 'cultivation')
    const pending = await figure(page.locator('.totals .figure').first())
    assert.equal(await total(page), pending)
    let sum = 0
    for (const row of (await page.locator('.pipeline tbody tr').all()).slice(0, -1)) for (const cell of await row.locator('td > span > .figure').all()) sum += await figure(cell)
    assert.equal(sum, pending)
    const link = page.locator('.pipeline tbody td > span > a.figure').first()
    const told = await figure(link)
    await link.click()
    await settled(page)
    await page.waitForFunction((wanted) => Number(document.querySelector('[data-testid=total]')?.dataset.total) === wanted, told)
    await close()
  })

  test('what is overdue is shown as overdue', async () => {
    const { open, close } = await visitor(world.browser, world.url)
    const page = await open('/cultivation?overdue=yes')
    assert.equal(await total(page), await figure(page.locator('.totals .figure').nth(1)))
    assert.match(await page.locator('.virtual-row').first().innerText(), /逾期 [\d,]+ 天/)
    await close()
  })
}
