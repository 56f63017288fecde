import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tieIdOf } from '#model/ids.ts';
import { personByHand } from '#model/person.ts';
import { addDays } from '#model/time.ts';
import type { Workspace } from '#model/workspace.ts';
import { load } from '#storage/load.ts';
import { addStatement } from '#workspace/changes/tie.ts';
import { createAir, createLocks, openTab, type Tab, validate } from './two-tabs.ts';

const PEOPLE = ['person:a', 'person:b', 'person:constructor'] as const;
const PATIENCE = 4;
const FIELDS = ['note', 'position', 'phone'] as const;
type Cell = `${(typeof PEOPLE)[number]} ${(typeof FIELDS)[number]}`;

function write(tab: Tab, cell: Cell, value: string): void {
  const [id, field] = cell.split(' ') as [(typeof PEOPLE)[number], (typeof FIELDS)[number]];
  const person = tab.documents.workspace().people.get(id);
  if (!person) throw new Error(`${id} is gone`);
  tab.documents.apply({
    what: `edit ${value}`,
    put: [{ ...person, own: { ...person.own, [field]: value } }],
    remove: [],
  });
}

/** Both tabs may be the first to say something of a pair. */
function say(tab: Tab, day: number): void {
  const said = { on: addDays('2026-01-01', day), how: 'told', says: 'know' } as const;
  tab.documents.apply(addStatement(tab.documents.workspace(), PEOPLE[0], PEOPLE[1], said));
}

const read = (workspace: Workspace, cell: Cell): string | undefined => {
  const [id, field] = cell.split(' ') as [(typeof PEOPLE)[number], (typeof FIELDS)[number]];
  return workspace.people.get(id)?.own[field] || undefined;
};

/** A write that was acknowledged before a crash gives way to a later one only. */
function notBehind(stands: string | undefined, { who, value }: { who: number; value: string }): boolean {
  const [by, count] = (stands ?? '').split(' ').map(Number);
  return count !== undefined && (by !== who || count >= Number(value.split(' ')[1]));
}

const pause = fc.integer({ min: 0, max: 6 });
const step = fc.oneof(
  { weight: 8, arbitrary: fc.record({ is: fc.constant('edit' as const), who: fc.nat(1), at: fc.nat(8), pause }) },
  { weight: 2, arbitrary: fc.record({ is: fc.constant('say' as const), who: fc.nat(1), pause }) },
  { weight: 3, arbitrary: fc.record({ is: fc.constant('flush' as const), who: fc.nat(1), pause }) },
  { weight: 1, arbitrary: fc.record({ is: fc.constant('news' as const), who: fc.nat(1), pause }) },
  { weight: 1, arbitrary: fc.record({ is: fc.constant('leave' as const), who: fc.nat(1), pause }) },
  { weight: 1, arbitrary: fc.record({ is: fc.constant('hang' as const), who: fc.nat(1), pause }) },
  { weight: 1, arbitrary: fc.record({ is: fc.constant('crash' as const), who: fc.nat(1), pause }) },
);

test('two tabs that edit, save, fall behind and crash in any order lose no edit', async () => {
  const cells = PEOPLE.flatMap((id) => FIELDS.map((field): Cell => `${id} ${field}`));
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 24 }), async (steps) => {
      globalThis.indexedDB = new IDBFactory();
      const air = createAir();
      const locks = createLocks();
      const first = await openTab(air(), locks, PATIENCE);
      const put = PEOPLE.map((id) => personByHand(id, { name: id }));
      first.documents.apply({ what: 'people', put, remove: [] });
      await first.persist.flush();
      const tabs: [Tab, Tab] = [first, await openTab(air(), locks, PATIENCE)];
      /** Per cell: the values that may stand at the end. */
      const last = [new Map<Cell, string>(), new Map<Cell, string>()] as const;
      const older = new Map<Cell, Set<string | undefined>>();
      const said: string[] = [];
      const acknowledged: { who: 0 | 1; cell: Cell; value: string }[] = [];
      let [crashed, loose] = [false, false];
      let count = 0;
      for (const one of steps) {
        const who = one.who as 0 | 1;
        const tab = tabs[who];
        if (one.is === 'edit') {
          const cell = cells[one.at] ?? cells[0];
          if (!cell) continue;
          const value = `${who} ${++count}`;
          write(tab, cell, value);
          older.set(cell, (older.get(cell) ?? new Set([undefined])).add(value));
          last[who].set(cell, value);
        } else if (one.is === 'say') {
          say(tab, ++count);
          said.push(addDays('2026-01-01', count));
        } else if (one.is === 'flush') tab.late.push(tab.persist.flush());
        else if (one.is === 'news') tab.late.push(tab.persist.catchUp());
        else if (one.is === 'leave') {
          // A page that is being closed does not wait for the lock.
          loose = true;
          tab.late.push(tab.persist.flush({ leaving: true }));
        } else if (one.is === 'hang') tab.deaf = !tab.deaf;
        else {
          crashed = true;
          const { confirmed } = tab.documents.ledger() ?? {};
          for (const [cell, value] of last[who])
            if (confirmed && read(confirmed, cell) === value) acknowledged.push({ who, cell, value });
          tab.crash();
          tabs[who] = await openTab(air(), locks, PATIENCE);
        }
        for (let turn = 0; turn < one.pause; turn++) await new Promise((resolve) => setImmediate(resolve));
      }
      for (const { late } of tabs) await Promise.all(late);
      for (const tab of tabs) await tab.persist.flush();
      for (const tab of tabs) await tab.persist.catchUp();
      const [one, two] = tabs.map((tab) => tab.documents.workspace());
      const fromStore = await load(tabs[0].database, one?.id ?? '', validate);
      if (!one || !two || !fromStore.ok) throw new Error('a tab or the store is gone');
      expect(new Map(one.people)).toEqual(new Map(two.people));
      expect(new Map(fromStore.value.workspace.people)).toEqual(new Map(one.people));
      for (const cell of cells) {
        const [a, b] = [last[0].get(cell), last[1].get(cell)];
        const stands = read(one, cell);
        if (crashed) expect([...(older.get(cell) ?? [undefined])]).toContain(stands);
        for (const known of acknowledged) if (known.cell === cell) expect(notBehind(stands, known)).toBe(true);
        if (!crashed) expect([a, b].filter((value) => value !== undefined || a === b)).toContain(stands);
      }
      const kept = one.ties.get(tieIdOf(PEOPLE[0], PEOPLE[1]))?.statements.map(({ on }) => on) ?? [];
      if (crashed) expect(said).toEqual(expect.arrayContaining(kept));
      else expect([...kept].sort()).toEqual(said);
      if (!loose && locks.steals() === 0) expect(tabs.map(({ strays }) => strays)).toEqual([0, 0]);
      for (const tab of tabs) {
        tab.crash();
        await tab.database.close();
      }
    }),
    { numRuns: 1_000 },
  );
}, 120_000);
