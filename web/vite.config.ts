import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { initialChunk } from './initial-chunk.ts';
import { leanSchemas } from './lean-schemas.ts';
import { precompress } from './precompress.ts';

const api = process.env['SHOPWRIGHT_API'] ?? 'http://localhost:8080';

export default defineConfig({
  plugins: [react(), tailwindcss(), leanSchemas(), precompress()],
  build: {
    target: ['chrome123', 'firefox125', 'safari17.5'],
    // The page's policy allows no data: fonts, and small files are cheap over one connection.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The whole first page in one file is meant; its budget is tested compressed.
    chunkSizeWarningLimit: 600,
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: initialChunk() }] } } },
  },
  server: { port: 5173, proxy: { '/api': { target: api } } },
});
