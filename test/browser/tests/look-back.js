import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accessible, figure, picture, settled, total, visitor } from '../browser.js'
import { saved } from '../files.js'
import { ask } from '../server.js'

const rules = '{ findingCounts { rule { key subject } share { gap denominator } } }'

/** The look-back: rules, findings, what falls due, and the files of them. */
export function lookBack(world) {
  test('every rule shows as many findings as its list holds', async () => {
    const { open, close } = await visitor(world.browser, world.url)
    const page = await open('/look-back')
    await picture(page, 'look-back')
    await accessible(page)
    const { findingCounts } = await ask(world.url, rules)
    assert.equal(await page.locator('tr[data-rule]').count(), findingCounts.length)
    for (const key of ['SEVERAL_JOINT', 'TERM_OVERRUN', 'INSTRUCTOR_OVERLOADED']) {
      const { gap } = findingCounts.find(({ rule }) => rule.key === key).share
      assert.ok(gap > 0, `${key} finds nothing in the demo`)
      const list = await open('/look-back')
      const link = list.locator(`tr[data-rule=${key}] a.figure`)
      assert.equal(await figure(link), gap)
      await link.click()
      await settled(list)
      assert.equal(await total(list), gap)
    }
    await close()
  })

  test('a finding says what is wrong and how to mend it, and opens its subject', async () => {
    const { open, close } = await visitor(world.browser, world.url)
    const page = await open('/look-back?rule=TERM_OVERRUN')
    await picture(page, 'look-back-rule')
    const { findings } = await ask(world.url, '{ findings(rule: "TERM_OVERRUN", first: 1, orderBy: [{ by: SINCE }]) { nodes { name text mend days } } }')
    const [{ name, text, mend }] = findings.nodes
    const row = page.locator('.virtual-row').first()
    for (const part of [name, text, mend]) assert.ok((await row.innerText()).includes(part.slice(0, 12)), part)
    await row.locator('a').first().click()
    await settled(page)
    assert.equal(await page.locator('h1').innerText(), name)
    await close()
  })

  test('a window shows what will be found, none of which is found now', async () => {
    const { open, close } = await visitor(world.browser, world.url)
    const page = await open('/look-back?rule=TERM_OVERRUN')
    const now = await total(page)
    await page.getByText('未来一年').click()
    await settled(page)
    const due = await total(page)
    const { dataSet } = await ask(world.url, '{ dataSet { today } }')
    const query = `{ findings(rule: "TERM_OVERRUN", dueBetween: { from: "${later(dataSet.today, 1)}", to: "${later(dataSet.today, 365)}" }, first: 1000) { totalCount nodes { code since } } now: findings(rule: "TERM_OVERRUN", first: 1000) { totalCount nodes { code } } }`
    const answer = await ask(world.url, query)
    assert.deepEqual([now, due], [answer.now.totalCount, answer.findings.totalCount])
    assert.ok(due > 0)
    const found = new Set(answer.now.nodes.map(({ code }) => code))
    for (const { code, since } of answer.findings.nodes) assert.ok(!found.has(code) && since > dataSet.today, code)
    await close()
  })

  for (const [format, address, where] of [['CSV', '/look-back?rule=FEWER_THAN_THREE', ''], ['XLSX', '/look-back?rule=FEWER_THAN_THREE', ''], ['CSV', '/look-back?rule=TERM_OVERRUN&due=365', 'dueBetween']]) {
    test(`${format} of ${address} holds the findings of the list, in its order`, async () => {
      const { open, close } = await visitor(world.browser, world.url)
      const page = await open(address)
      const { rows } = await saved(page, page.locator('section .list-head .export a', { hasText: format }))
      assert.equal(rows.length, await total(page))
      const { dataSet } = await ask(world.url, '{ dataSet { today } }')
      const rule = /rule=(\w+)/.exec(address)[1]
      const due = where && `dueBetween: { from: "${later(dataSet.today, 1)}", to: "${later(dataSet.today, 365)}" }, `
      const { findings } = await ask(world.url, `{ findings(rule: "${rule}", ${due}first: 1000, orderBy: [{ by: SINCE }]) { nodes { code name text mend days } } }`)
      assert.ok(findings.nodes.length > 10, `only ${findings.nodes.length} findings`)
      assert.deepEqual(rows.map((row) => [row['代码'], row['名称'], row['问题'], row['整改建议'], row['天数']]), findings.nodes.map(({ code, name, text, mend, days }) => [code, name, text, mend, String(days)]))
      await close()
    })
  }

  test('the figures of all rules on organisations are exported as the page shows them', async () => {
    const { open, close } = await visitor(world.browser, world.url)
    const page = await open('/look-back')
    const { rows } = await saved(page, page.locator('section.panel', { has: page.locator('tr[data-rule=TERM_OVERRUN]') }).locator('.export a', { hasText: 'CSV' }))
    const { findingCounts } = await ask(world.url, rules)
    const wanted = findingCounts.filter(({ rule }) => rule.subject === 'ORGANISATION').map(({ rule, share }) => [rule.key, String(share.gap), String(share.denominator)])
    assert.deepEqual(rows.map((row) => [row['指标代码'], row['缺口'], row['分母']]).sort(), wanted.sort())
    await close()
  })

  test('regions of a rule add up to it, go down, and are exported', async () => {
    const { open, close } = await visitor(world.browser, world.url)
    const page = await open('/look-back?rule=TERM_OVERRUN')
    const shown = await page.locator('tr[data-region]').evaluateAll((list) => list.map((row) => [row.dataset.region, row.cells[2].innerText]))
    assert.equal(shown.reduce((sum, [, gap]) => sum + Number(gap), 0), await total(page))
    const { rows } = await saved(page, page.locator('section.panel', { has: page.locator('tr[data-region]') }).locator('.export a', { hasText: 'XLSX' }))
    assert.deepEqual(rows.map((row) => [row['行政区划代码'], row['缺口']]), shown)
    const link = page.locator('tr[data-region] a').first()
    const region = await page.locator('tr[data-region]', { has: page.locator('a') }).first().getAttribute('data-region')
    await link.click()
    await page.waitForURL(new RegExp(`regions=${region}`))
    await settled(page)
    await page.waitForFunction((wanted) => document.querySelector('[data-testid=total]')?.dataset.total === wanted, shown.find(([code]) => code === region)[1])
    await close()
  })

  for (const [rule, subject, label, option, where] of [
    ['DUE_ESTABLISHMENT', 'UNIT', '控股情况', '私人控股', 'controls: [PRIVATE]'],
    ['TERM_OVERRUN', 'ORGANISATION', '党组织类别', '党支部', 'organisationKinds: [BRANCH]'],
    ['INSTRUCTOR_NOT_VISITING', 'INSTRUCTOR', '指导员类别', '党建联络员', 'roles: [LIAISON]'],
  ]) {
    test(`findings of ${rule} are narrowed by ${label}: table, list, regions and file alike`, async () => {
      const { open, close } = await visitor(world.browser, world.url)
      const page = await open(`/look-back?subject=${subject}`)
      const whole = await figure(page.locator(`tr[data-rule=${rule}] a.figure`))
      await choose(page, label, option)
      await settled(page)
      const query = `{ findingCounts(subject: ${subject}, where: { ${where} }) { rule { key } share { gap } } findings(rule: "${rule}", where: { ${where} }, first: 1000, orderBy: [{ by: SINCE }]) { totalCount nodes { code } } }`
      const { findingCounts, findings } = await ask(world.url, query)
      assert.ok(findings.totalCount > 0 && findings.totalCount < whole, `${findings.totalCount} of ${whole} tell nothing`)
      assert.equal(await page.locator('tr[data-rule]').count(), findingCounts.length)
      const link = page.locator(`tr[data-rule=${rule}] a.figure`)
      await page.waitForFunction(([row, wanted]) => document.querySelector(row)?.innerText.replaceAll(',', '') === wanted, [`tr[data-rule=${rule}] a.figure`, String(findings.totalCount)])
      assert.deepEqual(
        await page.locator('tr[data-rule]').evaluateAll((rows) => rows.map((row) => [row.dataset.rule, row.cells[3].innerText.replaceAll(',', '')])),
        findingCounts.map(({ rule: { key }, share: { gap } }) => [key, String(gap ?? '—')]),
      )
      await link.click()
      await settled(page)
      assert.equal(await total(page), findings.totalCount)
      await accessible(page)
      const gaps = await page.locator('tr[data-region]').evaluateAll((rows) => rows.map((row) => Number(row.cells[2].innerText.replaceAll(',', ''))))
      assert.equal(gaps.reduce((sum, gap) => sum + gap, 0), findings.totalCount)
      const { rows } = await saved(page, page.locator('section .list-head .export a', { hasText: 'CSV' }))
      assert.deepEqual(rows.map((row) => row['代码']), findings.nodes.map(({ code }) => code))
      await page.reload()
      await settled(page)
      assert.equal(await total(page), findings.totalCount)
      await page.getByRole('button', { name: '清除筛选' }).click()
      await page.waitForFunction((wanted) => document.querySelector('[data-testid=total]')?.dataset.total === wanted, String(whole))
      await close()
    })
  }

  test('findings are narrowed by superior, zone, industry and name as the API narrows them', async () => {
    const { open, close } = await visitor(world.browser, world.url)
    const [rule, overrun] = ['DUE_ESTABLISHMENT', 'TERM_OVERRUN']
    const { industry, findings, known } = await ask(world.url, `{
      industry: quality(subject: UNIT, groupBy: [INDUSTRY], first: 1, orderBy: [{ measure: GAP, of: "${rule}", direction: DESC }]) { rows { industry } }
      findings(rule: "${rule}", first: 1) { nodes { name } }
      known: findings(rule: "${overrun}", first: 50) { nodes { organisation { parent { code name } } } }
    }`)
    const superior = known.nodes.map(({ organisation: { parent } }) => parent).find(Boolean)
    const part = findings.nodes[0].name
    for (const [of, params, where] of [
      [rule, `industries=${industry.rows[0].industry}`, `industries: ["${industry.rows[0].industry}"]`], [rule, 'zones=NONE', 'zones: ["NONE"]'],
      [rule, `name=${encodeURIComponent(part)}`, `name: { contains: "${part}" }`], [overrun, `superiors=${superior.code}`, `superiors: ["${superior.code}"]`],
    ]) {
      const narrowed = await ask(world.url, `{ findings(rule: "${of}", where: { ${where} }, first: 1) { totalCount } whole: findings(rule: "${of}", first: 1) { totalCount } }`)
      assert.ok(narrowed.findings.totalCount > 0 && narrowed.findings.totalCount < narrowed.whole.totalCount, `${params} narrows nothing`)
      const page = await open(`/look-back?rule=${of}&${params}`)
      assert.equal(await total(page), narrowed.findings.totalCount, params)
    }
    const page = await open(`/look-back?rule=${overrun}&superiors=${superior.code}&lang=en`)
    await page.locator('.ant-select-selection-item, .ant-select-content-item', { hasText: superior.name }).first().waitFor()
    assert.doesNotMatch(await page.locator('.filters summary').innerText(), /[一-鿿]/)
    await close()
  })

  test('a subject with findings shows them on its own page', async () => {
    const { open, close } = await visitor(world.browser, world.url)
    const { organisation, unit } = await ask(world.url, '{ organisation: findings(rule: "TERM_OVERRUN", first: 1) { nodes { code organisation { findings { rule { key } text } } } } unit: findings(rule: "SEVERAL_JOINT", first: 1) { nodes { code unit { findings { rule { key } text } } } } }')
    for (const [path, { findings }] of [[`/organisation?code=${organisation.nodes[0].code}`, organisation.nodes[0].organisation], [`/units/${unit.nodes[0].code}`, unit.nodes[0].unit]]) {
      const page = await open(path)
      const told = await page.locator('tr[data-finding]').evaluateAll((list) => list.map((row) => ({ rule: { key: row.dataset.finding }, text: row.cells[1].innerText })))
      assert.ok(findings.length > 0)
      assert.deepEqual(told, findings)
    }
    await close()
  })

  test('the look-back speaks English, its findings and their evidence too', async () => {
    const { open, close } = await visitor(world.browser, world.url)
    const rule = await open('/look-back?rule=TERM_OVERRUN&lang=en')
    for (const cell of await rule.locator('.virtual-row [role=cell]:nth-child(3), .virtual-row [role=cell]:nth-child(4)').allInnerTexts()) assert.doesNotMatch(cell, /[一-鿿]/)
    const all = await open('/look-back?lang=en')
    assert.doesNotMatch((await all.locator('table.look-back').allInnerTexts()).join('\n'), /[一-鿿]/)
    await close()
  })
}

/** Opens the filters where they are shut, and chooses an option of one. */
async function choose(page, label, option) {
  await page.locator('.filters:not([open]) summary').click()
  await page.getByRole('combobox', { name: label }).click()
  await page.locator('.ant-select-item-option', { hasText: option }).first().click()
  await page.keyboard.press('Escape')
}

function later(day, days) {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
}
