import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

// The server answers these; everything else is the explorer's.
const served = ['/graphql', '/session', '/export', '/healthz', '/readyz']

const target = 'http://127.0.0.1:8080'

export default defineConfig({
  plugins: [react()],
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
