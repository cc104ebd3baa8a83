import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

// The server answers these; everything else is the explorer's.
const served = ['/graphql', '/session', '/export', '/healthz', '/readyz']

const target = 'http://127.0.0.1:8080'

// What the first page is made of. The entry only asks for the session and then for these: the page names them too, so that the
// browser fetches them side by side.
const first = ['/src/draw.tsx', '/src/pages/overview/index.tsx']

/** Names the code of the first page in the page itself. */
function preloaded(): Plugin {
  return {
    name: 'preloaded',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle }) {
        const chunks = Object.values(bundle ?? {}).flatMap((file) => (file.type === 'chunk' ? [file] : []))
        const wanted = chunks.filter(({ facadeModuleId }) => first.some((path) => facadeModuleId?.endsWith(path)))
        const names = new Set(wanted.flatMap(({ fileName, imports }) => [fileName, ...imports]))
        const fresh = [...names].filter((name) => !html.includes(`/${name}"`))
        return fresh.map((name) => ({ tag: 'link', attrs: { rel: 'modulepreload', crossorigin: true, href: `/${name}` }, injectTo: 'head' as const }))
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
    rolldownOptions: { onLog: (level, log, handle) => void (log.code === 'MODULE_LEVEL_DIRECTIVE' || handle(level, log)) },
  },
  server: {
    proxy: {
      ...Object.fromEntries(served.map((path) => [path, target])),
      '/import': { target, bypass: ({ method, url }) => (method === 'GET' && !url?.startsWith('/import/') ? '/index.html' : undefined) }, // GET is a page
    },
  },
})
