import fc from 'fast-check';
import { expect, test } from 'vitest';
import { advise } from '#handoff/advise.ts';
import { chooseMove } from '#handoff/choose.ts';
import { PLAYBOOK } from '#handoff/playbook.ts';
import { openQuestions } from '#handoff/questions.ts';
import { type Situation, VOCABULARY } from '#handoff/situation.ts';
import { castOf, slotsOf } from '#handoff/slots.ts';
import { ANA, FOUNDING, MARTA, TODAY, wayOf, worldOf } from './cases.ts';
import { completed } from './combinations.ts';

const { workspace, target } = worldOf();
const slots = slotsOf(castOf(workspace, target, wayOf([ANA, MARTA])));

const situations: fc.Arbitrary<Situation> = fc.array(fc.nat(1000), { minLength: 60, maxLength: 60 }).map((draws) => {
  let at = 0;
  const whole = completed({}, (values) => values[(draws[at++ % draws.length] ?? 0) % values.length] ?? '');
  if (whole === null) throw new Error('no situation can be made');
  return whole;
});

test('each question asked has an answer that changes the move, and "don\'t know" comes last', () => {
  fc.assert(
    fc.property(situations, (situation) => {
      const chosen = chooseMove(situation);
      if (!chosen) throw new Error('a hole in the playbook');
      for (const { field, options } of openQuestions(situation, chosen, slots)) {
        expect(situation[field]).toBe('unknown');
        expect(options.at(-1)?.value).toBe('unknown');
        const moves = options.map(({ value }) => chooseMove({ ...situation, [field]: value }));
        expect(moves.some((move) => move?.rule.id !== chosen.rule.id || move.next !== chosen.next)).toBe(true);
        expect(moves.at(-1)?.rule.id).toBe(chosen.rule.id);
      }
    }),
  );
});

test('the options of a question are values of its field', () => {
  for (const { field, options } of PLAYBOOK.questions) {
    for (const { value } of options) expect(VOCABULARY[field]).toContain(value);
  }
});

test('answering all questions leaves none', () => {
  const world = worldOf({ target: { stage: 'hr-no' } });
  const first = advise({ ...world, way: wayOf([ANA, MARTA]), today: TODAY });
  expect(first.questions.map(({ field }) => field)).toEqual([
    'managerPart',
    'contactBan',
    'employer',
    'putForward',
    'willing',
    'offers',
    'relation',
  ]);
  const settled = worldOf({ target: FOUNDING, checks: { willing: 'yes', offers: 'talk', relation: 'peer' } });
  const last = advise({ ...settled, way: wayOf([ANA, MARTA]), today: TODAY });
  expect(last.questions).toEqual([]);
  expect(last.move.rule).toBe(first.move.rule);
});
