import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { figure, picture, settled, total, visitor } from '../browser.js'
import { ask } from '../server.js'

const gapsOf = `query ($of: IndicatorKey!, $offset: Int, $where: UnitFilter) {
  gaps(indicator: $of, first: 1, offset: $offset, where: $where) { totalCount nodes { unit { creditCode name } } }
}`

/** The lists of gaps and units: filters, drill-down in both trees, and any row of a long list. */
export function lists(world) {
  test('the last row of the list is the last gap', async () => {
    const { open, close } = await visitor(world.browser, world.url)
    const page = await open('/gaps?indicator=TWO_COVERAGES')
    await picture(page, 'gaps')
    const count = await total(page)
    assert.ok(count > 200, `only ${count} gaps`)
    const { gaps } = await ask(world.url, gapsOf, { of: 'TWO_COVERAGES', offset: count - 1 })
    assert.equal(gaps.totalCount, count)
    await page.locator('.virtual').evaluate((box) => box.scrollTo(0, box.scrollHeight))
    await page.locator(`[aria-rowindex="${count + 1}"] small`, { hasText: gaps.nodes[0].unit.creditCode }).waitFor()
    assert.ok((await page.locator('.virtual-row').count()) < 60, 'rows out of sight are drawn')
    await close()
  })

  test('every gap has a reason and a next step', async () => {
    const { open, close } = await visitor(world.browser, world.url)
    const page = await open('/gaps?indicator=TWO_COVERAGES')
    for (const row of await page.locator('.virtual-row').all()) {
      assert.ok((await row.locator('[role=cell]').nth(4).innerText()).length > 0)
      assert.ok((await row.locator('[role=cell]').nth(5).innerText()).length > 0)
    }
    await close()
  })

  for (const [tree, address] of [['region', '/gaps?'], ['subordination', '/gaps?by=subordination']]) {
    test(`going down the tree of ${tree} leaves as many gaps as the tree says`, async () => {
      const { open, close } = await visitor(world.browser, world.url)
      const page = await open(`${address}&indicator=ORGANISATION_COVERAGE`)
      const entry = page.locator('.drill li:has(a)').first()
      const told = await figure(entry.locator('b'))
      await entry.locator('a').click()
      await settled(page)
      await page.waitForFunction((wanted) => Number(document.querySelector('[data-testid=total]')?.dataset.total) === wanted, told)
      await close()
    })
  }

  test('a filter narrows the list and stands in the address', async () => {
    const { open, close } = await visitor(world.browser, world.url)
    const page = await open('/gaps?indicator=TWO_COVERAGES')
    await page.locator('.filters summary').click()
    await page.getByRole('combobox', { name: '领域' }).click()
    await page.locator('.ant-select-item-option', { hasText: '学校' }).click()
    await page.waitForURL(/domains=SCHOOL/)
    await settled(page)
    const { gaps } = await ask(world.url, gapsOf, { of: 'TWO_COVERAGES', where: { domains: ['SCHOOL'] } })
    assert.equal(await total(page), gaps.totalCount)
    await close()
  })

  test('an export holds the rows of the list, in its order', async () => {
    const { open, close } = await visitor(world.browser, world.url)
    const page = await open('/gaps?indicator=TWO_COVERAGES&domains=SCHOOL&order=NAME:DESC')
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('.export a', { hasText: 'CSV' }).click()])
    const lines = (await readFile(await download.path(), 'utf8')).trim().split(/\r?\n/)
    assert.equal(lines.length - 1, await total(page))
    assert.ok(lines[1].includes(await page.locator('.virtual-row small').first().innerText()))
    await close()
  })

  test('a list of nothing says so', async () => {
    const { open, close } = await visitor(world.browser, world.url)
    const page = await open('/units?name=没有这样的单位名称')
    assert.match(await page.locator('main').innerText(), /没有符合条件的记录/)
    await close()
  })

  test('a wrong address says what is wrong with it', async () => {
    const { open, close } = await visitor(world.browser, world.url)
    const page = await open('/units?regions=12')
    assert.match(await page.locator('[role=alert]').innerText(), /错误代码 [A-Z_]+/)
    const lost = await open('/units')
    await lost.goto(`${world.url}/nowhere`)
    await lost.getByText('没有这个页面').waitFor()
    await close()
  })
}
