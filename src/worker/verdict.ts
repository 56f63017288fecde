import { same } from '#model/same.ts';
import { type Entry, entrySchema, isEntry } from '#model/workspace.ts';
import type { Verdict } from './service.ts';

/** Checks stored records with their schemas. */
export function verdictOn(records: readonly unknown[]): Verdict {
  const refused: number[] = [];
  const changed: [number, Entry][] = [];
  records.forEach((record, index) => {
    if (isEntry(record)) return;
    const parsed = entrySchema.safeParse(record);
    if (!parsed.success) refused.push(index);
    else if (!same(parsed.data, record)) changed.push([index, parsed.data]);
  });
  return { refused, changed };
}

/** The readable records, in their order. */
export function entriesBy({ refused, changed }: Verdict, records: readonly unknown[]): Entry[] {
  const entries = [...records] as (Entry | null)[];
  for (const [index, entry] of changed) entries[index] = entry;
  for (const index of refused) entries[index] = null;
  return entries.filter((entry) => entry !== null);
}
