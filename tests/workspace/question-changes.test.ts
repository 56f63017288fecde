import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { ANSWERS, type TravellingAnswer } from '#friendcheck/types.ts';
import { apply } from '#model/change.ts';
import { type PersonId, tieIdOf } from '#model/ids.ts';
import { personByHand, profileOf } from '#model/person.ts';
import { lastAsked, questionSchema } from '#model/question.ts';
import { tieSchema } from '#model/tie.ts';
import { emptyWorkspace } from '#model/workspace.ts';
import { askFriends, takeAnswer } from '#workspace/changes/question.ts';

const ANA: PersonId = 'person:ana';
const MARTA: PersonId = 'person:marta';
const WEI: PersonId = 'person:wei';

function asked() {
  const put = [
    personByHand(ANA, { name: 'Ana Sousa' }),
    personByHand(MARTA, { name: 'Marta Silva' }),
    personByHand(WEI, { name: 'Wei Li' }),
  ];
  const people = apply(emptyWorkspace('workspace:1', 'mine'), { what: '', put, remove: [] }).workspace;
  const { ids, change } = askFriends(
    people,
    { friends: [ANA], about: [MARTA, WEI], from: 'Jo', line: '' },
    '2026-11-20',
  );
  const [id = 'question:none' as const] = ids;
  return { id, workspace: apply(people, change).workspace };
}

const answer = (over: Partial<TravellingAnswer>): TravellingAnswer => ({
  id: 'question:x',
  by: 'Ana',
  on: '2026-11-22',
  answers: [null, null],
  more: [],
  remark: '',
  leaveMeOut: false,
  ...over,
});

test('an answer becomes confirmed words of the friend, dated, and closes the question', () => {
  const { id, workspace } = asked();
  const after = apply(
    workspace,
    takeAnswer(workspace, id, answer({ answers: ['well', 'no'], remark: 'Old team' })),
  ).workspace;
  expect(after.ties.get(tieIdOf(ANA, MARTA))?.statements).toEqual([
    { on: '2026-11-22', how: 'answer', says: 'well', by: ANA, question: id, remark: '' },
  ]);
  expect(after.ties.get(tieIdOf(ANA, WEI))?.statements[0]?.says).toBe('no');
  expect(after.questions.get(id)).toMatchObject({ answeredOn: '2026-11-22', remark: 'Old team' });
});

test('answering again replaces the earlier answer; rather not say leaves no trace', () => {
  const { id, workspace } = asked();
  const first = apply(workspace, takeAnswer(workspace, id, answer({ answers: ['well', 'met'] }))).workspace;
  const second = apply(
    first,
    takeAnswer(first, id, answer({ answers: ['know', 'rather-not'], on: '2026-11-23' })),
  ).workspace;
  expect(second.ties.get(tieIdOf(ANA, MARTA))?.statements.map((one) => one.says)).toEqual(['know']);
  expect(second.ties.has(tieIdOf(ANA, WEI))).toBe(false);
});

test('my own words about the pair stay beside the friend’s', () => {
  const { id, workspace } = asked();
  const mine = { on: '2026-01-01', how: 'think' as const, says: 'know' as const, by: null, question: null, remark: '' };
  const tie = { id: tieIdOf(ANA, MARTA), a: ANA, b: MARTA, statements: [mine] };
  const before = apply(workspace, { what: '', put: [tie], remove: [] }).workspace;
  const after = apply(before, takeAnswer(before, id, answer({ answers: ['rather-not', null] }))).workspace;
  expect(after.ties.get(tie.id)?.statements).toEqual([mine]);
});

