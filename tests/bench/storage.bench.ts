import { chromium } from '@playwright/test';
import { findBrowser } from '#tests/machine.mjs';
import { quantile, shown, table, times } from './paths-measure.ts';
import { servePage } from './serve-page.ts';
import type { Measured } from './storage-page.ts';

const SIZES = [
  [1_000, 5_000],
  [30_000, 300_000],
] as const;
const RUNS = 3;
const STEPS = ['store', 'open', 'edit', 'longest'] as const;
const WORDS = {
  store: 'store all of it',
  open: 'read all of it',
  edit: 'one edit to disk',
  longest: 'longest page task',
};

interface Answer {
  readonly own: Measured;
  readonly locked: Measured;
  readonly rows: Measured;
  readonly checked: number;
}

const executablePath = findBrowser();
if (!executablePath) throw new Error('No Chromium here.');
const { url, close } = await servePage('tests/bench/storage-page.ts');
const lines: string[][] = [];
for (const [people, ties] of SIZES) {
  const answers: Answer[] = [];
  for (let run = 0; run < RUNS; run++) {
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
    const page = await browser.newPage();
    await page.goto(url);
    await page.waitForFunction(() => 'measure' in window);
    const measure = (given: readonly [number, number]): Promise<Answer> =>
      (window as unknown as { measure(people: number, ties: number): Promise<Answer> }).measure(...given);
    answers.push(await page.evaluate(measure, [people, ties] as const));
    await browser.close();
  }
  const median = (of: (answer: Answer) => number): number => quantile(answers.map(of), 0.5);
  for (const step of STEPS) {
    const [mine, theirs] = [median(({ own }) => own[step]), median(({ rows }) => rows[step])];
    const locked = median((answer) => answer.locked[step]);
    lines.push([
      `${people} people, ${ties} ties`,
      WORDS[step],
      shown(mine),
      shown(locked),
      times(locked / mine),
      shown(theirs),
      times(theirs / mine),
    ]);
  }
  lines.push([
    `${people} people, ${ties} ties`,
    'check every record (worker)',
    shown(median(({ checked }) => checked)),
    '',
    '',
    '',
    '',
  ]);
}
close();
console.log(`\nStorage in Chromium, ${RUNS} runs, medians\n`);
const heads = ['workspace', 'what', 'Handcarry', 'locked', 'times slower', 'one row per record', 'times faster'];
console.log(table(heads, lines));
