import { expect, test } from 'vitest';
import { checklistFor } from '#handoff/checklist.ts';
import { friendHistory, targetTimeline } from '#handoff/history.ts';
import { rankProofs } from '#handoff/proofs.ts';
import { ANA, askOf, FOUNDING, MARTA, worldOf } from './cases.ts';

const entry = (
  state: 'prepared' | 'asked' | 'agreed' | 'handed-over' | 'done' | 'heard-back',
  on: string,
  note = '',
) => ({ state, on, note });

test('a target tells its story by date', () => {
  const ask = askOf({
    state: 'heard-back',
    history: [
      entry('prepared', '2026-11-01'),
      entry('asked', '2026-11-02', 'at lunch'),
      entry('agreed', '2026-11-03'),
      entry('handed-over', '2026-11-06'),
      entry('done', '2026-11-18'),
      entry('heard-back', '2026-11-21'),
    ],
    nudgedOn: null,
    thankedOn: '2026-11-07',
  });
  const { workspace, target } = worldOf({ target: FOUNDING, asks: [ask] });
  expect(targetTimeline(workspace, target).map(({ on, text, note }) => `${on} ${text} ${note}`.trim())).toEqual([
    '2026-09-28 You applied.',
    '2026-10-20 You made this a target.',
    '2026-10-21 HR said no. experience with payment licences',
    '2026-11-01 Packet for Ana prepared.',
    '2026-11-02 You asked Ana. at lunch',
    '2026-11-03 Ana said yes.',
    '2026-11-06 Ana handed it over.',
    '2026-11-07 You thanked Ana.',
    '2026-11-18 Done with this one.',
    '2026-11-21 An answer came after all.',
  ]);
});

test("a friend's history says what was asked, how it ended, and whether thanks are owed", () => {
  const asks = [
    askOf({ state: 'declined', declineReason: 'not-well' }),
    askOf({ id: 'ask:2', target: 'target:gone', state: 'silent', nudgedOn: '2026-11-12' }),
  ];
  const { workspace } = worldOf({ target: FOUNDING, asks });
  const question = {
    id: 'question:1' as const,
    friend: ANA,
    about: [MARTA],
    on: '2026-10-25',
    from: '',
    line: '',
    answeredOn: '2026-10-26',
    remark: 'knows her well',
  };
  const history = friendHistory({ ...workspace, questions: new Map([[question.id, question]]) }, ANA);
  expect(history.asks.map(({ text, thanksOwed }) => [text, thanksOwed])).toEqual([
    ['Head of Product, Acme: declined, not thanked yet.', true],
    ['A target that is no longer here: no answer.', false],
  ]);
  expect(history.moments[0]).toEqual({ on: '2026-10-25', text: 'You asked Ana about one person.', note: '' });
  expect(history.moments.map(({ text }) => text)).toContain('You nudged Ana once.');
});

test('a friend who was deleted in the middle of an ask leaves the story readable', () => {
  const { workspace, target } = worldOf({ asks: [askOf()] });
  const people = new Map([...workspace.people].filter(([id]) => id !== ANA));
  expect(targetTimeline({ ...workspace, people }, target).at(-1)?.text).toBe(
    'You asked A friend who is no longer here.',
  );
});

test('the checklist asks only what is still open', () => {
  const { workspace, target } = worldOf({ target: FOUNDING });
  expect(checklistFor(workspace, target, ANA).map(({ id }) => id)).toEqual([
    'in-person',
    'told-first',
    'private',
    'still-open',
    'consent',
    'referral-first',
    'own-words',
  ]);
  const open = checklistFor(
    workspace,
    { ...target, stage: 'not-applied', applicationOnRecord: 'unknown', posted: 'unknown' },
    ANA,
  );
  expect(open.map(({ id }) => id)).toEqual([
    'on-record',
    'in-person',
    'private',
    'consent',
    'referral-first',
    'own-words',
  ]);
});

test('proofs are ranked by the words they share with the role, then the newest', () => {
  const proofs = [
    { text: 'Ran the office move', on: '2026-07-01' },
    { text: 'Cut licence approvals to 7 months', on: '2026-05-01' },
    { text: 'Led payment licences in 3 countries', on: '2026-04-01' },
  ];
  const ranked = rankProofs(proofs, 'experience with payment licences');
  expect(ranked.map(({ text, shared }) => `${shared} ${text}`)).toEqual([
    '2 Led payment licences in 3 countries',
    '1 Cut licence approvals to 7 months',
    '0 Ran the office move',
  ]);
  expect(rankProofs([], 'x')).toEqual([]);
});
