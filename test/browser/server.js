import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const binary = process.env.FUGAI_BIN ?? process.env.FUGAI_TEST_BINARY ?? new URL('../../bin/fugai', import.meta.url).pathname

/** Makes a small demo province in a folder of its own; `drop` takes it away. */
export function province(units = 3000) {
  const folder = mkdtempSync(join(tmpdir(), 'fugai-browser-'))
  const db = `sqlite:${join(folder, 'demo.db')}`
  fugai('seed', '--db', db, '--units', String(units))
  return { db, drop: () => rmSync(folder, { recursive: true, force: true }) }
}

/** Runs a command of the binary and gives what it prints. */
export function fugai(...args) {
  return execFileSync(binary, args, { encoding: 'utf8' })
}

/** Serves a database on a free port until `stop`; ready when it says so. */
export async function serve(db, ...flags) {
  const address = `127.0.0.1:${await freePort()}`
  const child = spawn(binary, ['serve', '--db', db, '--addr', address, ...flags], { stdio: ['ignore', 'pipe', 'pipe'] })
  let log = ''
  child.stdout.on('data', (text) => (log += text))
  child.stderr.on('data', (text) => (log += text))
  const ended = new Promise((done) => child.on('exit', done))
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
  }
  const url = `http://${address}`
  for (let tries = 0; tries < 600; tries++) {
    if (child.exitCode !== null) throw new Error(`the server ended: ${log}`)
    if (await ready(url)) return { url, stop, log: () => log }
    await new Promise((done) => setTimeout(done, 100))
  }
  await stop()
  throw new Error(`the server was not ready within a minute: ${log}`)
}

/** Asks a server a question of GraphQL as a program would, to compare with what a page shows. */
export async function ask(url, query, variables = {}, key) {
  const headers = { 'Content-Type': 'application/json', ...(key && { Authorization: `Bearer ${key}` }) }
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, variables }) })
  const answer = await response.json()
  if (answer.errors) throw new Error(answer.errors.map((error) => error.message).join('; '))
  return answer.data
}

async function ready(url) {
  try {
    return (await fetch(`${url}/readyz`)).ok
  } catch {
    return false
  }
}

function freePort() {
  return new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => done(port))
    })
  })
}
