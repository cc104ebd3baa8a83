import { test } from 'node:test'
import { accessible, picture, visitor } from '../browser.js'
import { ask } from '../server.js'

const pages = ['/', '/gaps', '/gaps?by=subordination&domains=SCHOOL', '/units', '/movement', '/set-ups?setUp=COMBINED', '/cultivation', '/look-back', '/look-back?rule=TERM_OVERRUN', '/look-back?view=rounds', '/plan', '/return', '/data', '/import']

/** Nothing serious for axe, on a desk and on a phone. */
export function accessibility(world) {
  for (const path of pages) {
    test(`axe finds nothing serious on ${path}`, async () => {
      const { open, close } = await visitor(world.browser, world.url)
      await accessible(await open(path))
      await close()
    })
  }

  test('axe finds nothing serious on a unit and an organisation', async () => {
    const { units, organisations } = await ask(world.url, '{ units(first: 1) { nodes { creditCode } } organisations(first: 1, where: { setUps: [JOINT] }) { nodes { code } } }')
    const { open, close } = await visitor(world.browser, world.url)
    await accessible(await open(`/units/${units.nodes[0].creditCode}`))
    await accessible(await open(`/organisation?code=${organisations.nodes[0].code}`))
    await close()
  })

  test('a phone shows pages without scrolling them sideways', async () => {
    const { open, close } = await visitor(world.browser, world.url, { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true })
    for (const path of ['/', '/gaps', '/cultivation', '/look-back', '/look-back?rule=TERM_OVERRUN&lang=en', '/import']) {
      const page = await open(path)
      await accessible(page)
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      if (wider > 0) throw new Error(`${path} is ${wider} pixels too wide`)
      if (!path.includes('?')) await picture(page, `phone${path === '/' ? '' : path.replace('/', '-')}`)
    }
    await close()
  })
}
