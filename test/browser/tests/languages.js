import assert from 'node:assert/strict'
import { test } from 'node:test'
import { picture, settled, visitor } from '../browser.js'

/** Both languages: the switch keeps the page, and every page has its words in English. */
export function languages(world) {
  test('the switch keeps the page and its state', async () => {
    const { open, close } = await visitor(world.browser, world.url)
    const page = await open('/gaps?indicator=DUE_ESTABLISHMENT&domains=SCHOOL')
    await page.getByRole('button', { name: 'English' }).click()
    await settled(page)
    assert.match(await page.locator('h1').innerText(), /[\d,]+ gaps/)
    assert.equal(await page.getAttribute('html', 'lang'), 'en')
    assert.match(page.url(), /domains=SCHOOL&indicator=DUE_ESTABLISHMENT&lang=en/)
    await page.locator('nav a', { hasText: 'Overview' }).click()
    await settled(page)
    assert.match(await page.locator('main').innerText(), /Sub-regions/)
    await picture(page, 'overview-english')
    await page.getByRole('button', { name: '中文' }).click()
    await settled(page)
    assert.match(await page.locator('main').innerText(), /下级地区/)
    await close()
  })

  for (const [path, wanted] of [['/units', /units/], ['/movement', /Movement/], ['/set-ups', /Set-ups/], ['/cultivation', /Three-way cultivation/], ['/look-back', /Look-back/], ['/plan', /Plan/], ['/return', /Annual return/], ['/data', /Data and imports/]]) {
    test(`${path} speaks English`, async () => {
      const { open, close } = await visitor(world.browser, world.url)
      const page = await open(`${path}?lang=en`)
      assert.match(await page.locator('h1').innerText(), wanted)
      assert.doesNotMatch(await page.locator('nav').first().innerText(), /[一-鿿]/)
      await close()
    })
  }
}
