import { chromium } from '@playwright/test';
import { findBrowser } from '#tests/machine.mjs';
import type { Drawn } from './map-page.ts';
import { shown, table, times } from './paths-measure.ts';
import { servePage } from './serve-page.ts';

const WORDS: readonly (readonly [keyof Drawn, string])[] = [
  ['first', 'first frame'],
  ['longest', 'longest page task meanwhile'],
  ['script', 'script per frame, panning (median)'],
  ['worst', 'script per frame, panning (worst)'],
  ['frame', 'whole frame, panning (median)'],
  ['lit', 'highlight until drawn'],
];

const executablePath = findBrowser();
if (!executablePath) throw new Error('No Chromium here.');
const { url, close } = await servePage('tests/bench/map-page.ts');

async function drawnBy(whose: 'ours' | 'sigma' | 'empty', people: number): Promise<Drawn> {
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
  });
  const page = await browser.newPage({ viewport: { width: 1280, height: 860 } });
  await page.goto(url);
  await page.waitForFunction(() => 'measure' in window);
  const answer = await page.evaluate(
    ([side, count]) =>
      (window as unknown as { measure(side: string, count: number): Promise<Drawn> }).measure(side, count),
    [whose, people] as const,
  );
  await browser.close();
  return answer;
}

const lines: string[][] = [];
// What a frame of nothing costs here: no picture can be cheaper.
const empty = await drawnBy('empty', 1);
for (const people of [30_000, 100_000]) {
  const ours = await drawnBy('ours', people);
  // Sigma's own programs need minutes for the larger picture.
  const theirs = people > 30_000 ? null : await drawnBy('sigma', people);
  for (const [key, words] of WORDS) {
    const beside = theirs ? [shown(theirs[key]), times(theirs[key] / ours[key])] : ['', ''];
    lines.push([`${people} people, ${2 * people} lines`, words, shown(ours[key]), shown(empty[key]), ...beside]);
  }
}
close();
console.log('\nDrawing in Chromium with software WebGL, 1,200 by 800 pixels, milliseconds\n');
console.log(table(['picture', 'what', 'Handcarry', 'empty area', 'sigma as it comes', 'times cheaper'], lines));
