import { after, before, describe } from 'node:test'
import { start } from './browser.js'
import { province, serve } from './server.js'
import { accessibility } from './tests/accessibility.js'
import { api } from './tests/api.js'
import { cultivation } from './tests/cultivation.js'
import { data } from './tests/data.js'
import { imports } from './tests/imports.js'
import { keyboard } from './tests/keyboard.js'
import { languages } from './tests/languages.js'
import { lists } from './tests/lists.js'
import { lookBack } from './tests/look-back.js'
import { movement } from './tests/movement.js'
import { overview } from './tests/overview.js'
import { paper } from './tests/paper.js'
import { plan } from './tests/plan.js'
import { annualReturn } from './tests/return.js'
import { reviewRounds } from './tests/review-rounds.js'
import { scope } from './tests/scope.js'
import { setUps } from './tests/set-ups.js'
import { unit } from './tests/unit.js'

// One browser, one province and one server for all: they take longer to start than a test takes.
describe('the explorer', () => {
  const world = {}
  before(async () => {
    world.province = province()
    world.browser = await start()
    world.server = await serve(world.province.db, '--demo')
    world.url = world.server.url
  })
  after(async () => {
    await world.browser?.close()
    await world.server?.stop()
    world.province?.drop()
  })
  for (const suite of [overview, lists, movement, unit, setUps, cultivation, lookBack, plan, annualReturn, data, api, languages, keyboard, accessibility, paper, scope, reviewRounds, imports]) suite(world)
})
