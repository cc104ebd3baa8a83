import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

// The server answers these; everything else is the explorer's.
const served = ['/graphql', '/session', '/export', '/healthz', '/readyz']

const target = 'http://127.0.0.1:8080'

/** Names the code that draws in the page itself: the browser fetches it beside the code that asks, which is read first. */
function preloaded(): Plugin {
  return {
    name: 'preloaded',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_, { bundle }) {
        const draws = Object.values(bundle ?? {}).filter((file) => file.type === 'chunk' && file.name === 'draw')
        return draws.map(({ fileName }) => ({ tag: 'link', attrs: { rel: 'modulepreload', crossorigin: true, href: `/${fileName}` }, injectTo: 'head' as const }))
      },
    },
  }
}

const squeeze = promisify(gzip)

/** Writes what can be compressed beside each file, once and well, so that the server need not do it for every reader. */
function compressed(): Plugin {
  let folder = ''
  return {
    name: 'compressed',
    apply: 'build',
    configResolved: ({ build }) => void (folder = join(build.outDir, build.assetsDir)),
    async closeBundle() {
      for (const name of (await readdir(folder)).filter((file) => /\.(js|css|svg)$/.test(file))) {
        const path = join(folder, name)
        await writeFile(`${path}.gz`, await squeeze(await readFile(path), { level: 9 }))
      }
    },
  }
}

export default defineConfig({
  plugins: [react(), preloaded(), compressed()],
  build: {
    chunkSizeWarningLimit: 4000,
    reportCompressedSize: false,
    // The editor's packages carry a hint for a compiler that is not used here; it says nothing about this build.
    rolldownOptions: {
      // Two files hold all that the first figure needs: what asks, and what draws. Each request costs a cold browser more than its bytes.
      output: { codeSplitting: { groups: [{ name: 'ask', test: /src\/main\.tsx$/, priority: 2 }, { name: 'draw', test: /src\/draw\.tsx$/, priority: 1 }] } },
      onLog: (level, log, handle) => void (log.code === 'MODULE_LEVEL_DIRECTIVE' || handle(level, log)),
    },
  },
  server: {
    proxy: {
      ...Object.fromEntries(served.map((path) => [path, target])),
      '/import': { target, bypass: ({ method, url }) => (method === 'GET' && !url?.startsWith('/import/') ? '/index.html' : undefined) }, // GET is a page
    },
  },
})
