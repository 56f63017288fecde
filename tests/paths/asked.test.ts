import { describe, expect, test } from 'vitest';
import { lastAsked, type Question } from '#model/question.ts';
import { PLAIN } from '#paths/answers/target-ways.ts';
import { createWays } from '#paths/ways.ts';
import {
  cid,
  company,
  contact,
  imported,
  person,
  pid,
  says,
  TODAY,
  target,
  tid,
  workspaceOf,
} from '#tests/ties/records.ts';

const ana = contact('Ana Reis', 'acme', 'Data Engineer', { own: { closeness: 4 } });
const marta = person('Marta Silva', { own: { name: 'Marta Silva', company: cid('acme') } });
const base = [company('acme', '11-50'), imported('mine'), ana, marta, target('t', 'acme', 'marta')] as const;

const question = (over: Partial<Question> = {}): Question => ({
  id: 'question:1',
  friend: pid('ana'),
  about: [pid('marta')],
  on: '2026-11-01',
  from: '',
  line: '',
  answeredOn: null,
  remark: '',
  ...over,
});

function waysOf(tie: ReturnType<typeof says> | null, ...questions: Question[]) {
  const workspace = workspaceOf([...base, ...(tie ? [tie] : [])], {
    questions: new Map(questions.map((one) => [one.id, one])),
  });
  const ways = createWays(workspace, TODAY);
  const found = ways.ways(tid('t'), PLAIN);
  const pairs = ways.questions(10).map(({ friend, about }) => `${friend} ${about}`);
  const among = ways.questions(10, [pid('ana'), pid('marta')]).length;
  return { better: found?.confirmed[0]?.better, lead: found?.leads[0]?.question, pairs, among, ways };
}

describe('a pair that a friend was asked about', () => {
  test('is asked about while nobody was', () => {
    const { pairs, lead, among } = waysOf(null);
    expect(pairs).toEqual(['person:ana person:marta']);
    expect([lead, among]).toEqual(['Ana, do you know Marta Silva at Acme? Well, a little, or have you only met?', 1]);
  });

  test('is let be when the friend answered without a word about it', () => {
    const { pairs, lead, among } = waysOf(null, question({ answeredOn: '2026-11-02' }));
    expect([pairs, lead, among]).toEqual([[], '', 0]);
  });

  test('is not asked again how well they know each other after a plain yes', () => {
    const yes = says('ana', 'marta', { on: '2026-11-02', how: 'answer', says: 'know', by: pid('ana') });
    expect(waysOf(yes).better).toBe('Ask Ana how well they know Marta.');
    expect(waysOf(yes, question({ answeredOn: '2026-11-02' })).better).toBe('');
  });

  test('a question of more than a year ago counts no more', () => {
    const { pairs } = waysOf(null, question({ on: '2025-01-01', answeredOn: '2025-11-01' }));
    expect(pairs).toHaveLength(1);
  });

  test('waits for the answer, and says so', () => {
    const { pairs, lead } = waysOf(null, question());
    expect([pairs.length, lead]).toEqual([1, '']);
  });
});

describe('an answer of more than a year ago', () => {
  const old = says('ana', 'marta', { on: '2025-10-04', how: 'answer', says: 'well', by: pid('ana') });

  test('stays a way in, and asks to be confirmed', () => {
    const { better, pairs, ways } = waysOf(old);
    expect(better).toBe('That Ana knows Marta was last said on 4 October 2025. Ask Ana whether it still holds.');
    expect(pairs).toEqual(['person:ana person:marta']);
    expect(ways.questions(1)[0]?.why).toMatch(/^What was said about Ana and Marta is more than a year old/);
  });

  test('says that the friend was asked again', () => {
    expect(waysOf(old, question()).better).toBe('You asked Ana about Marta again. The answer is not here yet.');
  });

  test('is settled by a newer one', () => {
    const { better, pairs } = waysOf(says('ana', 'marta', { on: '2026-11-20', how: 'answer', says: 'well' }));
    expect([better, pairs]).toEqual(['', []]);
  });
});

test('the last question to that friend about that person counts', () => {
  const first = question({ answeredOn: '2026-03-03', on: '2026-03-01' });
  const all = [first, question({ id: 'question:2' }), question({ id: 'question:3', friend: pid('ben') })];
  expect(lastAsked(all, pid('ana'), pid('marta'), TODAY)).toBe('waiting');
  expect(lastAsked([first], pid('ana'), pid('marta'), TODAY)).toBe('answered');
  expect(lastAsked(all, pid('ana'), pid('wei'), TODAY)).toBe(null);
});
