import { expect, test } from 'vitest';
import { ENDS, type Pattern, patternsUnder, pumpsFor } from './patterns.ts';

const MEGABYTE = 1_000_000;
/** A pattern that takes the square of a line's length shows here already, and costs little. */
const PROBE = 4_000;
const LIMIT_MS = 100;

/** How long the pattern needs on a line of that length, at its worst. */
function worst(pattern: Pattern, length: number, lines: readonly (readonly [pump: string, end: string])[]) {
  let slowest = { ms: 0, pump: '', end: '' };
  for (const [pump, end] of lines) {
    const line = pump.repeat(Math.ceil(length / pump.length)) + end;
    const regex = new RegExp(pattern.source, pattern.flags);
    let ms = Number.POSITIVE_INFINITY;
    // The best of some: another process may have had the machine in between.
    for (let run = 0; run < 5 && ms > 1; run++) {
      const began = performance.now();
      if (regex.global) line.replace(regex, '');
      else regex.exec(line);
      ms = Math.min(ms, performance.now() - began);
    }
    if (ms >= slowest.ms) slowest = { ms, pump, end };
  }
  return slowest;
}

test('no regular expression chokes on a line of 1 MB', () => {
  const patterns = patternsUnder('src');
  expect(patterns.length).toBeGreaterThan(100);
  // What one look at every character, each of them a hit, costs on this machine right now.
  const scan = worst({ path: '', source: 'a', flags: 'g' }, MEGABYTE, [['a', '']]).ms;
  const allowed = Math.max(LIMIT_MS, scan * 10);
  const slow: string[] = [];
  for (const pattern of patterns) {
    const lines = pumpsFor(pattern).flatMap((pump) => ENDS.map((end) => [pump, end] as const));
    const probe = worst(pattern, PROBE, lines);
    const long =
      probe.ms * (MEGABYTE / PROBE) > allowed * 4 ? probe : worst(pattern, MEGABYTE, [[probe.pump, probe.end]]);
    const limit = long === probe ? 0 : allowed;
    if (long.ms > limit)
      slow.push(
        `${pattern.path} /${pattern.source}/${pattern.flags} on ${JSON.stringify(probe.pump)}: ${long.ms.toFixed(1)} ms`,
      );
  }
  expect(slow).toEqual([]);
});
