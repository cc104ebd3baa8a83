import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { accessible, figure, picture, settled, total, visitor } from '../browser.js'
import { saved } from '../files.js'
import { ask, fugai, province, serve } from '../server.js'

const stateOf = `query ($code: String!) {
  reviewRound(code: $code) {
    closedAt openedBy whole: counts { items closed overdue closedRate } byState: counts(groupBy: [STATE]) { state items }
    items(first: 1000) { nodes { code rule { key } text state assignedToCode dueOn events { act actor note } } }
  }
}`

/** Review rounds, from their opening to their end, with two keys: who answered does not check. They have a province of their own, which they change. */
export function reviewRounds(world) {
  describe('a review round', () => {
    let own
    let server
    let keys
    let county
    let organisation
    let today
    before(async () => {
      own = province(1200)
      const key = (name) => fugai('key', 'create', '--db', own.db, '--role', 'DEPARTMENT', name).match(/fgk_\S+/)[0]
      keys = { 答复人: key('答复人'), 核查人: key('核查人') }
      server = await serve(own.db)
      const { regions, dataSet } = await ask(server.url, '{ regions(level: COUNTY) { code } dataSet { today } }', {}, keys['核查人'])
      county = regions[0].code
      today = dataSet.today
      const { organisations } = await ask(server.url, `{ organisations(where: { regions: ["${county}"] }, first: 1) { nodes { code name } } }`, {}, keys['核查人'])
      organisation = organisations.nodes[0]
    })
    after(async () => {
      await server?.stop()
      own?.drop()
    })

    const as = async (name) => {
      const visit = await visitor(world.browser, server.url, {})
      await visit.context.request.post(`${server.url}/session`, { data: { key: keys[name] } })
      return visit
    }
    const round = async (code) => (await ask(server.url, stateOf, { code }, keys['核查人'])).reviewRound
    const address = (code) => `/look-back?view=rounds&regions=${county}&round=${code}`

    test('freezes the findings of a region, each as an item', async () => {
      const { open, close } = await as('答复人')
      const page = await open(`/look-back?view=rounds&regions=${county}`)
      await page.getByText('还没有开展过').waitFor()
      await accessible(page)
      await page.getByLabel('编号').fill('2026-B1')
      await page.getByLabel('名称').fill('县级回头看')
      await page.getByRole('button', { name: /^开\s?展$/ }).click()
      await page.getByTestId('round-items').waitFor()
      await settled(page)
      const { findingCounts } = await ask(server.url, `{ findingCounts(where: { regions: ["${county}"] }) { rule { key } share { gap } } }`, {}, keys['核查人'])
      const found = findingCounts.reduce((sum, { share }) => sum + (share.gap ?? 0), 0)
      assert.ok(found > 10, `only ${found} findings`)
      assert.equal(await figure(page.getByTestId('round-items')), found)
      assert.equal(await total(page), found)
      const byRule = await page.locator('table.by-rule tbody tr').evaluateAll((rows) => rows.map((row) => [row.dataset.rule, Number(row.cells[1].innerText)]))
      assert.deepEqual(byRule.sort(), findingCounts.filter(({ share }) => share.gap > 0).map(({ rule, share }) => [rule.key, share.gap]).sort())
      assert.equal((await round('2026-B1')).openedBy, '答复人')
      await close()
    })

    test('the same code again is refused, with the reason', async () => {
      const { open, close } = await as('答复人')
      const page = await open(`/look-back?view=rounds&regions=${county}`)
      await page.getByLabel('编号').fill('2026-B1')
      await page.getByLabel('名称').fill('再来一轮')
      await page.getByRole('button', { name: /^开\s?展$/ }).click()
      assert.match(await page.locator('[role=alert]').innerText(), /2026-B1/)
      await page.locator('tr[data-round="2026-B1"] a').click()
      await page.getByTestId('round-items').waitFor()
      await close()
    })

    test('items are assigned and answered, not checked by who answered, then reopened, answered again and closed by another', async () => {
      const answerer = await as('答复人')
      const desk = await answerer.open(address('2026-B1'))
      const items = await total(desk)
      await act(desk, '交办', items, async () => {
        await desk.getByLabel('责任党组织代码').fill(organisation.code)
        await desk.getByLabel('整改期限').fill(today)
        await desk.keyboard.press('Tab')
      })
      await act(desk, '反馈', items, () => desk.getByLabel('说明', { exact: true }).fill('已整改'))
      await sent(desk, '销号', () => desk.getByLabel('说明', { exact: true }).fill('自己核查'))
      await desk.locator('.problems [data-code=REVIEW_OWN_ANSWER]').waitFor()
      assert.deepEqual((await round('2026-B1')).byState.filter((row) => row.items > 0), [{ state: 'ANSWERED', items }])
      await picture(desk, 'look-back-round')
      await accessible(desk)

      const checker = await as('核查人')
      const check = await checker.open(address('2026-B1'))
      await check.locator('[data-row="0"] input[type=checkbox]').check()
      await sent(check, '退回', () => check.getByLabel('说明', { exact: true }).fill('证明材料不全'), false)
      await check.getByTestId('done').filter({ hasText: '1' }).waitFor()
      await check.locator('.ant-segmented-item', { hasText: '退回整改 1' }).waitFor()
      await check.locator('.ant-segmented-item', { hasText: `待核查 ${items - 1}` }).click()
      await check.waitForFunction((rows) => document.querySelector('[data-testid=total]')?.dataset.total === String(rows), items - 1)
      await act(check, '销号', items - 1, () => check.getByLabel('说明', { exact: true }).fill('核实'))
      const almost = await round('2026-B1')
      assert.deepEqual(almost.whole, [{ items, closed: items - 1, overdue: 0, closedRate: (items - 1) / items }])
      assert.equal(await check.getByTestId('closed-rate').innerText(), `${(100 * (items - 1) / items).toFixed(1)}%`)
      assert.equal(await figure(check.getByTestId('round-closed')), items - 1)
      assert.ok(await check.getByRole('button', { name: '结束本轮' }).isDisabled())

      const again = await answerer.open(`${address('2026-B1')}&state=REOPENED`)
      assert.equal(await total(again), 1)
      await act(again, '反馈', 1, () => again.getByLabel('说明', { exact: true }).fill('已补齐'))
      const last = await checker.open(`${address('2026-B1')}&state=ANSWERED`)
      await act(last, '销号', 1, () => last.getByLabel('说明', { exact: true }).fill('核实'))
      await last.getByTestId('closed-rate').filter({ hasText: '100.0%' }).waitFor()
      await last.getByRole('button', { name: '结束本轮' }).click()
      await last.getByText(/本轮已于 .* 由 核查人 结束/).waitFor()
      assert.equal(await last.locator('.chosen-bar').count(), 0)

      const { closedAt, whole, items: { nodes } } = await round('2026-B1')
      assert.ok(closedAt)
      assert.deepEqual(whole, [{ items, closed: items, overdue: 0, closedRate: 1 }])
      const course = (list) => list.events.map((event) => `${event.act} ${event.actor}`)
      const straight = ['FROZEN 答复人', 'ASSIGNED 答复人', 'ANSWERED 答复人', 'CLOSED 核查人']
      const back = ['FROZEN 答复人', 'ASSIGNED 答复人', 'ANSWERED 答复人', 'REOPENED 核查人', 'ANSWERED 答复人', 'CLOSED 核查人']
      assert.deepEqual(nodes.map(course).filter((list) => list.length !== straight.length), [back])
      assert.equal(nodes.map(course).filter((list) => JSON.stringify(list) === JSON.stringify(straight)).length, items - 1)
      assert.ok(nodes.every(({ assignedToCode, dueOn }) => assignedToCode === organisation.code && dueOn === today))
      await answerer.close()
      await checker.close()
    })

    test('its items are exported with what became of them', async () => {
      const { open, close } = await as('核查人')
      const page = await open(address('2026-B1'))
      const { items: { nodes } } = await round('2026-B1')
      for (const format of ['CSV', 'XLSX']) {
        const { rows } = await saved(page, page.locator('.list-head .export a', { hasText: format }))
        assert.deepEqual(rows.map((row) => [row['规则代码'], row['代码'], row['问题'], row['责任党组织代码']]), nodes.map(({ rule, code, text, assignedToCode }) => [rule.key, code, text, assignedToCode]))
      }
      await close()
    })

    test('a reader of another region sees neither the round nor the form', async () => {
      const { regions } = await ask(server.url, '{ regions(level: CITY) { code } }', {}, keys['核查人'])
      const other = regions.find(({ code }) => !county.startsWith(code.slice(0, 4)))
      const [key] = fugai('key', 'create', '--db', own.db, '--role', 'ANALYST', '--region', other.code, 'elsewhere').match(/fgk_\S+/)
      const { open, close, context } = await visitor(world.browser, server.url, {})
      await context.request.post(`${server.url}/session`, { data: { key } })
      const list = await open('/look-back?view=rounds')
      await list.getByText('还没有开展过').waitFor()
      assert.equal(await list.getByLabel('编号').count(), 0)
      await (await open('/look-back?view=rounds&round=2026-B1')).getByText('查不到这一轮').waitFor()
      await close()
    })
  })

  test('the demo without keys closes what the same person answered, and warns of it in both languages', async () => {
    const own = province(600)
    const server = await serve(own.db, '--demo')
    try {
      const { regions, dataSet } = await ask(server.url, '{ regions(level: COUNTY) { code } dataSet { today } }')
      const [{ code: region }] = regions
      const { organisations } = await ask(server.url, `{ organisations(where: { regions: ["${region}"] }, first: 1) { nodes { code } } }`)
      await ask(server.url, `mutation { openReviewRound(input: { code: "D1", title: "演示", region: "${region}" }) { round { code } } }`)
      const { reviewRound: { items: { nodes } } } = await ask(server.url, '{ reviewRound(code: "D1") { items(first: 1000) { nodes { id } } } }')
      await ask(server.url, 'mutation ($input: AssignReviewItemsInput!) { assignReviewItems(input: $input) { items { id } } }', { input: { items: nodes.map(({ id }) => id), assignTo: organisations.nodes[0].code, dueOn: dataSet.today } })
      assert.ok(nodes.length > 1, `only ${nodes.length} findings`)

      const { open, close } = await visitor(world.browser, server.url, {})
      const page = await open('/look-back?view=rounds&round=D1')
      await act(page, '反馈', nodes.length, () => page.getByLabel('说明', { exact: true }).fill('已整改'))
      assert.equal(await page.locator('.problems').count(), 0)
      await page.locator('[data-row="0"] input[type=checkbox]').check()
      await sent(page, '销号', () => page.getByLabel('说明', { exact: true }).fill('核实'), false)
      const warning = page.locator('.problems .warn-text[data-code=REVIEW_OWN_ANSWER]')
      assert.match(await warning.innerText(), /反馈人核查了自己的反馈：演示数据没有密钥/)
      await page.getByTestId('done').filter({ hasText: '1' }).waitFor()
      assert.equal(await page.locator('.problems .bad-text').count(), 0)
      await accessible(page)

      const english = await open('/look-back?view=rounds&round=D1&state=ANSWERED&lang=en')
      await act(english, 'Close', nodes.length - 1, () => english.getByLabel('Note', { exact: true }).fill('checked'), /^Send$/)
      const told = await english.locator('.problems .warn-text[data-code=REVIEW_OWN_ANSWER]').innerText()
      assert.match(told, /answer/)
      assert.doesNotMatch(told, /[一-鿿]/)
      const { reviewRound: { counts } } = await ask(server.url, '{ reviewRound(code: "D1") { counts { items closed } } }')
      assert.deepEqual(counts, [{ items: nodes.length, closed: nodes.length }])
      await close()
    } finally {
      await server.stop()
      own.drop()
    }
  })
}

/** Chooses all items of the list and acts on them, until the page says that it is done. */
async function act(page, name, items, fill, button) {
  await sent(page, name, fill, true, button)
  await page.getByTestId('done').filter({ hasText: String(items) }).waitFor()
  await settled(page)
}

async function sent(page, name, fill, all = true, button = /^提\s?交$/) {
  if (all) await page.locator('.virtual-head input[type=checkbox]').check()
  await page.locator('.chosen-bar .ant-segmented-item', { hasText: name }).click()
  await fill()
  await page.getByRole('button', { name: button }).click()
}
