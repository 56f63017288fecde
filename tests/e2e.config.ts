import { defineConfig } from '@playwright/test';
import { findBrowser } from './machine.mjs';

const browser = findBrowser();
if (browser === null) throw new Error('No Chromium here: run `npm test`, which installs one, or name it in CHROMIUM.');

/** One worker, no second try: a test that passes sometimes is a failing test. */
export default defineConfig({
  testDir: './e2e',
  outputDir: '../test-results',
  workers: 1,
  ...(process.env['LONG'] ? {} : { grepInvert: /@measure/ }),
  retries: 0,
  forbidOnly: process.env['CI'] !== undefined,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [
    ['list'],
    ['json', { outputFile: process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] ?? '../test-results/e2e.json' }],
  ],
  use: {
    browserName: 'chromium',
    actionTimeout: 10_000,
    trace: 'off',
    screenshot: 'off',
    launchOptions: {
      executablePath: browser,
      args: [
        '--no-sandbox',
        '--disable-dev-shm-usage',
        '--use-angle=swiftshader',
        '--enable-unsafe-swiftshader',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
});
