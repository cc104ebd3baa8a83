import assert from 'node:assert/strict'
import { test } from 'node:test'
import { figure, picture, settled, total, visitor } from '../browser.js'
import { ask } from '../server.js'

/** The overview: figures equal the API's, and each opens a list as long as it says. */
export function overview(world) {
  test('every card shows the figures of the API and opens lists of their length', async () => {
    const { open, close } = await visitor(world.browser, world.url)
    const page = await open('/')
    await picture(page, 'overview')
    for (const key of ['TWO_COVERAGES', 'DUE_ESTABLISHMENT']) {
      const share = await shareOf(world.url, key)
      const card = page.locator(`[data-indicator=${key}]`)
      assert.match(await card.locator('.rate').innerText(), /^\d+\.\d%$/)
      for (const [name, label] of [['numerator', '分子'], ['denominator', '分母'], ['gap', '缺口']]) {
        const link = card.locator(`.parts [aria-label^="${label}"]`)
        assert.equal(await figure(link), share[name], `${key} ${name}`)
        await link.click()
        await settled(page)
        assert.equal(await total(page), share[name], `the list behind ${key} ${name}`)
        await page.goBack()
        await settled(page)
      }
    }
    await close()
  })

  for (const path of ['/', '/?asOf=2025-06-30&cards=WORK_COVERAGE,DUE_ESTABLISHMENT&domains=SCHOOL&indicator=DUE_ESTABLISHMENT']) {
    test(`${path} asks for its figures once each, before anything is drawn`, async () => {
      const { open, close, context } = await visitor(world.browser, world.url, {})
      await context.addInitScript(() => {
        const { fetch } = window
        window.sent = []
        window.fetch = (input, init) => {
          if (String(input) === '/graphql') window.sent.push({ question: init.body, drawn: document.querySelector('#content') !== null })
          return fetch(input, init)
        }
      })
      const page = await open(path)
      const sent = await page.evaluate(() => window.sent)
      assert.equal(new Set(sent.map(({ question }) => question)).size, sent.length)
      const early = sent.filter(({ question }) => /query (Session|Card|RegionPath|RegionRows)\b/.test(question))
      assert.equal(early.length, 3 + await page.locator('.card').count())
      assert.deepEqual(early.filter(({ drawn }) => drawn), [])
      await close()
    })
  }

  test('unknown, not applicable and exempt stand on the card and open their lists', async () => {
    const { open, close } = await visitor(world.browser, world.url)
    const page = await open('/')
    const share = await shareOf(world.url, 'DUE_ESTABLISHMENT')
    for (const [index, name] of ['unknown', 'notApplicable', 'exempt'].entries()) {
      await page.locator('[data-indicator=DUE_ESTABLISHMENT] button').hover()
      const link = page.locator('.definition dd').nth(index).locator('.figure')
      assert.equal(await figure(link), share[name], name)
      await link.click()
      await settled(page)
      assert.equal(await total(page), share[name], `the list of ${name}`)
      await page.goBack()
      await settled(page)
    }
    await close()
  })

  test('going down a region shows its own figures, and the address tells the way back', async () => {
    const { open, close } = await visitor(world.browser, world.url)
    const page = await open('/?indicator=ORGANISATION_COVERAGE')
    const row = page.locator('.breakdown').first().locator('tbody tr').first()
    const gap = await figure(row.locator('td').last())
    await row.locator('th a').click()
    await settled(page)
    assert.match(page.url(), /regions=\d{12}/)
    assert.equal(await figure(page.locator('[data-indicator=ORGANISATION_COVERAGE] .gap-part .figure')), gap)
    await page.reload()
    await settled(page)
    assert.equal(await figure(page.locator('[data-indicator=ORGANISATION_COVERAGE] .gap-part .figure')), gap)
    await page.goBack()
    await settled(page)
    assert.doesNotMatch(page.url(), /regions=/)
    await close()
  })

  test('a cell of the heat map opens its gaps', async () => {
    const { open, close } = await visitor(world.browser, world.url)
    const page = await open('/')
    const cell = page.locator('.heat td a').first()
    const told = Number((await cell.getAttribute('title')).split('缺口 ')[1].replaceAll(',', ''))
    await cell.click()
    await settled(page)
    assert.equal(await total(page), told)
    await close()
  })

  test('regions sort by any column', async () => {
    const { open, close } = await visitor(world.browser, world.url)
    const page = await open('/?sort=gap:desc')
    const gaps = await Promise.all((await page.locator('.breakdown').first().locator('tbody tr td:last-child').all()).map(figure))
    assert.ok(gaps.length > 1)
    assert.deepEqual(gaps, [...gaps].sort((a, b) => b - a))
    await close()
  })

  test('the series holds 36 months and the last is the card', async () => {
    const { open, close } = await visitor(world.browser, world.url)
    const page = await open('/')
    await page.locator('.series-table summary').click()
    const rows = page.locator('.series-table tbody tr')
    assert.equal(await rows.count(), 36)
    const share = await shareOf(world.url, 'TWO_COVERAGES')
    assert.equal(await figure(rows.first().locator('td').nth(3)), share.gap)
    await close()
  })

  test('the day of the header governs all figures', async () => {
    const { open, close } = await visitor(world.browser, world.url)
    const page = await open('/?asOf=2025-06-30')
    const share = await shareOf(world.url, 'TWO_COVERAGES', '2025-06-30')
    assert.equal(await figure(page.locator('[data-indicator=TWO_COVERAGES] .gap-part .figure')), share.gap)
    assert.equal(await page.locator('[data-testid=as-of]').innerText(), '2025-06-30')
    await page.locator('nav a', { hasText: '缺口' }).click()
    await settled(page)
    assert.equal(await total(page), share.gap)
    await close()
  })
}

async function shareOf(url, of, asOf) {
  const query = `query ($of: IndicatorKey!, $asOf: Date) { coverage(asOf: $asOf) { total { share(of: $of) { numerator denominator gap unknown notApplicable exempt } } } }`
  return (await ask(url, query, { of, asOf })).coverage.total.share
}
