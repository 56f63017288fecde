import { describe, expect, test } from 'vitest';
import { undoImportChange } from '#intake/undo.ts';
import { apply, type Change } from '#model/change.ts';
import { type Person, personByHand } from '#model/person.ts';
import { emptyWorkspace, type Workspace } from '#model/workspace.ts';
import { createService } from '#worker/create-service.ts';
import { RECORDS_AT_ONCE } from '#worker/handed.ts';
import type { Service } from '#worker/service.ts';
import { createDesk } from '#workspace/desk.ts';
import { fetched, laidOn } from '#workspace/slices.ts';
import { createDocuments } from '#workspace/store.ts';

const TODAY = '2026-11-23';
const MANY = 2 * RECORDS_AT_ONCE + 500;
const person = (at: number, note = ''): Person => personByHand(`person:${at}`, { name: `Person ${at}`, note });
const people = (count: number): Change => ({
  what: 'people',
  put: Array.from({ length: count }, (_, at) => person(at)),
  remove: [],
});

/** A list of so many rows that its change goes over in slices. */
function listOf(rows: number): File {
  const lines = Array.from(
    { length: rows },
    (_, at) => `Ana,Ruiz${at},https://www.linkedin.com/in/ana-${at},,Acme,CFO,08 Feb 2026`,
  );
  return new File(
    [['First Name,Last Name,URL,Email Address,Company,Position,Connected On', ...lines].join('\n')],
    'Connections.csv',
  );
}

function opened() {
  const documents = createDocuments(() => 0);
  documents.load(emptyWorkspace('w', ''));
  const asked: string[] = [];
  const largest: number[] = [];
  /** What goes over the line, and how many records at a time. */
  const heard = Object.fromEntries(
    Object.entries(createService()).map(([name, method]) => [
      name,
      async (input: unknown, call: unknown) => {
        const answer: unknown = await (method as (...all: unknown[]) => Promise<unknown>)(input, call);
        asked.push(name);
        if (name !== 'people') largest.push(recordsIn(answer));
        return answer;
      },
    ]),
  ) as unknown as Service;
  const desk = createDesk({
    makeWorker: () => null,
    loadService: async () => heard,
    workspace: () => documents.ledger()?.shown ?? null,
    today: () => TODAY,
  });
  return { documents, desk, asked, most: () => Math.max(...largest) };
}

function recordsIn(message: unknown): number {
  if (Array.isArray(message)) return message.length;
  if (typeof message !== 'object' || message === null) return 0;
  return Math.max(0, ...Object.values(message).map(recordsIn));
}

async function accepted({ desk }: ReturnType<typeof opened>, rows: number) {
  const review = await desk.ask((service, call) =>
    service.read({ files: [listOf(rows)], owner: 'me', mappings: [] }, call),
  );
  return desk.ask((service, call) => service.accept({ token: review.token, same: [], takeOwn: false }, call));
}

describe('an import', () => {
  test('goes over in slices, and the worker applies its own copy', async () => {
    const all = opened();
    const { documents, desk, asked, most } = all;
    const on = documents.workspace();
    const handed = await accepted(all, MANY);
    const change = await fetched(desk, handed);
    expect(change.put).toHaveLength(handed.records);
    expect(await documents.applyFrom(on, change)).toBe(true);
    desk.took(on, handed.token);
    const { ids } = await desk.ask((service, call) => service.people({}, call));
    expect(ids).toHaveLength(MANY);
    expect(asked.filter((name) => name === 'apply' || name === 'open')).toEqual(['open']);
    expect(asked.filter((name) => name === 'slice')).toHaveLength(Math.ceil(handed.records / RECORDS_AT_ONCE));
    expect(most()).toBe(RECORDS_AT_ONCE);
  });

  test('is taken back in slices too, as the pure change says', async () => {
    const all = opened();
    const { documents, desk } = all;
    const on = documents.workspace();
    await documents.applyFrom(on, await fetched(desk, await accepted(all, MANY)));
    const full = documents.workspace();
    const [id] = full.imports.keys();
    const undone = await desk.ask((service, call) => service.undoImport({ import: id ?? 'import:none' }, call));
    const change = await fetched(desk, undone);
    expect(change).toEqual(undoImportChange(full, id ?? 'import:none'));
    expect(change.remove.length).toBeGreaterThan(MANY);
  });

  test('that nobody keeps any more is refused, not made up', async () => {
    const all = opened();
    const handed = await accepted(all, 3);
    await accepted(all, 4);
    await expect(fetched(all.desk, handed)).rejects.toMatchObject({ name: 'Stale' });
  });
});

