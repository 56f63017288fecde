import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { advise } from '#handoff/advise.ts';
import type { Tone } from '#handoff/facts.ts';
import { draftPacket } from '#handoff/packet.ts';
import { SCRIPT_WORDS } from '#handoff/texts/spoken.ts';
import { TEXT_KINDS } from '#handoff/texts/text-kinds.ts';
import { writeText } from '#handoff/texts/texts.ts';
import { countWords } from '#handoff/words.ts';
import { targetSchema } from '#model/target.ts';
import { STANDINGS } from '#model/tie.ts';
import { ANA, askOf, BRUNO, MARTA, TEO, TODAY, wayOf, worldOf } from './cases.ts';

/** Names as people have them: accents, one word, several words, none. */
const letters = fc.string({
  unit: fc.constantFrom(...Array.from('aeioustnrmläéçßøłžñűαжמع王')),
  minLength: 1,
  maxLength: 12,
});
const realName = fc.oneof(
  fc.constantFrom(
    '',
    'Ana',
    'Ana Sousa',
    'Żółć Łęcka',
    'João Gonçalves da Conceição',
    '王小明',
    'محمد علي',
    'Dr. Ana Lima',
    'J. Robert Lee',
    'Anne-Marie',
    '__proto__',
    'constructor',
    '  Ana   Sousa  ',
    'Ana\n\nSousa',
    '$& $1',
  ),
  fc.array(letters, { maxLength: 4 }).map((words) => words.join(' ')),
);
const realPhrase = fc.oneof(
  fc.constantFrom('', 'experience with payment licences', 'The manager wanted SAP', 'two\nlines'),
  fc.array(letters, { maxLength: 8 }).map((words) => words.join(' ')),
);
const wildText = fc.oneof(
  fc.constantFrom('{friend}', '[object Object]', 'x'.repeat(500), '<b>', '. . .', '"', '\u202eAna'),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
);

const yesNo = fc.constantFrom('yes' as const, 'no' as const, 'unknown' as const);
const date = fc.constantFrom(null, '2026-10-21', '2025-03-01', '2026-11-23');

const targetOf = (name: fc.Arbitrary<string>, phrase: fc.Arbitrary<string>) =>
  fc.record({
    stage: fc.constantFrom(...targetSchema.shape.stage.def.innerType.options),
    title: name,
    managerPart: fc.constantFrom('set-requirement' as const, 'saw-cv' as const, 'met-me' as const, 'unknown' as const),
    putForward: fc.constantFrom('myself' as const, 'search-firm' as const, 'unknown' as const),
    posted: yesNo,
    contactBan: yesNo,
    referralScheme: yesNo,
    applicationRequired: yesNo,
    hrNoOn: date,
    appliedOn: date,
    hrNoReason: phrase,
    struggles: phrase,
    whyTeam: phrase,
    requisition: phrase,
  });
const checks = fc.record({
  willing: yesNo,
  knowsMe: yesNo,
  credible: yesNo,
  knowsWork: yesNo,
  employee: yesNo,
  remote: yesNo,
  relation: fc.constantFrom('peer' as const, 'report' as const, 'boss' as const, 'social' as const, 'unknown' as const),
  offers: fc.constantFrom('talk' as const, 'name-only' as const, 'walk-to-hr' as const, 'unknown' as const),
});
const way = fc
  .tuple(fc.constantFrom([ANA, MARTA], [ANA, BRUNO, MARTA], [MARTA], null), fc.constantFrom(...STANDINGS), fc.nat(2))
  .map(([people, standing, weaker]) =>
    people === null ? null : wayOf(people, standing, Math.min(weaker, people.length - 1)),
  );
const asks = fc.constantFrom(
  [],
  [askOf()],
  [askOf({ state: 'done' })],
  [askOf({ friend: TEO })],
  [askOf({ target: 'target:other', state: 'declined' })],
);

const draftsOf = (name: fc.Arbitrary<string>, phrase: fc.Arbitrary<string>) =>
  fc.record({
    target: targetOf(name, phrase),
    checks,
    names: fc.record({ me: name, ana: name, bruno: name, marta: name, acme: name }),
    me: fc.record({
      phone: phrase,
      proofs: fc.array(fc.record({ text: phrase, on: fc.constant('2026-05-01') }), { maxLength: 4 }),
    }),
    asks,
    way,
    tone: fc.constantFrom<Tone>('warm', 'plain', 'formal'),
  });
const real = draftsOf(realName, realPhrase);
const wild = draftsOf(wildText, wildText);

/** What no sentence may hold, whoever the people are. */
function faults(text: string): string[] {
  const rules: [string, RegExp][] = [
    ['a missing value', /(?<!\p{L})(undefined|null|NaN)(?!\p{L})|\[object/u],
    ['two spaces', / {2}/],
    ['a space before a mark', / [,.;?!](\s|$)/m],
    ['an empty slot', /\{\w*\}|“”|""|\(\)/],
    ['a doubled mark', /(?<!\.)\.\.(?!\.)|,,|\?\.|!\./],
    ['a blank at an end of line', /[ \t]$/m],
    ['three line ends', /\n{3}/],
    ['a greeting to nobody', /^(Hi|Dear|Hello) ,/m],
    ['a dash used for decoration', /\u2014/],
  ];
  return rules.filter(([, pattern]) => pattern.test(text)).map(([what]) => `${what}: ${text}`);
}

/** Packets and all texts are written a hundred times; a busy machine may need its time. */
const PATIENCE = { timeout: 60_000 };

describe('for any names and facts', PATIENCE, () => {
  test('no drafted sentence has an empty slot, a doubled space or a missing value', () => {
    fc.assert(
      fc.property(real, ({ way, tone, ...world }) => {
        const draft = { ...worldOf(world), way, tone, today: TODAY };
        const { note, letter, line, script } = draftPacket(draft);
        const texts = [
          note,
          line,
          script,
          letter.greeting,
          letter.need,
          letter.did,
          letter.lack,
          letter.why,
          letter.next,
          letter.closing,
          ...TEXT_KINDS.flatMap((kind) => Object.values(writeText(kind, draft))),
        ];
        expect(texts.flatMap(faults)).toEqual([]);
        expect(texts.every((text) => text.trim() !== '')).toBe(true);
      }),
    );
  });

  test('the script is said in twenty seconds, and nothing throws on wild input', () => {
    fc.assert(
      fc.property(fc.oneof(real, wild), ({ way, tone, ...world }) => {
        const { script } = draftPacket({ ...worldOf(world), way, tone, today: TODAY });
        expect(countWords(script)).toBeLessThanOrEqual(SCRIPT_WORDS);
      }),
    );
  });

  test('every plan is whole: a move, reasons, sources, and no slot left', () => {
    fc.assert(
      fc.property(real, ({ way, ...world }) => {
        const plan = advise({ ...worldOf(world), way, today: TODAY });
        const said = [plan.move, ...plan.also].flatMap((advice) => [
          advice.title,
          advice.move,
          advice.reason,
          advice.source,
        ]);
        const refused = plan.rejected.flatMap(({ move, reason, source }) => [move, reason, source]);
        for (const text of [...said, ...refused])
          expect(text).not.toMatch(/(?<!\p{L})(undefined|null)(?!\p{L})|^\s*$| {2}/u);
        expect(plan.rejected.some(({ rule }) => rule === '')).toBe(false);
        expect(plan.also.some(({ rule }) => rule === plan.move.rule)).toBe(false);
      }),
    );
  });
});
