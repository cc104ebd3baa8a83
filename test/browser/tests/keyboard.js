import assert from 'node:assert/strict'
import { test } from 'node:test'
import { settled, total, figure, visitor } from '../browser.js'

/** The way from the first key to a gap's unit without a mouse. */
export function keyboard(world) {
  test('the keyboard alone leads from the overview to a unit', async () => {
    const { open, close } = await visitor(world.browser, world.url)
    const page = await open('/')
    await page.keyboard.press('Tab')
    assert.equal(await focused(page), '跳到正文')
    await page.keyboard.press('Enter')
    const gap = await figure(page.locator('[data-indicator=TWO_COVERAGES] .gap-part a'))
    await tabTo(page, (element) => element.matches('[data-indicator=TWO_COVERAGES] .gap-part a'))
    await page.keyboard.press('Enter')
    await settled(page)
    assert.equal(await total(page), gap)
    await tabTo(page, (element) => element.matches('.virtual'))
    await page.keyboard.press('End')
    await page.locator(`[aria-rowindex="${gap + 1}"]`).waitFor()
    await tabTo(page, (element) => element.matches('.virtual-row a'))
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/units\//)
    await settled(page)
    assert.ok(await page.locator('h1').innerText())
    await close()
  })
}

function focused(page) {
  return page.evaluate(() => document.activeElement?.textContent)
}

async function tabTo(page, wanted) {
  for (let tries = 0; tries < 150; tries++) {
    if (await page.evaluate(`(${wanted})(document.activeElement)`)) return
    await page.keyboard.press('Tab')
  }
  assert.fail('the keyboard does not reach it')
}
