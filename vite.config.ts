import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
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

/**
 * Installable, and at work without a network after the first visit: every file of the app is fetched once and kept.
 * A new version waits until the person says so; main.tsx registers it through the page's Trusted Types policy.
 */
function offline() {
  return VitePWA({
    disable: process.env['VITEST'] !== undefined,
    registerType: 'prompt',
    injectRegister: false,
    filename: 'sw.js',
    manifest: {
      id: './',
      name: 'Handcarry',
      short_name: 'Handcarry',
      description: 'Who can truly reach the hiring manager, and what they will carry.',
      start_url: './',
      scope: './',
      display: 'standalone',
      theme_color: '#faf9f7',
      background_color: '#faf9f7',
      icons: [
        { src: 'icon.svg', sizes: 'any', type: 'image/svg+xml' },
        { src: 'icon-192.png', sizes: '192x192', type: 'image/png' },
        { src: 'icon-512.png', sizes: '512x512', type: 'image/png' },
        { src: 'icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
      ],
    },
    workbox: {
      cacheId: 'handcarry',
      globPatterns: ['**/*.{html,js,css,svg,png,woff,woff2,json}'],
      maximumFileSizeToCacheInBytes: 8_000_000,
      inlineWorkboxRuntime: true,
      sourcemap: false,
    },
  });
}

interface Locked {
  readonly version: string;
  readonly integrity: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly devOptional?: boolean;
}

/**
 * CycloneDX 1.5, from the lock file: each package that what ships can reach. (`npm sbom --omit dev` leaves out those
 * that a tool needs too.)
 */
function billOfMaterials() {
  const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
  const { name, version } = read('package.json') as { name: string; version: string };
  const { packages } = read('package-lock.json') as { packages: Record<string, Locked> };
  const shipped = Object.entries(packages).filter(
    ([path, { dev, optional, devOptional }]) => path !== '' && !dev && !optional && !devOptional,
  );
  const components = shipped.map(([path, one]) => {
    const library = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const purl = `pkg:npm/${library.replace('@', '%40')}@${one.version}`;
    const [algorithm = '', digest = ''] = one.integrity.split('-');
    return {
      type: 'library',
      'bom-ref': purl,
      name: library,
      version: one.version,
      purl,
      ...(one.license && {
        licenses: [one.license.includes(' ') ? { expression: one.license } : { license: { id: one.license } }],
      }),
      hashes: [{ alg: algorithm.replace('sha', 'SHA-'), content: Buffer.from(digest, 'base64').toString('hex') }],
    };
  });
  const own = { type: 'application', 'bom-ref': 'own', name, version };
  return { bomFormat: 'CycloneDX', specVersion: '1.5', version: 1, metadata: { component: own }, components };
}

/** What is in the build, and proof that a copy is whole: `sbom.json` (CycloneDX) and `SHA256SUMS` (`sha256sum -c`). */
function account(): Plugin {
  let out = '';
  return {
    name: 'handcarry-account',
    apply: (config, { command }) => command === 'build' && !config.build?.ssr,
    enforce: 'post',
    configResolved: (config) => {
      out = config.build.outDir;
    },
    closeBundle: {
      sequential: true,
      order: 'post',
      handler() {
        if (this.environment.name !== 'client') return;
        writeFileSync(join(out, 'sbom.json'), `${JSON.stringify(billOfMaterials(), null, 2)}\n`);
        const files = readdirSync(out, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile() && entry.name !== 'SHA256SUMS')
          .map((entry) => join(entry.parentPath, entry.name).slice(join(out, '/').length).replaceAll('\\', '/'))
          .sort();
        const hash = (file: string) =>
          createHash('sha256')
            .update(readFileSync(join(out, file)))
            .digest('hex');
        writeFileSync(join(out, 'SHA256SUMS'), files.map((file) => `${hash(file)}  ${file}\n`).join(''));
      },
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
  publicDir: 'data/icons',
  plugins: [react(), protect(), offline(), account()],
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
      {
        extends: true,
        test: { name: 'ui', testTimeout: 120_000, environment: 'happy-dom', include: ['tests/ui/**/*.test.tsx'] },
      },
    ],
  },
});
