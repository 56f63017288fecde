import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planImport } from '#intake/plan.ts';
import { emptyWorkspace } from '#model/workspace.ts';
import { read, TODAY, textFile, worked } from './kit.ts';

/** `npm run test:fuzz` makes 100,000 of them. */
const RUNS = Number(process.env['FUZZ'] ?? 3_400 * Number(process.env['FUZZ_RUNS'] ?? 1));
const SEED = 20_261_123;
/** A file may take a second for each megabyte that it has begun. */
const MS_PER_MB = 1_000;

const FILES = readdirSync('data/files').map((name) => ({
  name,
  bytes: new Uint8Array(readFileSync(`data/files/${name}`)),
}));

type Mutation = (bytes: Uint8Array, at: number, other: Uint8Array) => Uint8Array;

const joined = (...parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]));

const MUTATIONS: readonly Mutation[] = [
  (bytes, at) => Uint8Array.from(bytes, (byte, index) => (index === at ? byte ^ 0xff : byte)),
  (bytes, at) => Uint8Array.from(bytes, (byte, index) => (index === at ? byte ^ (1 << (at % 8)) : byte)),
  (bytes, at) => Uint8Array.from(bytes, (byte, index) => (index === at ? 0 : byte)),
  (bytes, at) => bytes.subarray(0, at),
  (bytes, at) => bytes.subarray(at),
  (bytes, at) => joined(bytes.subarray(0, at), bytes.subarray(Math.min(bytes.length, at + 1 + (at % 40)))),
  (bytes, at) => joined(bytes.subarray(0, at), bytes.subarray(0, Math.min(at, 600)), bytes.subarray(at)),
  (bytes) => joined(bytes, bytes),
  (bytes, at, other) => joined(bytes.subarray(0, at), other),
  (bytes, at, other) => joined(other.subarray(0, Math.min(other.length, 1 + (at % 300))), bytes),
  (bytes) => new Uint8Array(Buffer.from(Buffer.from(bytes).toString('latin1'), 'utf16le')),
  (bytes, at) =>
    joined(bytes.subarray(0, at), Uint8Array.from([34, 44, 59, 58, 10, 61, 13, 92].slice(at % 8)), bytes.subarray(at)),
];

const pick = fc.nat(FILES.length - 1);
const plan = fc.record({
  file: pick,
  other: pick,
  mutations: fc.array(
    fc.record({ kind: fc.nat(MUTATIONS.length - 1), at: fc.double({ min: 0, max: 1, noNaN: true }) }),
    {
      minLength: 1,
      maxLength: 3,
    },
  ),
});

test(`${RUNS} spoilt files: no exception, no hang, nothing left behind`, { timeout: 100_000_000 }, async () => {
  const before = Object.getOwnPropertyNames(Object.prototype);
  const empty = emptyWorkspace('test', 'Test');
  let turn = 0;
  await fc.assert(
    fc.asyncProperty(plan, async ({ file, other, mutations }) => {
      const second = FILES[other]?.bytes ?? new Uint8Array();
      let bytes: Uint8Array = FILES[file]?.bytes ?? new Uint8Array();
      for (const { kind, at } of mutations)
        bytes = MUTATIONS[kind]?.(bytes, Math.floor(at * bytes.length), second) ?? bytes;
      const began = worked();
      const result = await read([new File([bytes as Uint8Array<ArrayBuffer>], FILES[file]?.name ?? '')]);
      // Matching is the same for all formats: a part of them goes all the way.
      if (turn++ % 8 === 0)
        planImport(result, empty, { owner: 'me', today: TODAY, token: 1 }).accept({
          token: 1,
          same: [],
          takeOwn: true,
        });
      expect(worked() - began).toBeLessThan(Math.max(1, Math.ceil(bytes.length / 2 ** 20)) * MS_PER_MB);
      for (const { code, message, file: name } of [...result.problems, ...result.read.flatMap((out) => out.problems)])
        expect([code, message, name].every((text) => text !== '')).toBe(true);
      expect(result.reports.every(({ sentence }) => sentence !== '')).toBe(true);
    }),
    { numRuns: RUNS, seed: SEED },
  );
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
});

const GOOD_EVENT =
  'BEGIN:VEVENT\nUID:good\nDTSTART:20250303T100000Z\nORGANIZER:mailto:me@example.org\nATTENDEE:mailto:good@example.com\nEND:VEVENT\n';
const GOOD_LETTERS = [
  'From a@b Mon Apr  7 14:31:02 2025\nDelivered-To: me@example.org\nReceived: x\nFrom: good@example.com\nTo: me@example.org\nDate: Mon, 7 Apr 2025 10:00:00 +0000\n\nhello\n\n',
  'From a@b Mon Apr  7 14:31:02 2025\nFrom: me@example.org\nTo: good@example.com\nDate: Mon, 7 Apr 2025 11:00:00 +0000\n\nhello\n\n',
];

test('what is intact comes through, whatever stands before it', async () => {
  const me = { name: '', profiles: [], emails: ['me@example.org'] };
  await fc.assert(
    fc.asyncProperty(fc.string({ maxLength: 300 }), fc.constantFrom('\n', '\r\n'), async (garbage, end) => {
      const line = garbage.replaceAll(/[\r\n]/g, ' ');
      const ics = `BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:2025\nATTENDEE;${line}\n${line}\nEND:VEVENT\n${GOOD_EVENT}END:VCALENDAR\n`;
      const mbox = `From a@b Mon Apr  7 14:31:02 2025\nTo: ${line}\nX: ${line}\n\n${line}\n\n${GOOD_LETTERS.join('')}`;
      const files = [textFile('a.ics', ics.replaceAll('\n', end)), textFile('a.mbox', mbox.replaceAll('\n', end))];
      const { read: outs } = await read(files, { me });
      const found = outs.map(({ messages }) => messages.find(({ who }) => who.emails.includes('good@example.com')));
      expect(found.map((messages) => [messages?.theirs.length, messages?.mine.length])).toEqual([
        [1, 1],
        [1, 1],
      ]);
    }),
  );
});
