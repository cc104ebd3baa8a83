import assert from 'node:assert/strict'
import { test } from 'node:test'
import { visitor } from '../browser.js'

/** What is printed: the marks stay, the tools go. */
export function paper(world) {
  test('a print carries the marks and no tools', async () => {
    const { open, close } = await visitor(world.browser, world.url)
    const page = await open('/')
    await page.emulateMedia({ media: 'print' })
    assert.ok(await page.locator('.demo-label').isVisible())
    assert.ok(await page.locator('.secrecy').isVisible())
    assert.ok(!(await page.locator('.tools').isVisible()))
    assert.ok(!(await page.getByRole('navigation', { name: '主导航' }).isVisible()))
    assert.match(await page.locator('.marks style').textContent(), /@top-left \{ content: "演示数据·非真实.*密级.*截至.*数据版本/)
    const pdf = await page.pdf()
    assert.ok(pdf.length > 10_000)
    await close()
  })
}
