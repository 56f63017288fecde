import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apply } from '#model/change.ts';
import { tieIdOf } from '#model/ids.ts';
import { NO_OWN_WORDS, personByHand } from '#model/person.ts';
import type { Question } from '#model/question.ts';
import { same } from '#model/same.ts';
import { targetSchema } from '#model/target.ts';
import { emptyWorkspace } from '#model/workspace.ts';
import { editOf, merged, rebase } from '#workspace/rebase.ts';

const ana = personByHand('person:ana', { name: 'Ana' });
const marta = personByHand('person:marta', { name: 'Marta' });
const put = (...records: (typeof ana)[]) => ({ what: '', put: records, remove: [] });
const base = apply(emptyWorkspace('w', ''), put(ana, marta)).workspace;

describe('an edit carried over another', () => {
  test('keeps both fields', () => {
    const mine = editOf(put({ ...ana, own: { ...ana.own, note: 'met in Porto' } }), base);
    const theirs = apply(base, put({ ...ana, own: { ...ana.own, name: 'Ana Sousa' } })).workspace;
    const [result] = rebase(mine, theirs).put;
    expect(result).toEqual({ ...ana, own: { ...NO_OWN_WORDS, name: 'Ana Sousa', note: 'met in Porto' } });
  });

  test('wins on the same field', () => {
    const mine = editOf(put({ ...ana, own: { ...ana.own, note: 'later' } }), base);
    const theirs = apply(base, put({ ...ana, own: { ...ana.own, note: 'earlier' } })).workspace;
    expect(rebase(mine, theirs).put).toMatchObject([{ own: { note: 'later' } }]);
  });

  test('never brings back somebody who was deleted, nor a tie to them', () => {
    const id = tieIdOf(ana.id, marta.id);
    const said = { on: '2026-11-23', how: 'told', says: 'know', by: null, question: null, remark: '' } as const;
    const tie = { id, a: ana.id, b: marta.id, statements: [said] };
    const gone = apply(base, { what: '', put: [], remove: [ana.id] }).workspace;
    const mine = editOf({ what: '', put: [{ ...ana, own: { ...ana.own, note: 'x' } }, tie], remove: [] }, base);
    expect(rebase(mine, gone).put).toEqual([]);
    const back = editOf({ what: 'undo', put: [ana, tie], remove: [] }, gone);
    expect(rebase(back, gone).put).toEqual([ana, tie]);
  });

  test('lets go of what it names and what is gone, and keeps the rest', () => {
    const target = targetSchema.parse({
      id: 'target:t',
      created: '2026-11-23',
      title: 'CFO',
      company: 'company:acme',
      manager: ana.id,
      hr: [ana.id, marta.id],
      checks: [{ friend: ana.id }, { friend: marta.id, willing: 'yes' }],
    });
    const question: Question = {
      id: 'question:q',
      friend: marta.id,
      about: [ana.id, marta.id],
      on: '2026-11-23',
      from: '',
      line: '',
      answeredOn: null,
      remark: '',
    };
    const mine = editOf(
      { what: '', put: [target, question, { ...question, id: 'question:r', friend: ana.id }], remove: [] },
      base,
    );
    const gone = apply(base, { what: '', put: [], remove: [ana.id] }).workspace;
    expect(rebase(mine, base).put).toEqual(mine.put);
    expect(rebase(mine, gone).put).toMatchObject([
      { title: 'CFO', manager: null, hr: [marta.id], checks: [{ friend: marta.id, willing: 'yes' }] },
      { id: 'question:q', about: [marta.id] },
    ]);
  });

  test('that deletes somebody takes what another tab said of them meanwhile', () => {
    const id = tieIdOf(ana.id, marta.id);
    const said = { on: '2026-11-23', how: 'told', says: 'know', by: null, question: null, remark: '' } as const;
    const target = targetSchema.parse({
      id: 'target:t',
      created: said.on,
      title: 'CFO',
      company: 'company:a',
      manager: ana.id,
    });
    const theirs = apply(base, {
      what: '',
      put: [{ id, a: ana.id, b: marta.id, statements: [said] }, target],
      remove: [],
    });
    const mine = editOf({ what: '', put: [], remove: [ana.id] }, base);
    const { put: left, remove } = rebase(mine, theirs.workspace);
    expect(remove).toEqual([ana.id, id]);
    expect(left).toEqual([{ ...target, manager: null }]);
  });

  test('is itself where nothing moved', () => {
    const change = put({ ...ana, own: { ...ana.own, note: 'x' } });
    expect(rebase(editOf(change, base), base)).toEqual(change);
  });
});

describe('a three-way merge', () => {
  test.each([
    ['both added', [1], [1, 2], [1, 3], [1, 3, 2]],
    ['one took out, one added', [1, 2], [2], [1, 2, 3], [2, 3]],
    ['both added the same', [], ['a'], ['a'], ['a']],
    [
      'checks of one friend, two fields',
      [{ friend: 'f', x: 0, y: 0 }],
      [{ friend: 'f', x: 1, y: 0 }],
      [{ friend: 'f', x: 0, y: 1 }],
      [{ friend: 'f', x: 1, y: 1 }],
    ],
    ['a word taken back', { a: 1, b: 2 }, { b: 2 }, { a: 1, b: 3 }, { b: 3 }],
    ['typed arrays', Uint32Array.of(1), Uint32Array.of(1, 2), Uint32Array.of(1), Uint32Array.of(1, 2)],
  ])('%s', (_, before, mine, theirs, expected) => {
    expect(merged(before, mine, theirs)).toEqual(expected);
  });

  test('takes the side that moved, for any values', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (before, after) => {
        expect(same(merged(before, after, before), after)).toBe(true);
        expect(same(merged(before, before, after), after)).toBe(true);
        expect(same(merged(before, after, after), after)).toBe(true);
      }),
    );
  });
});
