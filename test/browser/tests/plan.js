import assert from 'node:assert/strict'
import { test } from 'node:test'
import { figure, picture, settled, total, visitor } from '../browser.js'
import { saved } from '../files.js'
import { ask } from '../server.js'

const planOf = `{ gapPlan { gaps closed steps { step proposals units } proposals(first: 1000) { totalCount nodes { units { creditCode } } } open(first: 1) { totalCount } } }`

const tasksOf = '{ gapPlan { proposals(first: 1000) { nodes { step fullMembers message units { creditCode name } host { name } instructor { code } } } } }'

/** The plan: its shares, its two lists, and the task list as a file. */
export function plan(world) {
  test('gaps are those of the list, and every gap is in a proposal or has a reason', async () => {
    const { open, close } = await visitor(world.browser, world.url)
    const page = await open('/plan')
    await picture(page, 'plan')
    const gaps = await figure(page.locator('.plan-shares a.figure'))
    const closed = await figure(page.getByTestId('closed'))
    const { gapPlan } = await ask(world.url, planOf)
    assert.deepEqual([gaps, closed], [gapPlan.gaps, gapPlan.closed])
    assert.equal(await count(page, 'proposals'), gapPlan.proposals.totalCount)
    assert.equal(closed + (await count(page, 'open')), gaps)
    await page.locator('.plan-shares a.figure').click()
    await settled(page)
    assert.equal(await total(page), gaps)
    await close()
  })

  test('a step narrows the proposals to as many as it says, and their units open', async () => {
    const { open, close } = await visitor(world.browser, world.url)
    const { gapPlan } = await ask(world.url, planOf)
    const join = gapPlan.steps.find(({ step }) => step === 'JOIN')
    const page = await open('/plan?step=JOIN')
    assert.equal(await count(page, 'proposals'), join.proposals)
    const row = page.getByTestId('proposals').locator('.virtual-row').first()
    assert.ok((await row.locator('a').count()) > 1, 'a joint branch of one unit')
    const name = await row.locator('a').first().innerText()
    await row.locator('a').first().click()
    await settled(page)
    assert.equal(await page.locator('h1').innerText(), name)
    await close()
  })

  for (const format of ['CSV', 'XLSX']) {
    test(`the task list as ${format} holds every unit of every proposal with its step, and the marks`, async () => {
      const { open, close } = await visitor(world.browser, world.url)
      const page = await open('/plan')
      const { name, rows } = await saved(page, page.locator('.export a', { hasText: format }))
      assert.match(name, new RegExp(`^任务清单_两个覆盖率_\\d{4}-\\d\\d-\\d\\d_v\\d+_.+_演示数据·非真实\\.${format.toLowerCase()}$`))
      const { gapPlan } = await ask(world.url, tasksOf)
      const tasks = gapPlan.proposals.nodes.flatMap(({ step, fullMembers, message, units, host, instructor }, at) => units.map(({ creditCode, name: unit }) => [String(at + 1), step, creditCode, unit, host?.name ?? '', instructor?.code ?? '', String(fullMembers), message]))
      assert.ok(tasks.length > 100, `only ${tasks.length} tasks`)
      const columns = ['任务序号', '步骤代码', '统一社会信用代码', '单位名称', '依托党组织', '指导员编号', '正式党员合计', '方案说明']
      assert.deepEqual(rows.map((row) => columns.map((title) => row[title])), tasks)
      assert.deepEqual(rows.map((row) => [row['责任人'], row['完成期限'], row['完成情况']].join('')), tasks.map(() => ''))
      await close()
    })
  }

  test('the task list of one step holds that step alone', async () => {
    const { open, close } = await visitor(world.browser, world.url)
    const { gapPlan } = await ask(world.url, planOf)
    const join = gapPlan.steps.find(({ step }) => step === 'JOIN')
    const page = await open('/plan?step=JOIN')
    const { rows } = await saved(page, page.locator('.export a', { hasText: 'CSV' }))
    assert.equal(rows.length, join.units)
    assert.deepEqual(new Set(rows.map((row) => row['步骤代码'])), new Set(['JOIN']))
    await close()
  })

  test('the plan speaks English, its sentences too', async () => {
    const { open, close } = await visitor(world.browser, world.url)
    const page = await open('/plan?lang=en')
    for (const list of ['proposals', 'open']) {
      const sentences = await page.getByTestId(list).locator('.virtual-row [role=cell]:last-child').allInnerTexts()
      assert.ok(sentences.length > 5)
      for (const sentence of sentences) assert.match(sentence, /^[A-Z][^一-鿿]{12,}$/)
    }
    await close()
  })
}

async function count(page, list) {
  return Number(await page.getByTestId(list).getAttribute('data-total'))
}
