import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import axe from 'axe-core'
import { chromium } from 'playwright-core'

const pictures = process.env.FUGAI_PICTURES

/** Starts Debian's Chromium; it asks nothing of any other machine. */
export function start() {
  return chromium.launch({
    executablePath: process.env.FUGAI_TEST_CHROMIUM || '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  })
}

/** Opens pages of one server in one browser. A page must write no error to the console, and must fetch from its own server alone. */
export async function visitor(browser, url, options) {
  const { context, faults } = options ? await watched(browser, url, options) : await common(browser, url)
  const open = async (path) => {
    const page = await context.newPage()
    await page.goto(url + path)
    await settled(page)
    return page
  }
  const close = async () => {
    await (options ? context.close() : Promise.all(context.pages().map((page) => page.close())))
    assert.deepEqual(faults.splice(0), [])
  }
  return { open, close, context }
}

const contexts = new Map()

// Visitors without wishes of their own share one context, so that the explorer is loaded and compiled once.
function common(browser, url) {
  if (!contexts.has(url)) contexts.set(url, watched(browser, url, {}))
  return contexts.get(url)
}

async function watched(browser, url, options) {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, ...options })
  const faults = []
  context.on('weberror', (fault) => faults.push(String(fault.error())))
  context.on('console', (message) => message.type() === 'error' && !/status of 401/.test(message.text()) && faults.push(message.text()))
  context.on('request', (request) => /^(https?|wss?):/.test(request.url()) && !request.url().startsWith(url) && faults.push(`asked ${request.url()}`))
  return { context, faults }
}

/** Waits until the page has its heading and nothing is a skeleton any more. */
export async function settled(page) {
  await page.waitForFunction(() => document.querySelector('main h1') && !document.querySelector('[aria-busy=true], .bone'), undefined, { timeout: 30_000 })
}

/** The number in the heading of a list. */
export async function total(page) {
  await page.waitForSelector('[data-testid=total][data-total]')
  return Number(await page.getAttribute('[data-testid=total]', 'data-total'))
}

/** The number that a figure shows. */
export async function figure(locator) {
  return Number((await locator.innerText()).replaceAll(',', ''))
}

/** Fails where axe finds something serious. */
export async function accessible(page) {
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }))
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  const told = serious.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.slice(0, 3).map((node) => node.html.slice(0, 200)).join(' | ')}`)
  assert.deepEqual(told, [], `axe on ${page.url()}`)
}

/** Takes a picture for the documents where the environment says into which folder. */
export async function picture(page, name, options = {}) {
  if (!pictures) return
  mkdirSync(pictures, { recursive: true })
  await page.screenshot({ path: join(pictures, `${name}.png`), ...options })
}
