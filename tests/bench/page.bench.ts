/**
 * The target page in the built app, in real Chromium (issue 4):
 *
 *     npm run bench -- page        30,000 contacts and 60 friends' lists: 150,000 people, 250,000 ties
 *
 * A backup of the generated workspace is restored through Settings. Then the app is loaded afresh several times,
 * and each time a target is clicked as soon as the list of targets is there, and others after it. Milliseconds
 * from the click to the list of ways in on the screen, worker round trip included; they gate nothing.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import { writeBackup } from '#storage/backup.ts';
import { findBrowser } from '#tests/machine.mjs';
import { serve } from '#tests/serve.mjs';
import { quantile, shown, table } from './paths-measure.ts';
import { generated, LARGE } from './ties-workspace.ts';

const LOADS = 5;
const FLAGS = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-background-networking', '--no-first-run'];

/** From the click to the list of ways in, in the page's own time. */
function clickToList(page: Page, at: number): Promise<number> {
  return page.evaluate((index) => {
    const link = document.querySelectorAll<HTMLAnchorElement>('a[href^="#/target/"]')[index];
    if (!link) throw new Error('No such target on the screen.');
    return new Promise<number>((done) => {
      const began = performance.now();
      const seen = new MutationObserver(() => {
        if (!document.querySelector('.target-ways-head')) return;
        seen.disconnect();
        done(performance.now() - began);
      });
      seen.observe(document.body, { childList: true, subtree: true });
      link.click();
    });
  }, at);
}

const links = (page: Page) => page.locator('a[href^="#/target/"]');

async function toTargets(page: Page): Promise<void> {
  await page.evaluate(() => {
    location.hash = '#/targets';
  });
  await links(page).first().waitFor();
}

const folder = mkdtempSync(join(tmpdir(), 'handcarry-bench-'));
const executablePath = findBrowser();
if (!executablePath) throw new Error('No Chromium here.');
await build({ logLevel: 'error', build: { outDir: join(folder, 'dist') } });
const backup = join(folder, 'large.handcarry');
writeFileSync(backup, await writeBackup(generated(LARGE), ''));
const server = await serve({ root: join(folder, 'dist'), port: 0, under: '/' });
const browser = await chromium.launchPersistentContext(join(folder, 'profile'), { executablePath, args: FLAGS });
try {
  const page = await browser.newPage();
  await page.goto(`${server.url}#/settings/backup`);
  await page.getByLabel('Backup file').setInputFiles(backup);
  await page.getByRole('button', { name: 'Restore this file' }).click({ timeout: 120_000 });
  await page
    .getByText(/^Saved/)
    .first()
    .waitFor({ timeout: 120_000 });
  const [loads, first, direct, later]: number[][] = [[], [], [], []];
  for (let load = 0; load < LOADS; load++) {
    await page.goto('about:blank');
    await page.goto(`${server.url}#/targets`);
    await links(page).first().waitFor({ timeout: 60_000 });
    loads?.push(await page.evaluate(() => performance.now()));
    first?.push(await clickToList(page, load));
    const targets = LARGE.targets / 2;
    for (let at = 0; at < targets; at++) {
      await toTargets(page);
      await page.waitForTimeout(300);
      later?.push(await clickToList(page, at));
    }
    const address = page.url();
    await page.goto('about:blank');
    await page.goto(address);
    await page.locator('.target-ways-head').waitFor({ timeout: 60_000 });
    direct?.push(await page.evaluate(() => performance.now()));
  }
  const row = (what: string, values: readonly number[] = []) => [
    what,
    shown(quantile(values, 0.5)),
    shown(quantile(values, 0.95)),
    shown(quantile(values, 1)),
  ];
  console.log(`\n150,000 people, 250,000 ties, ${LOADS} loads in Chromium ${browser.browser()?.version() ?? ''}\n`);
  console.log(
    table(
      ['from … to', 'median', 'p95', 'worst'],
      [
        row('opening the app … the list of targets', loads),
        row('first click on a target … its ways in (aim: 500 ms)', first),
        row('any later click … its ways in (aim: 50 ms)', later),
        row('opening the app at a target … its ways in', direct),
      ],
    ),
  );
} finally {
  await browser.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
}
