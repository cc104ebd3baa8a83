import assert from 'node:assert/strict'
import { test } from 'node:test'
import { figure, picture, settled, total, visitor } from '../browser.js'
import { ask } from '../server.js'

/** The page of set-ups and that of an organisation. */
export function setUps(world) {
  test('units by set-up open lists of their length', async () => {
    const { open, close } = await visitor(world.browser, world.url)
    const page = await open('/set-ups')
    await picture(page, 'set-ups')
    const link = page.locator('.totals li', { hasText: '联合组建' }).locator('.figure')
    const told = await figure(link)
    assert.ok(told > 0)
    await link.click()
    await settled(page)
    assert.equal(await total(page), told)
    await close()
  })

  test('a combined organisation shows who takes part, by home organisation', async () => {
    const { open, close } = await visitor(world.browser, world.url)
    const page = await open('/set-ups?setUp=COMBINED')
    const query = '{ organisations(where: { setUps: [COMBINED] }, first: 1) { totalCount nodes { code name participants { home { name } } } } }'
    const { organisations } = await ask(world.url, query)
    assert.equal(await total(page), organisations.totalCount)
    await page.locator('.virtual-row a', { hasText: organisations.nodes[0].name }).first().click()
    await settled(page)
    assert.equal(await page.locator('h1').innerText(), organisations.nodes[0].name)
    for (const { home } of organisations.nodes[0].participants) assert.match(await page.locator('main').innerText(), new RegExp(home.name))
    await close()
  })
}
