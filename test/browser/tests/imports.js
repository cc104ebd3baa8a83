import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { accessible, picture, settled, total, visitor } from '../browser.js'
import { ask, fugai, province, serve } from '../server.js'
import { workbook } from '../xlsx.js'

const header = ['统一社会信用代码', '单位名称', '领域', '行政区划代码', '从业人数', '正式党员数', '成立日期', '登记状态']
const media = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The import: a workbook with faults is told row by row and changes nothing, a clean one is applied and its unit found. It has a province of its own, which it changes. */
export function imports(world) {
  describe('the import', () => {
    let own
    let server
    let region
    const unit = (number, changes = {}) => Object.values({ code: creditCode(number), name: `浏览器导入第${number}制造有限公司`, domain: '非公有制企业', region, employees: '60', members: '5', founded: '2016-05-14', status: '存续', ...changes })
    const faulty = () => workbook('单位', [header, unit(1), unit(2, { employees: '很多' }), unit(3, { founded: '2016-13-14' }), unit(4, { domain: '没有的领域' }), unit(5, { region: '999999999999' })])
    before(async () => {
      own = province(300)
      server = await serve(own.db, '--demo')
      const { regions } = await ask(server.url, '{ regions(level: TOWNSHIP) { code } }')
      region = regions[0].code
    })
    after(async () => {
      await server?.stop()
      own?.drop()
    })

    test('a dropped workbook with faults is told row by row and changes nothing', async () => {
      const { open, close } = await visitor(world.browser, server.url)
      const page = await open('/import')
      await accessible(page)
      const before = await dataSet(server.url)
      await drop(page, '单位.xlsx', faulty())
      await page.getByTestId('check').click()
      await ended(page, { state: 'DONE', dryRun: true })
      assert.match(page.url(), /\/import\?job=\w+/)
      const rows = page.locator('.problem-rows tbody tr')
      assert.deepEqual(await Promise.all((await rows.all()).map(told)), [
        ['3', '从业人数', 'COUNT', '很多'], ['4', '成立日期', 'DATE', '2016-13-14'], ['5', '领域', 'ENUM', '没有的领域'], ['6', '行政区划代码', 'UNKNOWN_REGION', '999999999999'],
      ])
      assert.match(await rows.first().innerText(), /不是非负整数/)
      assert.deepEqual(await counts(page), { rows: 5, new: 1, changed: 0, unchanged: 0, skipped: 0, rejected: 4, warned: 0 })
      await accessible(page)
      await picture(page, 'import')
      assert.deepEqual(await dataSet(server.url), before)
      await page.reload()
      await ended(page, { state: 'DONE', dryRun: true })
      assert.equal(await rows.count(), 4)
      assert.equal(await page.getByTestId('apply').count(), 0)
      await page.getByText('请重新选择文件').waitFor()
      await close()
    })

    test('a clean workbook chosen by keyboard is checked and applied, and its unit stands in the lists', async () => {
      const { open, close } = await visitor(world.browser, server.url)
      const page = await open('/import')
      const version = await page.getByTestId('data-version').innerText()
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: '选择文件', exact: true }).press('Enter')])
      await chooser.setFiles({ name: '新单位.xlsx', mimeType: media, buffer: workbook('单位', [header, unit(7)]) })
      await page.getByTestId('check').press('Enter')
      await ended(page, { state: 'DONE', dryRun: true })
      assert.equal((await counts(page)).new, 1)
      await page.getByTestId('apply').press('Enter')
      await ended(page, { state: 'DONE', dryRun: false })
      assert.deepEqual(await counts(page), { rows: 1, new: 1, changed: 0, unchanged: 0, skipped: 0, rejected: 0, warned: 0 })
      await page.waitForFunction((old) => document.querySelector('[data-testid=data-version]')?.textContent !== old, version)
      await page.locator('main a', { hasText: '单位名单' }).click()
      await settled(page)
      assert.match(page.url(), /\/units$/)
      for (const path of ['/units?name=浏览器导入第7', '/gaps?indicator=TWO_COVERAGES&name=浏览器导入第7']) {
        const list = await open(path)
        assert.equal(await total(list), 1, path)
        assert.match(await list.locator('.virtual-row').first().innerText(), /浏览器导入第7制造有限公司/)
      }
      await (await open('/data')).getByText('进行中').waitFor({ state: 'detached' })
      await close()
    })

    test('a file that is no table is told as a problem of the file', async () => {
      const { open, close } = await visitor(world.browser, server.url)
      const page = await open('/import')
      await page.locator('input[type=file]').setInputFiles([{ name: '旧表.xlsx', mimeType: media, buffer: Buffer.from('甲,乙\n1,2\n') }])
      await page.getByTestId('check').click()
      await ended(page, { state: 'DONE', dryRun: true })
      assert.match(await page.locator('.problem-list').innerText(), /内容与扩展名不符/)
      assert.equal(await page.getByTestId('apply').count(), 0)
      await close()
    })

    test('an import that is forgotten says so', async () => {
      const { open, close } = await visitor(world.browser, server.url, {})
      await (await open('/import?job=gone')).getByText('找不到这次导入').waitFor()
      await assert.rejects(close(), /404/) // the browser itself tells of the status
    })

    test('the page speaks English', async () => {
      const { open, close } = await visitor(world.browser, server.url)
      const page = await open('/import?lang=en')
      assert.equal(await page.locator('h1').innerText(), 'Import')
      await drop(page, 'units.xlsx', faulty())
      await page.getByTestId('check').click()
      await ended(page, { state: 'DONE', dryRun: true })
      assert.match(await page.locator('main').innerText(), /Checked; nothing was changed/)
      assert.match(await page.locator('.problem-rows thead').innerText(), /Row\s+Column\s+Code · Message/)
      const rows = page.locator('.problem-rows tbody tr')
      assert.deepEqual((await Promise.all((await rows.all()).map(told))).map(([line, , problem, cell]) => [line, problem, cell]), [
        ['3', 'COUNT', '很多'], ['4', 'DATE', '2016-13-14'], ['5', 'ENUM', '没有的领域'], ['6', 'UNKNOWN_REGION', '999999999999'],
      ])
      for (const [at, word] of ['Count', 'Date', 'Enum', 'Unknown region'].entries()) {
        assert.equal(await rows.nth(at).locator('[data-code] .mark').innerText(), word)
        assert.match(await rows.nth(at).locator('.problem-message').innerText(), /^[A-Za-z"“].*[a-z]{3,}/)
      }
      assert.deepEqual(await counts(page), { rows: 5, new: 1, changed: 0, unchanged: 0, skipped: 0, rejected: 4, warned: 0 })
      const words = page.locator('table.numbers thead, [data-testid=import-ended], h1, h2, [data-testid=templates] li')
      for (const text of await words.allInnerTexts()) assert.doesNotMatch(text.replace('[单位]', ''), /[一-鿿]/) // the name of the sheet is the reader's own
      await close()
    })

    test('every kind of table has templates, and one comes back as it was given', async () => {
      const { open, close } = await visitor(world.browser, server.url)
      const page = await open('/import')
      const list = page.getByTestId('templates').locator('li')
      assert.ok((await list.count()) >= 12)
      const [download] = await Promise.all([page.waitForEvent('download'), list.filter({ hasText: '单位' }).first().getByText('XLSX').click()])
      assert.equal(download.suggestedFilename(), '单位.xlsx')
      await page.locator('input[type=file]').setInputFiles(await named(download))
      await page.getByTestId('check').click()
      await ended(page, { state: 'DONE', dryRun: true })
      assert.match(await page.locator('table.numbers tbody').innerText(), /单位/)
      await close()
    })

    test('a reader is told that the right is missing, and still gets the templates', async () => {
      const [key] = fugai('key', 'create', '--db', own.db, '--role', 'READER', 'reader').match(/fgk_\S+/)
      const keyed = await serve(own.db)
      const { open, close, context } = await visitor(world.browser, keyed.url, {})
      await context.request.post(`${keyed.url}/session`, { data: { key } })
      const page = await open('/import')
      assert.match(await page.locator('[role=alert]').innerText(), /没有查看这里的权限/)
      assert.equal(await page.locator('input[type=file]').count(), 0)
      assert.ok((await page.getByTestId('templates').locator('li').count()) >= 12)
      await accessible(page)
      await close()
      await keyed.stop()
    })
  })
}

