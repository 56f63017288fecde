import type { FileKind, ReadOut } from '#intake/types.ts';
import { newId, type PersonId } from '#model/ids.ts';
import type { Import } from '#model/import.ts';
import { type Day, dayOf, type Seconds, secondsOf } from '#model/time.ts';

/**
 * What becomes one Import: an archive, or the loose files of one source. Each has its own newest date
 * (an old export dropped with a new mailbox is not silence) and can be taken back alone.
 */
export interface Group {
  readonly record: Import;
  readonly outs: readonly ReadOut[];
  /** The day the source speaks of. */
  readonly seen: Day;
}

const FAMILY: Partial<Record<FileKind, string>> = {
  'google-csv': 'google',
  'outlook-csv': 'outlook',
  vcard: 'cards',
  calendar: 'calendar',
  mbox: 'mail',
  eml: 'mail',
  'facebook-friends': 'facebook',
};

export function groupsOf(read: readonly ReadOut[], owner: 'me' | PersonId, today: Day): Group[] {
  const outs = new Map<string, ReadOut[]>();
  for (const out of read) {
    const key = groupKey(out);
    const group = outs.get(key);
    if (group) group.push(out);
    else outs.set(key, [out]);
  }
  return [...outs.values()].map((group) => groupOf(group, owner, today));
}

/** Parts of one export (`takeout-…-001.zip`, `-002.zip`) are one. */
function groupKey({ archive, kind, file }: ReadOut): string {
  if (archive !== '') return `zip:${archive.replace(/-\d{3}(?=\.zip$)/i, '')}`;
  if (kind.startsWith('linkedin-')) return 'linkedin';
  return FAMILY[kind] ?? `file:${file}`;
}

function groupOf(outs: readonly ReadOut[], owner: 'me' | PersonId, today: Day): Group {
  const newest = newestOf(outs, secondsOf(today) + 86_399);
  const counts = { added: 0, same: 0, updated: 0, hidden: 0, problems: 0 };
  for (const { hidden, problems } of outs) {
    counts.hidden += hidden;
    counts.problems += problems.length;
  }
  const files = outs.map(({ file, kind, bytes }) => ({ name: file, kind, bytes }));
  const record: Import = { id: newId('import'), on: today, owner, files, newest, counts };
  return { record, outs, seen: seenOf(record) };
}

/** The day an import speaks of: its newest date, else the day it was taken in. */
export function seenOf({ newest, on }: Pick<Import, 'newest' | 'on'>): Day {
  return newest === null ? on : dayOf(newest);
}

/** A calendar reaches into the future; the source speaks of today at most. */
function newestOf(outs: readonly ReadOut[], latest: Seconds): Seconds | null {
  let newest: Seconds | null = null;
  for (const out of outs) if (out.newest !== null && (newest === null || out.newest > newest)) newest = out.newest;
  return newest === null ? null : Math.min(newest, latest);
}
