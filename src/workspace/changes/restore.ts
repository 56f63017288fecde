import { type Change, recordOf } from '#model/change.ts';
import { type Id, kindOf } from '#model/ids.ts';
import { isRecord, same } from '#model/same.ts';
import { type Entry, entriesOf, type Workspace } from '#model/workspace.ts';
import { merged } from '#workspace/rebase.ts';

/** How many records of each kind there are; the person's own record is always there and not counted. */
export type Counts = ReadonlyMap<ReturnType<typeof kindOf>, number>;

export function countsOf(entries: Iterable<Entry>): Counts {
  const counts = new Map<ReturnType<typeof kindOf>, number>();
  for (const { id } of entries) if (id !== 'me:me') counts.set(kindOf(id), (counts.get(kindOf(id)) ?? 0) + 1);
  return counts;
}

/** Everything that is here gives way to these records, as one change that can be undone. */
export function replacing(workspace: Workspace, entries: readonly Entry[], what: string): Change {
  const stays = new Set<string>(entries.map((entry) => entry.id));
  const gone = entriesOf(workspace).filter((entry) => entry.id !== 'me:me' && !stays.has(entry.id));
  return { what, put: entries, remove: gone.map((entry) => entry.id as Id) };
}

/**
 * What is not here is added. Of a record that both have, what is here stays: its empty fields are filled,
 * its lists (sightings, statements, steps of an ask) also get what only the file has. Nothing is removed.
 */
export function merging(workspace: Workspace, entries: readonly Entry[], what: string): Change {
  const put: Entry[] = [];
  for (const theirs of entries) {
    const mine = recordOf(workspace, theirs.id);
    const next = mine ? (merged(blank(mine), mine, theirs) as Entry) : theirs;
    if (!mine || !same(mine, next)) put.push(next);
  }
  return { what, put, remove: [] };
}

/** The same shape with nothing in it: measured against it, an empty field is one that nobody filled. */
function blank(value: unknown): unknown {
  if (typeof value === 'string') return '';
  if (Array.isArray(value)) return [];
  if (isRecord(value)) return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, blank(field)]));
  return null;
}