/** Drops a file onto the page as a person drags it in. */
async function drop(page, name, content) {
  const transfer = await page.evaluateHandle(([title, type, base64]) => {
    const carried = new DataTransfer()
    carried.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], title, { type }))
    return carried
  }, [name, media, content.toString('base64')])
  await page.dispatchEvent('.drop-zone', 'drop', { dataTransfer: transfer })
  await page.locator('.chosen-files', { hasText: name }).waitFor()
}

async function ended(page, { state, dryRun }) {
  await page.locator(`[data-testid=import-ended][data-state=${state}][data-dry-run=${dryRun}]`).waitFor({ timeout: 60_000 })
  await settled(page)
}

/** What the row of a fault tells: line, column, code, and the cell that is marked. */
async function told(row) {
  return Promise.all([
    row.locator('th').innerText(), row.locator('td').first().innerText(), row.locator('[data-code]').getAttribute('data-code'),
    row.locator('.faulty-cell').evaluate((cell) => cell.firstChild.textContent),
  ])
}

async function counts(page) {
  const cells = await page.getByTestId('import-total').locator('td').all()
  return Object.fromEntries(await Promise.all(cells.map(async (cell) => [await cell.getAttribute('data-count'), Number(await cell.innerText())])))
}

async function dataSet(url) {
  return (await ask(url, '{ dataSet { version unitCount imports { id } } }')).dataSet
}

async function named(download) {
  const stream = await download.createReadStream()
  return { name: download.suggestedFilename(), mimeType: media, buffer: Buffer.concat(await stream.toArray()) }
}

/** A credit code of an enterprise with its check character (GB 32100). */
function creditCode(number) {
  const letters = '0123456789ABCDEFGHJKLMNPQRTUWXY'
  const body = `91990101M${String(number).padStart(8, '0')}`
  const sum = [...body].reduce((all, letter, at) => all + letters.indexOf(letter) * (3 ** at % 31), 0)
  return body + letters[(31 - (sum % 31)) % 31]
}
