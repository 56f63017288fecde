import { describe, expect, test } from 'vitest';
import { apply, type Change } from '#model/change.ts';
import { personByHand } from '#model/person.ts';
import { changesOf, emptyWorkspace } from '#model/workspace.ts';
import { createDocuments } from '#workspace/store.ts';

const ana = personByHand('person:ana', { name: 'Ana' });
const note = (text: string, what = 'Edit of Ana'): Change => ({
  what,
  put: [{ ...ana, own: { ...ana.own, note: text } }],
  remove: [],
});

function opened() {
  let clock = 0;
  const documents = createDocuments(() => clock);
  const { workspace } = apply(emptyWorkspace('w', ''), { what: '', put: [ana], remove: [] });
  documents.load(workspace);
  return {
    documents,
    noteNow: () => documents.workspace().people.get(ana.id)?.own.note,
    wait: (ms: number) => (clock += ms),
  };
}

describe('undo', () => {
  test('takes back and does again, naming what', () => {
    const { documents, noteNow } = opened();
    documents.apply(note('one', 'First'));
    documents.apply({ what: 'Deletion', put: [], remove: [ana.id] });
    expect([documents.undo(), noteNow()]).toEqual(['Deletion', 'one']);
    expect([documents.undo(), noteNow()]).toEqual(['First', '']);
    expect(documents.undo()).toBeNull();
    expect([documents.redo(), noteNow()]).toEqual(['First', 'one']);
    expect([documents.redo(), noteNow()]).toEqual(['Deletion', undefined]);
    expect(documents.redo()).toBeNull();
    expect(documents.workspace().revision).toBe(7);
  });

  test('takes typing back as one step, and a pause starts a new one', () => {
    const { documents, noteNow, wait } = opened();
    for (const text of ['m', 'me', 'met']) {
      documents.apply(note(text));
      wait(200);
    }
    wait(2_000);
    documents.apply(note('met her'));
    void documents.undo();
    expect(noteNow()).toBe('met');
    void documents.undo();
    expect(noteNow()).toBe('');
    void documents.redo();
    expect(noteNow()).toBe('met');
  });

  test('takes two fields typed in a row back one by one; a text counts as one change however often it is kept', () => {
    const { documents, wait } = opened();
    const { id, own } = ana;
    const before = changesOf(documents.workspace());
    for (const words of [
      { note: 'm' },
      { note: 'me' },
      { note: 'me', position: 'C' },
      { note: 'me', position: 'CFO' },
    ]) {
      documents.apply({ what: 'Edit of Ana', put: [{ ...ana, own: { ...own, ...words } }], remove: [] });
      wait(150);
    }
    expect(changesOf(documents.workspace()) - before).toBe(2);
    const now = () => documents.workspace().people.get(id)?.own;
    void documents.undo();
    expect(now()).toEqual({ ...own, note: 'me' });
    void documents.undo();
    expect(now()).toEqual(own);
  });

  test('takes back what was done together as one step; what throws is not done', () => {
    const { documents, noteNow } = opened();
    const ben = personByHand('person:ben', { name: 'Ben' });
    const name = documents.together('Edit of Ana', () => {
      documents.apply({ what: 'New person', put: [ben], remove: [] });
      documents.apply(note(`knows ${documents.workspace().people.get(ben.id)?.own.name}`));
      documents.apply({ what: 'Deletion', put: [], remove: [ben.id] });
      return 'done';
    });
    expect([name, noteNow(), documents.workspace().people.has(ben.id)]).toEqual(['done', 'knows Ben', false]);
    expect(documents.workspace().revision).toBe(2);
    expect(() =>
      documents.together('Edit', () => {
        documents.apply(note('lost'));
        throw new Error('no');
      }),
    ).toThrow('no');
    expect([documents.undo(), noteNow(), documents.undo()]).toEqual(['Edit of Ana', '', null]);
  });

  test('of an edit leaves what another tab stored since', () => {
    const { documents } = opened();
    documents.apply(note('mine'));
    documents.settle(1);
    const theirs = { ...ana, own: { ...ana.own, note: 'mine', position: 'CFO' } };
    documents.receive(apply(documents.workspace(), { what: '', put: [theirs], remove: [] }).workspace);
    void documents.undo();
    expect(documents.workspace().people.get(ana.id)?.own).toMatchObject({ note: '', position: 'CFO' });
  });

  test('forgets what could be done again once something new is done', () => {
    const { documents } = opened();
    documents.apply(note('one', 'First'));
    void documents.undo();
    documents.apply(note('two', 'Second'));
    expect(documents.store.getState().redo).toEqual([]);
  });
});

describe('the ledger', () => {
  test('shows pending edits on top of what another tab stored, under a higher revision', () => {
    const { documents } = opened();
    const before = documents.workspace();
    documents.apply(note('pending'));
    const marta = personByHand('person:marta', { name: 'Marta' });
    documents.receive(apply(before, { what: '', put: [marta], remove: [] }).workspace);
    const { people, revision } = documents.workspace();
    expect([...people.keys()]).toEqual(['person:ana', 'person:marta']);
    expect(people.get(ana.id)?.own.note).toBe('pending');
    expect(revision).toBe(before.revision + 2);
    expect(documents.ledger()?.pending).toHaveLength(1);
    documents.settle(1);
    expect(documents.ledger()?.confirmed).toBe(documents.workspace());
  });

  test('keeps edits made while a save was under way', () => {
    const { documents } = opened();
    documents.apply(note('one'));
    documents.apply(note('two'));
    documents.settle(1);
    expect(documents.ledger()?.confirmed.people.get(ana.id)?.own.note).toBe('one');
    expect(documents.ledger()?.pending).toHaveLength(1);
  });
});

test('a change without content is no step, and commands before the first load are a fault', () => {
  const { documents } = opened();
  documents.apply({ what: 'nothing', put: [], remove: [] });
  expect(documents.store.getState().undo).toEqual([]);
  documents.load(null);
  expect(() => documents.workspace()).toThrow('No workspace is open yet.');
});