test('names the friend adds become people, or are the person of that name already here', () => {
  const { id, workspace } = asked();
  const more = [
    { name: 'Nora Lund', company: 'Globex', answer: 'know' as const },
    { name: 'wei li', company: '', answer: 'well' as const },
  ];
  const after = apply(workspace, takeAnswer(workspace, id, answer({ more }))).workspace;
  const nora = [...after.people.values()].find((person) => profileOf(person).name === 'Nora Lund');
  expect(after.people.size).toBe(4);
  expect(nora && after.ties.get(tieIdOf(ANA, nora.id))?.statements[0]?.says).toBe('know');
  expect(after.ties.get(tieIdOf(ANA, WEI))?.statements[0]?.says).toBe('well');
});

test('leave me out is kept with its reason and day', () => {
  const { id, workspace } = asked();
  const after = apply(
    workspace,
    takeAnswer(workspace, id, answer({ leaveMeOut: true, remark: 'Busy year' })),
  ).workspace;
  expect(after.people.get(ANA)?.own.leaveOut).toEqual({ on: '2026-11-22', reason: 'Busy year' });
});

test('an answer to a question never asked changes nothing', () => {
  const { workspace } = asked();
  expect(takeAnswer(workspace, 'question:other', answer({ answers: ['well'] }))).toMatchObject({ put: [], remove: [] });
});

test('two added names at one new company are at one company, and a name given twice is one person', () => {
  const { id, workspace } = asked();
  const more = ['Nora Lund', 'Per Falk', 'nora  lund'].map((name) => ({
    name,
    company: 'Globex',
    answer: 'know' as const,
  }));
  const after = apply(workspace, takeAnswer(workspace, id, answer({ more }))).workspace;
  expect([after.people.size, after.companies.size]).toEqual([5, 1]);
});

test('the same question goes to several friends, who are never asked about themselves', () => {
  const { workspace } = asked();
  const question = { friends: [ANA, WEI], about: [MARTA, WEI], from: 'Jo', line: 'Only if easy' };
  const { ids, change } = askFriends(workspace, question, '2026-11-20');
  const { questions } = apply(workspace, change).workspace;
  expect(ids.map((id) => questions.get(id))).toMatchObject([
    { friend: ANA, about: [MARTA, WEI], from: 'Jo', line: 'Only if easy', answeredOn: null },
    { friend: WEI, about: [MARTA] },
  ]);
  expect(change.what).toBe('Question to Ana Sousa, Wei Li');
});

test('after rather not say, and after an answer, the friend is not asked again', () => {
  const { id, workspace } = asked();
  const after = apply(workspace, takeAnswer(workspace, id, answer({ answers: ['rather-not', 'well'] }))).workspace;
  expect(after.ties.has(tieIdOf(ANA, MARTA))).toBe(false);
  expect(lastAsked(after.questions.values(), ANA, MARTA, '2026-11-30')).toBe('answered');
});

test('no answer, however strange, leaves a record that is none or a tie to nobody', () => {
  const says = fc.option(fc.constantFrom(...ANSWERS));
  const name = fc.oneof(fc.constantFrom('Wei Li', 'ana sousa', '__proto__', '<b>x</b>', ''), fc.string());
  const strange = fc.record({
    id: fc.string(),
    by: name,
    on: fc.constantFrom('2026-11-22', '1999-01-01'),
    answers: fc.array(says, { maxLength: 5 }),
    more: fc.array(fc.record({ name, company: name, answer: fc.constantFrom(...ANSWERS) }), { maxLength: 4 }),
    remark: fc.string(),
    leaveMeOut: fc.boolean(),
  });
  fc.assert(
    fc.property(strange, strange, (one, other) => {
      const { id, workspace } = asked();
      const once = apply(workspace, takeAnswer(workspace, id, one)).workspace;
      const { people, ties, questions } = apply(once, takeAnswer(once, id, other)).workspace;
      for (const tie of ties.values()) {
        expect(tieSchema.safeParse(tie).success).toBe(true);
        expect(tie.a < tie.b && people.has(tie.a) && people.has(tie.b)).toBe(true);
      }
      for (const question of questions.values()) expect(questionSchema.safeParse(question).success).toBe(true);
    }),
  );
});
