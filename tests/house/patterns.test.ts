import { expect, test } from 'vitest';
import { apply } from '#model/change.ts';
import { personByHand } from '#model/person.ts';
import { emptyWorkspace } from '#model/workspace.ts';
import { ENDS, makersUnder, type Pattern, patternsMadeBy, patternsUnder, pumpsFor } from './patterns.ts';

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

/** What makes each of the regular expressions that are made at run time, with the names of real and of hostile lists. */
const MAKERS: readonly (readonly [path: string, work: () => Promise<unknown>])[] = [
  ['src/ui/targets/advert.ts', () => import('#ui/targets/advert.ts')],
  [
    'src/friendcheck/read-reply.ts',
    async () => {
      const { readReply } = await import('#friendcheck/read-reply.ts');
      for (const name of ['Marta Silva', '(a+)+$ Li', 'aaaa aaaa', '.* .*'])
        readReply('somebody knows them well', [{ name, company: 'Acme' }]);
    },
  ],
  [
    'src/handoff/html-tokens.ts',
    async () => {
      const { tokensOf } = await import('#handoff/html-tokens.ts');
      for (const name of ['script', 'style', 'title', 'textarea']) Array.from(tokensOf(`<${name}>x</${name}>`));
    },
  ],
  [
    'src/handoff/initials.ts',
    async () => {
      const { maskingFor } = await import('#handoff/initials.ts');
      const names = ['Marta Silva', '(a+)+$ Li', 'aaaa aaaa', 'a a a', '.* .*'];
      const put = names.map((name, at) => personByHand(`person:${at}`, { name }));
      const { workspace } = apply(emptyWorkspace('w', 'w'), { what: '', put, remove: [] });
      maskingFor(workspace, new Set(put.map(({ id }) => id)), 'Acme (Porto)')(names.join(' and '));
    },
  ],
];

test('every regular expression made at run time is among those that are tried', () => {
  expect(makersUnder('src').sort()).toEqual(MAKERS.map(([path]) => path).sort());
});

test('no regular expression chokes on a line of 1 MB', async () => {
  const patterns = patternsUnder('src');
  for (const [path, work] of MAKERS) {
    const made = await patternsMadeBy(path, work);
    expect(made.length, path).toBeGreaterThan(0);
    patterns.push(...made);
  }
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
