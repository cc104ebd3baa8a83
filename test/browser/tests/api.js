import assert from 'node:assert/strict'
import { test } from 'node:test'
import { picture, visitor } from '../browser.js'

/** The console of queries: built in, with examples that run. */
export function api(world) {
  for (const example of ['', '1', '2', '3', '4']) {
    test(`example ${example || '0'} runs without an error`, async () => {
      const { open, close } = await visitor(world.browser, world.url)
      const page = await open(`/console?example=${example}`)
      await page.locator('.graphiql-editor .view-lines').first().waitFor({ timeout: 60_000 })
      const [response] = await Promise.all([
        page.waitForResponse((answer) => answer.url().endsWith('/graphql') && /Rates|gaps|Series|movement|units/.test(answer.request().postData() ?? '') && !/IntrospectionQuery|query Session/.test(answer.request().postData() ?? '')),
        page.locator('.graphiql-execute-button').click(),
      ])
      const answer = await response.json()
      assert.equal(answer.errors, undefined)
      if (!example) await page.waitForTimeout(500).then(() => picture(page, 'console'))
      await close()
    })
  }
}
