import assert from 'node:assert/strict'
import { test } from 'node:test'
import { figure, picture, settled, total, visitor } from '../browser.js'

/** What moved an indicator: the identity holds on the page, and its terms open their lists. */
export function movement(world) {
  test('the terms add up in every row and open lists of their length', async () => {
    const { open, close } = await visitor(world.browser, world.url)
    const page = await open('/movement?indicator=TWO_COVERAGES')
    await picture(page, 'movement')
    for (const row of await page.locator('.numbers tbody tr, .numbers tfoot tr').all()) {
      const [from, gained, lost, entered, left, , , to] = await Promise.all((await row.locator('td').all()).map(figure))
      assert.equal(from + gained - lost + entered - left, to)
    }
    const gained = page.locator('.numbers tfoot td').nth(1).locator('.figure')
    const told = await figure(gained)
    assert.ok(told > 0, 'nothing was gained in a year')
    await gained.click()
    await settled(page)
    assert.equal(await total(page), told)
    await close()
  })
}
