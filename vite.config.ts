import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/**
 * What the built page may do. The page's meta is the narrow one; it does not reach workers, so the header below
 * goes out with every response as well. Both are in force on the page: the stricter word wins.
 */
const PAGE = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'none'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-src 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types handcarry',
];

/** `connect-src 'self'`: a service worker has to fetch the app's own files. `frame-ancestors` works in a header only. */
const HEADER = [
  ...PAGE.filter((rule) => !/^(connect-src|require-trusted-types-for|trusted-types)/.test(rule)),
  "connect-src 'self'",
  "frame-ancestors 'none'",
];

const HEADERS = [
  ['Content-Security-Policy', HEADER.join('; ')],
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'no-referrer'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
];

/** Development has no policy: its server injects inline scripts and styles. */
function protect(): Plugin {
  return {
    name: 'handcarry-protect',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: () => [
        {
          tag: 'meta',
          injectTo: 'head-prepend',
          attrs: { 'http-equiv': 'Content-Security-Policy', content: PAGE.join('; ') },
        },
      ],
    },
    generateBundle() {
      if (this.environment.name !== 'client') return;
      const lines = HEADERS.map(([name, value]) => `  ${name}: ${value}`);
      this.emitFile({ type: 'asset', fileName: '_headers', source: `/*\n${lines.join('\n')}\n` });
    },
  };
}

/** Loaded only by the screens and commands that ask for them; each in a file of its own, so that it is kept when others change. */
const LAZY = [
  { name: 'map', test: /node_modules[\\/](sigma|graphology)/ },
  { name: 'pdf', test: /node_modules[\\/](pdf-lib|@pdf-lib|pako)/ },
  { name: 'word', test: /node_modules[\\/]docx/ },
];

export default defineConfig({
  base: './',
  plugins: [react(), protect()],
  worker: { format: 'es' },
  build: {
    target: 'es2023',
    sourcemap: false,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    // The one above 500 kB writes PDF files; it is loaded when one is made. First load: see .size-limit.mjs.
    chunkSizeWarningLimit: 1_200,
    rolldownOptions: { output: { codeSplitting: { groups: LAZY } } },
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          // A slow machine is no failure: counts decide, never seconds.
          testTimeout: 120_000,
          environment: 'node',
          setupFiles: ['tests/setup.ts'],
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/e2e/**', 'tests/ui/**', 'tests/bench/**'],
        },
      },
      { extends: true, test: { name: 'ui', environment: 'happy-dom', include: ['tests/ui/**/*.test.tsx'] } },
    ],
  },
});
