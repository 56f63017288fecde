import { openDB } from 'idb';
import { apply, type Change } from '#model/change.ts';
import { type PersonId, tieIdOf } from '#model/ids.ts';
import { type Person, personByHand } from '#model/person.ts';
import type { Statement, Tie } from '#model/tie.ts';
import { type Entry, emptyWorkspace, entriesOf, entrySchema, type Workspace } from '#model/workspace.ts';
import { createDatabase } from '#storage/database.ts';
import { load } from '#storage/load.ts';
import { setLock } from '#storage/lock.ts';
import { save } from '#storage/save.ts';
import { shelve } from '#storage/shelf.ts';

/** Milliseconds of each step in a real browser's IndexedDB. `longest` is the longest task of the page meanwhile. */
export interface Measured {
  readonly store: number;
  readonly open: number;
  readonly edit: number;
  readonly longest: number;
}

const EDITS = 20;

function workspaceOf(people: number, ties: number): Workspace {
  const idOf = (at: number): PersonId => `person:${at.toString(36).padStart(8, '0')}`;
  const persons = Array.from({ length: people }, (_, at): Person => {
    const sighting = { import: 'import:one', row: at, name: `Person ${at}`, seen: '2026-11-01', position: 'Buyer' };
    return { ...personByHand(idOf(at), { name: `Person ${at}`, note: JSON.stringify(sighting) }) };
  });
  const records = Array.from({ length: ties }, (_, at): Tie => {
    const [a, b] = [idOf(at % people), idOf((at * 7919 + 1 + Math.floor(at / people)) % people)];
    const said: Statement = { how: 'told', says: 'know', on: '2026-11-01', by: null, question: null, remark: '' };
    return { id: tieIdOf(a, b), a, b, statements: [said] };
  });
  const put: Entry[] = [...persons, ...records];
  return apply(emptyWorkspace('bench', 'Bench'), { what: '', put, remove: [] }).workspace;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** Watches for tasks that keep the page from answering. */
function longestTask(): () => number {
  let longest = 0;
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
  });
  observer.observe({ type: 'longtask' });
  return () => {
    for (const { duration } of observer.takeRecords()) longest = Math.max(longest, duration);
    observer.disconnect();
    return longest;
  };
}

/** Chunked snapshots with a log on top, as the app stores; every value encrypted when the app has a passphrase. */
async function own(workspace: Workspace, locked: boolean): Promise<Measured> {
  const database = createDatabase();
  if (locked) await setLock(database, 'a passphrase', 0);
  const unchecked = async (records: readonly unknown[]) => ({ entries: records as Entry[], refused: 0 });
  const longest = longestTask();
  const store = await timed(() => shelve(database, workspace, 0));
  const open = await timed(() => load(database, workspace.id, unchecked));
  let at = workspace;
  const edit = await timed(async () => {
    for (let n = 0; n < EDITS; n++) {
      const change: Change = { what: '', put: [{ ...at.me, name: `Edit ${n}` }], remove: [] };
      const after = apply(at, change).workspace;
      await save(database, at.id, { from: at.revision, changes: [change], after, whole: false }, 0);
      at = after;
    }
  });
  await database.erase();
  return { store, open, edit: edit / EDITS, longest: longest() };
}

/** One row per record, read back by getAll: what most apps do. */
async function rows(workspace: Workspace): Promise<Measured> {
  const db = await openDB('rows', 1, { upgrade: (fresh) => void fresh.createObjectStore('rows', { keyPath: 'id' }) });
  const longest = longestTask();
  const write = async (entries: readonly Entry[]): Promise<void> => {
    const tx = db.transaction('rows', 'readwrite', { durability: 'strict' });
    for (const entry of entries) void tx.store.put(entry);
    await tx.done;
  };
  const store = await timed(() => write(entriesOf(workspace)));
  const open = await timed(async () => {
    const entries = (await db.getAll('rows')) as Entry[];
    apply(emptyWorkspace('', ''), { what: '', put: entries, remove: [] });
  });
  const edit = await timed(async () => {
    for (let n = 0; n < EDITS; n++) await write([{ ...workspace.me, name: `Edit ${n}` }]);
  });
  db.close();
  indexedDB.deleteDatabase('rows');
  return { store, open, edit: edit / EDITS, longest: longest() };
}

/** What checking every record costs; the app does it in its worker. */
function checked(workspace: Workspace): number {
  const began = performance.now();
  for (const entry of entriesOf(workspace)) entrySchema.parse(entry);
  return performance.now() - began;
}

Object.assign(window, {
  measure: async (people: number, ties: number) => {
    const workspace = workspaceOf(people, ties);
    const ownFirst = await own(workspace, false);
    const locked = await own(workspace, true);
    return { own: ownFirst, locked, rows: await rows(workspace), checked: checked(workspace) };
  },
});
