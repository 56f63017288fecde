import { describe, expect, test } from 'vitest';
import { advise } from '#handoff/advise.ts';
import { ANA, FOUNDING, MARTA, TODAY, wayOf, worldOf } from './cases.ts';

describe('the founding case', () => {
  const plan = advise({ ...worldOf({ target: FOUNDING }), way: wayOf([ANA, MARTA]), today: TODAY });
  test('is the hand-off, in the words of the column', () => {
    expect(plan.move.rule).toBe('hand-deliver');
    expect(plan.next).toBe('hand-over');
    expect(plan.move.move).toContain(
      "You probably won't get this job. This is one fair try; it costs Ana a conversation and you a page.",
    );
  });
  test('rejects the three ideas of the job seeker, each with its rule', () => {
    expect(plan.rejected.map(({ id }) => id).slice(0, 3)).toEqual(['cold-email', 'hr-in-copy', 'do-nothing']);
  });
});
