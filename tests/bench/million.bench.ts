/**
 * One million people and ten million ties held by a worker of a page in Chromium (issue 4):
 *
 *     npm run bench -- million
 *
 * Built from columns, asked and changed behind the app's own worker boundary, while the page counts what holds it
 * up: its longest task, and the longest time from one frame to the next. Time gates nothing.
 */
import { existsSync, readFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { findBrowser } from '#tests/machine.mjs';
import type { Step } from './million-page.ts';
import { shown, table } from './paths-measure.ts';
import { servePage } from './serve-page.ts';

const STEPS = [
  ['generate', 'columns generated (no part of the app)'],
  ['build', 'built from columns'],
  ['ask', '1,000 targets, k = 10, at most 3 ties'],
  ['companies', 'all 7,361 companies, k = 5, at most 3 ties'],
  ['everybody', 'everybody within 3 ties'],
  ['list', "a friend's list of 2,000 people"],
  ['companies', 'all companies once more'],
] as const;

const executablePath = findBrowser();
if (!executablePath) throw new Error('No Chromium here.');
const { url, close } = await servePage('tests/bench/million-page.ts');
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
const page = await browser.newPage();
await page.goto(url);
await page.waitForFunction(() => 'step' in window);
const lines: string[][] = [];
for (const [name, words] of STEPS) {
  const { took, task, gap } = await page.evaluate(
    (which) => (window as unknown as { step(name: string): Promise<Step> }).step(which),
    name,
  );
  lines.push([words, shown(took), task === 0 ? 'none over 50 ms' : shown(task), shown(gap)]);
}
const system = await browser.newBrowserCDPSession();
const { processInfo } = await system.send('SystemInfo.getProcessInfo');
const most = processInfo
  .filter(({ type }) => type === 'renderer')
  .map(({ id }) => `/proc/${id}/status`)
  .filter((file) => existsSync(file))
  .map((file) => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(file, 'utf8'))?.[1] ?? 0) / 1000);
await browser.close();
close();
console.log(`\n1,000,000 people in a worker, Chromium ${browser.version()}\n`);
console.log(table(['what', 'answered after', 'longest task of the page', 'longest wait for a frame'], lines));
if (most.length > 0)
  console.log(
    `\nThe page's process, worker and generated columns included, held ${Math.max(...most).toFixed(0)} MB at most.`,
  );
