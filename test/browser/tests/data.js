import assert from 'node:assert/strict'
import { test } from 'node:test'
import { settled, visitor } from '../browser.js'
import { ask } from '../server.js'

/** The page of the data set and its imports. */
export function data(world) {
  test('the data set is the one that answers', async () => {
    const { open, close } = await visitor(world.browser, world.url)
    const page = await open('/data')
    const { dataSet } = await ask(world.url, '{ dataSet { unitCount version today secrecyLabel } }')
    const text = (await page.locator('main').innerText()).replaceAll(',', '')
    assert.ok(text.includes(String(dataSet.unitCount)))
    assert.ok(text.includes(dataSet.today))
    assert.equal((await page.locator('[data-testid=data-version]').innerText()).replaceAll(',', ''), String(dataSet.version))
    await settled(page)
    await close()
  })

  for (const path of ['/', '/gaps', '/units', '/movement', '/set-ups', '/cultivation', '/data', '/import', '/console']) {
    test(`${path} carries the marks of the demo`, async () => {
      const { open, close } = await visitor(world.browser, world.url)
      const page = await open(path)
      const marks = await page.locator('.marks').innerText()
      for (const mark of ['演示数据·非真实', '密级', '截至', '数据版本']) assert.ok(marks.includes(mark), mark)
      await close()
    })
  }
}
