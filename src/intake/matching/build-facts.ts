import type { Correspondence, Mark } from '#model/person.ts';
import type { Group } from './groups.ts';
import { countNew, isSameCorrespondence, isSameMark, secondsList } from './same-fact.ts';
import type { Slot } from './slot.ts';

const NO_SECONDS = new Uint32Array(0);

/** Messages laid on those known; a list that is there already only gains the import. `count` is what is new. */
export function buildEvents(
  known: readonly Correspondence[],
  added: Slot['messages'],
  groups: readonly Group[],
): { list: Correspondence[]; count: number } {
  const list = [...known];
  let count = 0;
  for (const next of mergedByGroup(added, groups)) {
    const at = list.findIndex((each) => isSameCorrespondence(each, next));
    const before = list[at];
    if (before) list[at] = { ...before, imports: [...new Set([...before.imports, ...next.imports])] };
    else {
      const same = list.filter(({ channel }) => channel === next.channel);
      count +=
        countNew(
          next.theirs,
          same.map(({ theirs }) => theirs),
        ) +
        // A meeting is on both sides and counts once.
        countNew(
          next.channel === 'meeting' ? NO_SECONDS : next.mine,
          same.map(({ mine }) => mine),
        );
      list.push(next);
    }
  }
  return { list, count };
}

/** One list per channel and import, whatever number of conversations it came in. */
function mergedByGroup(added: Slot['messages'], groups: readonly Group[]): Correspondence[] {
  const merged = new Map<
    string,
    { group: number; file: string; channel: Correspondence['channel']; theirs: number[]; mine: number[] }
  >();
  for (const { group, file, messages } of added) {
    const { channel } = messages;
    const key = `${group} ${channel}`;
    const entry = merged.get(key) ?? { group, file, channel, theirs: [], mine: [] };
    merged.set(key, entry);
    for (const second of messages.theirs) entry.theirs.push(second);
    for (const second of messages.mine) entry.mine.push(second);
  }
  return [...merged.values()].flatMap(({ group, file, channel, theirs, mine }) => {
    const id = groups[group]?.record.id;
    return id ? [{ imports: [id], channel, file, theirs: secondsList(theirs), mine: secondsList(mine) }] : [];
  });
}

/** Marks laid on those known, each once. */
export function buildMarks(known: readonly Mark[], added: Slot['marks'], groups: readonly Group[]): { list: Mark[] } {
  const list = [...known];
  for (const { group, file, mark } of added) {
    const id = groups[group]?.record.id;
    if (!id) continue;
    const { kind, on, text } = mark;
    const at = list.findIndex((each) => isSameMark(each, mark));
    const before = list[at];
    if (!before) list.push({ imports: [id], file, kind, on, text });
    else if (!before.imports.includes(id)) list[at] = { ...before, imports: [...before.imports, id] };
  }
  return { list };
}
