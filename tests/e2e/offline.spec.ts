import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Page, test as plain } from '@playwright/test';
import { serve } from '#tests/serve.mjs';
import { expect, open, openSample, saved, test } from './app.ts';
import { listen } from './listener.ts';

const DIST = process.env['DIST'] ?? 'dist';

/** The service worker has every file of the app and is at work on the next load. */
async function ready(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
}

test('installable, and whole without a network after the first visit', async ({ page, faults }) => {
  const server = await serve({ root: DIST, port: 0, under: '/a/b/' });
  await page.goto(server.url);
  await ready(page);
  const manifest = await page.evaluate(
    () => document.querySelector<HTMLLinkElement>('link[rel="manifest"]')?.href ?? '',
  );
  const { icons, start_url } = await (await page.request.get(manifest)).json();
  for (const { src } of icons) expect((await page.request.get(new URL(src, manifest).href)).ok()).toBe(true);
  expect(new URL(start_url, manifest).href).toBe(server.url);

  await server.close();
  await page.reload();
  await page.getByRole('button', { name: /sample/i }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Targets' })).toBeVisible();
  for (const [hash, words] of [
    ['#/target/lumbra-care-operations', 'Ways in'],
    ['#/map', 'Map'],
    ['#/people', 'People'],
    ['#/settings', 'Settings'],
  ] as const) {
    await page.goto(`${server.url}${hash}`);
    await expect(page.getByRole('heading', { name: words }).first()).toBeVisible();
  }
  expect(faults.console).toEqual([]);
  expect(faults.violations).toEqual([]);
  expect(faults.requests.filter((url) => !url.startsWith(server.url))).toEqual([]);
  faults.requests.length = 0;
});

plain('the list of hashes is of every file, and the bill of materials names whatever ships', () => {
  const sums = readFileSync(join(DIST, 'SHA256SUMS'), 'utf8').trim().split('\n');
  for (const [sum, file] of sums.map((line) => line.split('  ') as [string, string]))
    expect(
      createHash('sha256')
        .update(readFileSync(join(DIST, file)))
        .digest('hex'),
      file,
    ).toBe(sum);
  const files = readdirSync(DIST, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(sums).toHaveLength(files.length - 1);
  const { components } = JSON.parse(readFileSync(join(DIST, 'sbom.json'), 'utf8')) as {
    components: { name: string; version: string; hashes: { content: string }[] }[];
  };
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: object };
  for (const [name, version] of Object.entries(dependencies))
    expect(components.map((one) => `${one.name} ${one.version}`)).toContain(`${name} ${String(version)}`);
  for (const { name, hashes } of components) expect(hashes[0]?.content.length, name).toBe(128);
});

test('a new version waits for a word, and loses nothing', async ({ page, faults }) => {
  const root = mkdtempSync(join(tmpdir(), 'handcarry-update-'));
  cpSync(DIST, root, { recursive: true });
  const server = await serve({ root, port: 0 });
  await page.goto(server.url);
  await ready(page);
  await page.reload();
  await expect(page.getByText('A new version')).toHaveCount(0);

  const html = readFileSync(join(root, 'index.html'), 'utf8');
  writeFileSync(join(root, 'index.html'), html.replace('<html lang="en">', '<html lang="en" data-version="2">'));
  const worker = readFileSync(join(root, 'sw.js'), 'utf8');
  const entry = /url:"index\.html",revision:"[0-9a-f]+"|revision:"[0-9a-f]+",url:"index\.html"/;
  expect(worker).toMatch(entry);
  writeFileSync(join(root, 'sw.js'), worker.replace(entry, 'url:"index.html",revision:"two"'));

  await page.goto(`${server.url}#/settings`);
  await page.getByRole('textbox', { name: 'Name', exact: true }).first().fill('Half typ');
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
  const banner = page.getByRole('status', { name: 'New version' });
  await expect(banner).toContainText('A new version is ready.');
  await page.waitForTimeout(500);
  await expect(page.locator('html[data-version]')).toHaveCount(0);
  await expect(page.getByRole('textbox', { name: 'Name', exact: true }).first()).toHaveValue('Half typ');

  await banner.getByRole('button', { name: 'Load it now' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-version', '2');
  await expect(page.getByRole('textbox', { name: 'Name', exact: true }).first()).toHaveValue('Half typ');
  await saved(page);
  await expect(page.getByText('A new version')).toHaveCount(0);
  await server.close();
  rmSync(root, { recursive: true });
  expect(faults.requests.filter((url) => !url.startsWith(server.url))).toEqual([]);
  faults.requests.length = 0;
});

test('the service worker reaches nothing but the app', async ({ page, context, address, faults }) => {
  const listener = await listen();
  await openSample(page);
  await ready(page);
  const [worker] = context.serviceWorkers();
  if (!worker) throw new Error('no service worker');
  const answers = await worker.evaluate(
    async ({ foreign, own }) => {
      const reach = async (url: string, mode: RequestMode) => {
        try {
          return (await fetch(url, { mode })).ok;
        } catch {
          return 'refused';
        }
      };
      return [await reach(foreign, 'no-cors'), await reach(foreign, 'cors'), await reach(own, 'cors')];
    },
    { foreign: `http://127.0.0.1:${listener.tcp}/fetch`, own: `${address}icon.svg` },
  );
  expect(answers).toEqual(['refused', 'refused', true]);
  expect(listener.heard).toEqual([]);
  await open(page);
  await listener.close();
  // The two attempts are this test's own.
  expect(faults.requests.every((url) => url.includes(String(listener.tcp)))).toBe(true);
  for (const list of [faults.console, faults.violations, faults.requests]) list.length = 0;
});
