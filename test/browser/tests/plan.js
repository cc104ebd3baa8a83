import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { figure, picture, settled, total, visitor } from '../browser.js'
import { ask } from '../server.js'

const planOf = `{ gapPlan { gaps closed steps { step proposals units } proposals(first: 1000) { totalCount nodes { units { creditCode } } } open(first: 1) { totalCount } } }`

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

  test('the task list holds every unit of every proposal, and the marks', async () => {
    const { open, close } = await visitor(world.browser, world.url)
    const page = await open('/plan')
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /任务清单/ }).click()])
    assert.match(download.suggestedFilename(), /^.*_\d{4}-\d\d-\d\d_v\d+_.*演示数据·非真实\.csv$/)
    const text = await readFile(await download.path(), 'utf8')
    assert.ok(text.startsWith('\uFEFF任务序号,'))
    const lines = text.trim().split('\r\n')
    const { gapPlan } = await ask(world.url, planOf)
    assert.deepEqual(lines.slice(1).map((line) => line.split(',')[3]), gapPlan.proposals.nodes.flatMap(({ units }) => units.map(({ creditCode }) => creditCode)))
    for (const line of lines.slice(1)) assert.match(line, /,\d{4}-\d\d-\d\d,\d+,[^,]+,演示数据·非真实$/)
    await close()
  })
}

async function count(page, list) {
  return Number(await page.getByTestId(list).getAttribute('data-total'))
}
