import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { sealCapsule } from '#friendcheck/capsule.ts';
import { capsuleSentence, linkTo, packAnswer, packQuestion, readCapsule } from '#friendcheck/travel.ts';
import { ANSWERS, type TravellingAnswer, type TravellingQuestion } from '#friendcheck/types.ts';

/** 102,000 in `npm run test:fuzz`. */
const MUTATIONS = 3_400 * Number(process.env['FUZZ_RUNS'] ?? 1);

const question = (count: number): TravellingQuestion => ({
  id: 'question:0123456789abcdef',
  from: 'Jo Marin',
  to: 'Ana',
  on: '2026-11-23',
  line: 'Only if it is easy for you.',
  names: Array.from({ length: count }, (_, i) => ({
    name: `Person${'éßłø'[i % 4]} Number${i} Lastname`,
    company: `Company ${i % 7} Industries`,
  })),
});

const line = fc.string({ unit: 'grapheme', maxLength: 60 });
const asked = fc.record({ name: line, company: line });
const questions: fc.Arbitrary<TravellingQuestion> = fc.record({
  id: fc.string({ minLength: 4, maxLength: 40 }),
  from: line,
  to: line,
  on: fc.constant('2026-11-23'),
  line,
  names: fc.array(asked, { minLength: 1, maxLength: 20 }),
});
const answers: fc.Arbitrary<TravellingAnswer> = fc.record({
  id: fc.string({ minLength: 4, maxLength: 40 }),
  by: line,
  on: fc.constant('2026-11-23'),
  answers: fc.array(fc.option(fc.constantFrom(...ANSWERS)), { maxLength: 20 }),
  more: fc.array(fc.record({ name: line, company: line, answer: fc.constantFrom(...ANSWERS) }), { maxLength: 5 }),
  remark: line,
  leaveMeOut: fc.boolean(),
});

test('what was packed is what is read, in a link, in chatter, with accents and emoji', async () => {
  await fc.assert(
    fc.asyncProperty(questions, answers, async (asks, said) => {
      expect(await readCapsule(linkTo('https://example.org/app/#old', await packQuestion(asks, '')), '')).toEqual({
        ok: true,
        value: { is: 'question', question: asks },
      });
      expect(await readCapsule(`Here you go:\n${await packAnswer(said, '')}\nGood luck`, '')).toEqual({
        ok: true,
        value: { is: 'answer', answer: said },
      });
    }),
    { numRuns: 60 },
  );
});

test('a capsule that a mail program broke into lines is put together again, whatever follows it', async () => {
  const packed = await packQuestion(question(20), '');
  const broken = packed.replace(/.{60}/g, '$&\r\n');
  expect(broken.split('\n').length).toBeGreaterThan(3);
  expect(await readCapsule(`See this:\n${broken}\nGood luck, see you in 2 weeks`, '')).toMatchObject({ ok: true });
  expect(await readCapsule(broken.replace(/\r\n/, '\r\nx'), '')).toEqual({ ok: false, error: 'damaged' });
});

test('twenty names fit a link of 2,000 characters', async () => {
  const sizes = await Promise.all(
    [1, 5, 20].map(async (n) => linkTo('https://example.org/handcarry/', await packQuestion(question(n), '')).length),
  );
  console.log(`link sizes for 1, 5 and 20 names: ${sizes.join(', ')} characters`);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(2000);
});

test('a passphrase is needed, and the right one', async () => {
  const packed = await packQuestion(question(2), 'møøse');
  expect(await readCapsule(packed, '')).toEqual({ ok: false, error: 'needs-passphrase' });
  expect(await readCapsule(packed, 'moose')).toEqual({ ok: false, error: 'wrong-passphrase' });
  expect(await readCapsule(packed, 'møøse')).toMatchObject({ ok: true });
});

test('tampered, truncated or repeated: refused whole, never an exception', async () => {
  const answered = await packAnswer(
    { id: 'question:1', by: 'Ana', on: '2026-11-23', answers: ['well', null], more: [], remark: '', leaveMeOut: false },
    '',
  );
  const both = [answered, await packQuestion(question(2), '')];
  const mutation = fc.tuple(
    fc.constantFrom(...both),
    fc.nat(),
    fc.constantFrom('flip', 'cut', 'double', 'insert'),
    fc.string({ maxLength: 3 }),
  );
  await fc.assert(
    fc.asyncProperty(mutation, async ([packed, place, how, extra]) => {
      const at = 8 + (place % (packed.length - 8));
      const changed =
        how === 'cut'
          ? packed.slice(0, at)
          : how === 'double'
            ? packed + packed.slice(8)
            : packed.slice(0, at) +
              (how === 'flip' ? flipped(packed[at]) : `-${extra}`) +
              packed.slice(how === 'flip' ? at + 1 : at);
      const read = await readCapsule(changed, '');
      expect(read.ok).toBe(false);
      if (!read.ok) expect(capsuleSentence(read.error)).toMatch(/\.$/);
    }),
    { numRuns: MUTATIONS },
  );
}, 600_000);

test('whatever is inside a capsule that is whole: it is a question, an answer, or refused', async () => {
  const near = fc.tuple(fc.constantFrom('q', 'a'), fc.string(), fc.jsonValue(), fc.jsonValue(), fc.jsonValue());
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.jsonValue(), near, fc.string()), async (content) => {
      const read = await readCapsule(`#answer=${await sealCapsule(JSON.stringify(content), '')}`, '');
      expect(read).toEqual({ ok: false, error: 'damaged' });
    }),
  );
});

test('a capsule that opens to a gigabyte, text of 10 MB, a newer version and a foreign one are refused', async () => {
  const bomb = await sealCapsule(' '.repeat(30_000_000), '');
  expect(await readCapsule(`#ask=${bomb}`, '')).toEqual({ ok: false, error: 'too-large' });
  expect(await readCapsule('x'.repeat(10_000_000), '')).toEqual({ ok: false, error: 'too-large' });
  expect(await readCapsule('#ask=AgAAAAAAAAAAAAAA', '')).toEqual({ ok: false, error: 'newer' });
  expect(await readCapsule(`#ask=${await sealCapsule('["x",1]', '')}`, '')).toEqual({ ok: false, error: 'damaged' });
  expect(await readCapsule('hello', '')).toEqual({ ok: false, error: 'none' });
});

function flipped(letter = 'A'): string {
  return letter === 'A' ? 'B' : 'A';
}
