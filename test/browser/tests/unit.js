import assert from 'node:assert/strict'
import { test } from 'node:test'
import { picture, settled, visitor } from '../browser.js'
import { ask } from '../server.js'

/** The page of a unit. */
export function unit(world) {
  test('a gap leads to its unit, which tells why and what would close it', async () => {
    const { open, close } = await visitor(world.browser, world.url)
    const page = await open('/gaps?indicator=DUE_ESTABLISHMENT')
    const name = await page.locator('.virtual-row a').first().innerText()
    await page.locator('.virtual-row a').first().click()
    await settled(page)
    assert.equal(await page.locator('h1').innerText(), name)
    await picture(page, 'unit')
    const code = new URL(page.url()).pathname.split('/')[2]
    const { unit: told } = await ask(world.url, 'query ($code: CreditCode!) { unit(creditCode: $code) { history { validFrom } reports { validFrom } why { result } } }', { code })
    assert.equal(await page.locator('.timeline .span').count(), told.history.length)
    assert.equal(await page.locator('.why details').count(), told.why.length)
    const due = page.locator('.why details', { hasText: '应建尽建率' }).first()
    assert.match(await due.innerText(), /未达到[\s\S]*如何补上[\s\S]*单独组建/)
    await close()
  })

  test('a code that is not there is said to be not there', async () => {
    const { open, close } = await visitor(world.browser, world.url)
    const page = await open('/units/91350100M000100Y43')
    assert.match(await page.locator('main').innerText(), /查不到这个单位/)
    await close()
  })
}
