import assert from 'node:assert/strict'
import { test } from 'node:test'
import { figure, picture, settled, total, visitor } from '../browser.js'
import { saved } from '../files.js'
import { ask } from '../server.js'

const gapsOf = `query ($of: IndicatorKey!, $offset: Int, $where: UnitFilter) {
  gaps(indicator: $of, first: 1, offset: $offset, where: $where) { totalCount nodes { unit { creditCode name } } }
}`

const unitsOf = 'query ($where: UnitFilter) { units(where: $where, first: 2) { totalCount nodes { creditCode name } } }'
const code = '统一社会信用代码'

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

  // What a reader types or chooses in each filter, what the address then says, and the same question to the API.
  const narrowed = [
    ['从业人员', { 从: '50', 至: '120' }, /employeesFrom=50&employeesTo=120/, { employees: { gte: 50, lte: 120 } }],
    ['正式党员', { 从: '1', 至: '2' }, /fullMembersFrom=1&fullMembersTo=2/, { fullMembers: { gte: 1, lte: 2 } }],
    ['党员', { 从: '4' }, /membersFrom=4/, { members: { gte: 4 } }],
    ['成立日期', { 从: '2012-03-01', 早于: '2016-01-01' }, /foundedFrom=2012-03-01&foundedTo=2016-01-01/, { foundedOn: { gte: '2012-03-01', lt: '2016-01-01' } }],
  ]
  for (const [label, bounds, address, where] of narrowed) {
    test(`bounds of ${label} leave as many units as the API counts`, async () => {
      const { open, close } = await visitor(world.browser, world.url)
      const page = await open('/units')
      const all = await total(page)
      await page.locator('.filters summary').click()
      for (const [end, value] of Object.entries(bounds)) {
        await page.getByLabel(`${label} ${end}`, { exact: true }).fill(value)
        await page.keyboard.press('Enter')
      }
      await page.waitForURL(address)
      const { units } = await ask(world.url, unitsOf, { where })
      await totals(page, units.totalCount)
      assert.ok(units.totalCount > 0 && units.totalCount < all)
      await close()
    })
  }

  test('a text and pasted codes leave the units that they name', async () => {
    const { open, close } = await visitor(world.browser, world.url)
    const page = await open('/units')
    await page.locator('.filters summary').click()
    await page.getByLabel('名称包含').fill('小学')
    await page.keyboard.press('Enter')
    const { units } = await ask(world.url, unitsOf, { where: { name: { contains: '小学' } } })
    await totals(page, units.totalCount)
    const [first, second] = units.nodes
    const codes = await open('/units')
    await codes.locator('.filters summary').click()
    await codes.getByLabel(/^统一社会信用代码/).fill(`${first.creditCode.toLowerCase()}、 ${second.creditCode}\t`)
    await codes.keyboard.press('Enter')
    await totals(codes, 2)
    assert.deepEqual((await codes.locator('.virtual-row small:first-of-type').allInnerTexts()).filter((text) => text === first.creditCode || text === second.creditCode).sort(), [first.creditCode, second.creditCode].sort())
    await close()
  })

  test('a zone, and no zone, leave as many units as the API counts', async () => {
    const { open, close } = await visitor(world.browser, world.url)
    const { zones } = await ask(world.url, '{ zones(first: 1) { nodes { code name } } }')
    for (const [option, code] of [[zones.nodes[0].name, zones.nodes[0].code], ['不在任何园区、楼宇、商圈内', 'NONE']]) {
      const page = await open('/units')
      await page.locator('.filters summary').click()
      await page.getByRole('combobox', { name: '园区、楼宇、商圈' }).fill(option)
      await page.locator('.ant-select-item-option', { hasText: option }).first().click()
      await page.waitForURL(new RegExp(`zones=${code}`))
      const { units } = await ask(world.url, unitsOf, { where: { zones: [code] } })
      assert.ok(units.totalCount > 0)
      await totals(page, units.totalCount)
      await close()
    }
  })

  test('an export holds the rows of the list, in its order', async () => {
    const { open, close } = await visitor(world.browser, world.url)
    const page = await open('/gaps?indicator=TWO_COVERAGES&domains=SCHOOL&order=NAME:DESC')
    const { rows } = await saved(page, page.locator('.list-head .export a', { hasText: 'CSV' }))
    const { gaps } = await ask(world.url, gapsOf.replace('first: 1,', 'first: 1000, orderBy: [{ by: NAME, direction: DESC }],'), { of: 'TWO_COVERAGES', where: { domains: ['SCHOOL'] } })
    assert.equal(gaps.totalCount, await total(page))
    assert.deepEqual(rows.map((row) => row[code]), gaps.nodes.map(({ unit }) => unit.creditCode))
    await close()
  })

  test('chosen gaps are exported, and they alone', async () => {
    const { open, close } = await visitor(world.browser, world.url)
    const page = await open('/gaps?indicator=TWO_COVERAGES')
    const wanted = []
    for (const at of [0, 2, 5]) {
      const row = page.locator(`[data-row="${at}"]`)
      await row.locator('input[type=checkbox]').check()
      wanted.push([await row.locator('small').first().innerText(), await row.locator('a').first().innerText()])
    }
    assert.equal(await page.getByTestId('chosen').getAttribute('data-count'), '3')
    for (const format of ['CSV', 'XLSX']) {
      const { name, rows } = await saved(page, page.locator('.chosen-bar').getByRole('button', { name: format }))
      assert.match(name, new RegExp(`演示数据·非真实\\.${format.toLowerCase()}$`))
      assert.deepEqual(rows.map((row) => [row[code], row['单位名称']]), wanted)
    }
    await close()
  })

  test('all gaps but some are exported without those', async () => {
    const { open, close } = await visitor(world.browser, world.url)
    const page = await open('/gaps?indicator=TWO_COVERAGES')
    const all = await total(page)
    await page.locator('.virtual-head input[type=checkbox]').check()
    assert.equal(await page.getByTestId('chosen').getAttribute('data-count'), String(all))
    const left = []
    for (const at of [1, 3]) {
      const row = page.locator(`[data-row="${at}"]`)
      await row.locator('input[type=checkbox]').uncheck()
      left.push(await row.locator('small').first().innerText())
    }
    const { rows } = await saved(page, page.locator('.chosen-bar').getByRole('button', { name: 'XLSX' }))
    const { gaps } = await ask(world.url, gapsOf.replace('first: 1,', 'first: 1000,'), { of: 'TWO_COVERAGES' })
    assert.equal(gaps.totalCount, all)
    assert.deepEqual(rows.map((row) => row[code]), gaps.nodes.map(({ unit }) => unit.creditCode).filter((one) => !left.includes(one)))
    await close()
  })

  test('a choice in a list of pasted codes is the choice, not the list', async () => {
    const { open, close } = await visitor(world.browser, world.url)
    const { gaps } = await ask(world.url, gapsOf.replace('first: 1,', 'first: 3,'), { of: 'TWO_COVERAGES' })
    const codes = gaps.nodes.map(({ unit }) => unit.creditCode)
    const page = await open(`/gaps?indicator=TWO_COVERAGES&creditCodes=${codes.join(',')}`)
    assert.equal(await total(page), 3)
    await page.locator('[data-row="1"] input[type=checkbox]').check()
    const { rows } = await saved(page, page.locator('.chosen-bar').getByRole('button', { name: 'CSV' }))
    assert.deepEqual(rows.map((row) => row[code]), [await page.locator('[data-row="1"] small').first().innerText()])
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

/** Waits until the list is of a length. */
async function totals(page, wanted) {
  await page.waitForFunction((rows) => document.querySelector('[data-testid=total]')?.dataset.total === String(rows), wanted)
}