describe('a long change', () => {
  test('laid on in slices comes to what apply makes of it', async () => {
    const on = apply(emptyWorkspace('w', ''), people(MANY)).workspace;
    const change: Change = {
      what: 'both',
      put: [...Array.from({ length: MANY }, (_, at) => person(at + 700, 'later')), person(800, 'last word')],
      remove: Array.from({ length: 1_500 }, (_, at) => `person:${at}` as const),
    };
    expect(await laidOn(on, change)).toEqual(apply(on, change));
    expect(on.people.size).toBe(MANY);
  });

  test('is shown in one step, after what was edited meanwhile, and both stay', async () => {
    const { documents } = opened();
    const seen: number[] = [];
    documents.watch((after: Workspace | null) => seen.push(after?.people.size ?? 0));
    const applying = documents.applyFrom(documents.workspace(), people(MANY));
    documents.apply({ what: 'By hand', put: [person(-1)], remove: [] });
    expect(await applying).toBe(false);
    expect(seen).toEqual([1, MANY + 1]);
    expect(await documents.undo()).toBe('people');
    expect([...documents.workspace().people.keys()]).toEqual(['person:-1']);
  });

  test('is taken back and done again in slices, with the steps before it in their turn', async () => {
    const { documents } = opened();
    documents.apply({ what: 'By hand', put: [person(-1)], remove: [] });
    await documents.applyFrom(documents.workspace(), people(MANY));
    const full = documents.workspace();
    const [all, one, none] = [documents.undo(), documents.undo(), documents.undo()];
    expect(documents.workspace()).toBe(full);
    expect(await Promise.all([all, one, none])).toEqual(['people', 'By hand', null]);
    expect(documents.workspace().people.size).toBe(0);
    expect([documents.redo(), await documents.redo()]).toEqual(['By hand', 'people']);
    expect([...documents.workspace().people]).toEqual([...full.people]);
  });

  test('that is taken back while something is edited leaves the edit, to be taken back next', async () => {
    const { documents } = opened();
    await documents.applyFrom(documents.workspace(), people(MANY));
    const undone = documents.undo();
    documents.apply({ what: 'By hand', put: [person(-1)], remove: [] });
    expect(await undone).toBe('people');
    expect([...documents.workspace().people.keys()]).toEqual(['person:-1']);
    expect(documents.undo()).toBe('By hand');
    expect(await documents.redo()).toBe('By hand');
    expect(await documents.redo()).toBe('people');
    expect(documents.workspace().people.size).toBe(MANY + 1);
  });

  test('stops being taken back when another search is opened', async () => {
    const { documents } = opened();
    await documents.applyFrom(documents.workspace(), people(MANY));
    const undone = documents.undo();
    documents.load(emptyWorkspace('other', ''));
    expect(await undone).toBeNull();
    expect(documents.undo()).toBeNull();
  });

  test('is not laid on another search that was opened meanwhile', async () => {
    const { documents } = opened();
    const applying = documents.applyFrom(documents.workspace(), people(MANY));
    documents.load(emptyWorkspace('other', ''));
    await expect(applying).rejects.toThrow('another search');
    expect(documents.workspace().people.size).toBe(0);
  });
});
