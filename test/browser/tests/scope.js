import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { accessible, picture, settled, visitor } from '../browser.js'
import { ask, fugai, serve } from '../server.js'

/** Entry by key, and a viewer with a narrow scope and few rights. */
export function scope(world) {
  describe('with keys', () => {
    let server
    let key
    let city
    let other
    before(async () => {
      const { regions } = await ask(world.url, '{ regions(level: CITY) { code name } }')
      server = await serve(world.province.db)
      // A reader is told of three persons and more at the same stage. Which cities have them changes from day to day.
      for (city of regions) {
        key = keyIn(fugai('key', 'create', '--db', world.province.db, '--role', 'READER', '--region', city.code, `reader of ${city.code}`))
        const { candidates } = await ask(server.url, '{ candidates { totalCount } }', {}, key)
        if (candidates.totalCount > 0) break
      }
      other = regions.find(({ code }) => code !== city.code)
    })
    after(() => server?.stop())

    test('a wrong key is refused, a right one enters its own region', async () => {
      const { open, close } = await visitor(world.browser, server.url, {})
      const page = await open('/cultivation')
      await picture(page, 'sign-in')
      await accessible(page)
      await page.getByLabel('密钥').fill('fgk_wrong')
      await page.keyboard.press('Enter')
      await page.getByText('密钥无效').waitFor()
      await page.getByLabel('密钥').fill(key)
      await page.keyboard.press('Enter')
      await page.waitForSelector('.marks')
      await settled(page)
      assert.match(page.url(), /\/cultivation/)
      assert.match(await page.locator('.trail').innerText(), new RegExp(`^${city.name}`))
      await close()
    })

    test('a reader sees masks in place of persons and member figures', async () => {
      const { open, close, context } = await visitor(world.browser, server.url, {})
      await context.request.post(`${server.url}/session`, { data: { key } })
      const page = await open('/cultivation')
      assert.match(await page.locator('[role=alert], .ant-alert').first().innerText(), /没有查看人员的权限/)
      assert.ok((await page.locator('.pipeline .masked').count()) > 0)
      assert.equal(await page.locator('.pipeline a').count(), 0)
      assert.equal(await page.locator('.fault').count(), 0)
      for (const cell of [0, 2, 3]) assert.match(await page.locator('.virtual-row').first().locator('[role=cell]').nth(cell).innerText(), /已隐藏/)
      await picture(page, 'masked')
      const units = await open('/units')
      assert.match(await units.locator('.virtual-row').first().innerText(), /已隐藏/)
      const plan = await open('/plan')
      assert.match(await plan.locator('[role=alert]').innerText(), /没有查看这里的权限/)
      const data = await open('/data')
      assert.match(await data.locator('[role=alert]').innerText(), /没有查看这里的权限/)
      await close()
    })

    test('a region outside the scope is refused, not empty', async () => {
      const { open, close, context } = await visitor(world.browser, server.url, {})
      await context.request.post(`${server.url}/session`, { data: { key } })
      const page = await open(`/units?regions=${other.code}`)
      assert.match(await page.locator('[role=alert]').innerText(), /错误代码 (NOT_FOUND|DENIED)/)
      await close()
    })
  })
}

function keyIn(text) {
  const [key] = text.match(/fgk_\S+/) ?? []
  if (!key) throw new Error(`no key in: ${text}`)
  return key
}
