import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { questionText } from '#friendcheck/question-text.ts';
import { readReply } from '#friendcheck/read-reply.ts';

const NAMES = [
  { name: 'Marta Silva', company: 'Acme' },
  { name: 'José Núñez', company: 'Acme' },
  { name: 'Wei Li', company: 'Globex' },
];

const read = (reply: string) =>
  readReply(reply, NAMES)
    .map(({ answer, sure }) => `${answer ?? '-'}${sure ? '' : '?'}`)
    .join(' ');

describe('a reply as a human writes it', () => {
  test.each([
    ['1 know, 2 no', 'know no -'],
    ['1. met 3: well', 'met - well'],
    ['3 well\n1 rather not say\n2 no', 'rather-not no well'],
    ['1️⃣ know 2️⃣ met 3️⃣ no', 'know met no'],
    ['Hey! Hope you are fine. 1 well, 2 never met, 3 met once. Good luck with it, see you in 2 weeks', 'well no met'],
    ['1 I know her very well, we worked 3 years together. 2 no idea', 'well no -'],
    ['1 and 3 know, 2 not', 'know no know'],
    ['know 1 and 3', 'know - know'],
    ["1 don't know, 2 know, 3 prefer not to say", 'no know rather-not'],
    ['1 don’t know him', 'no - -'],
    ['Marta well, Núñez no', 'well no -'],
    ['nunez know', '- know -'],
    ['1 yes, 2 no', 'know? no -'],
    ['none of them, sorry', 'no? no? no?'],
    ['I know 1 and 3 well, 2 no', 'well? no well?'],
    ['1 know\n1 no', 'no? - -'],
    ['1 know 2 no 3', 'know no -'],
    ['7 know, 0 well', '- - -'],
    ['call me at 1:30 or 2 pm', '- - -'],
    ['', '- - -'],
  ])('%j is read as %s', (reply, expected) => {
    expect(read(reply)).toBe(expected);
  });

  test('one name needs no number', () => {
    expect(readReply('I know her well, great person', NAMES.slice(0, 1))).toEqual([{ answer: 'well', sure: true }]);
  });

  test('10 MB of anything is read at once and throws nothing', () => {
    expect(readReply('1 know '.repeat(1_500_000), NAMES)[0]?.answer).toBe('know');
    fc.assert(fc.property(fc.string({ maxLength: 400 }), (reply) => readReply(reply, NAMES).length === NAMES.length));
  });
});

test('our own example answers round trip through the numbered text', () => {
  const answers = fc.array(fc.constantFrom('well', 'know', 'met', 'no', 'rather not say'), {
    minLength: 3,
    maxLength: 3,
  });
  fc.assert(
    fc.property(
      answers,
      fc.constantFrom(', ', '\n', '; '),
      fc.constantFrom(' ', ': ', '. ', ') ', ' - '),
      (said, between, mark) => {
        const reply = said.map((answer, i) => `${i + 1}${mark}${answer}`).join(between);
        expect(readReply(reply, NAMES).map(({ answer }) => answer)).toEqual(
          said.map((one) => one.replace('rather not say', 'rather-not')),
        );
      },
    ),
  );
});

test('the question is one short message with nothing but names and companies', () => {
  const text = questionText({ id: 'q1', from: 'Jo Marin', to: 'Ana', on: '2026-11-23', line: '', names: NAMES });
  expect(text).toMatchInlineSnapshot(`
    "Hi Ana, one quick question: which of these people do you know?

    1 Marta Silva, Acme
    2 José Núñez, Acme
    3 Wei Li, Globex

    well / know / met / no / rather not say. Reply for example "1 know, 2 no". Any answer is fine, and I will not contact anybody because of it without asking you first.

    Jo Marin"
  `);
  expect(text.length).toBeLessThan(500);
});
