import type { Correspondence, Mark, Person, Sighting } from '#model/person.ts';
import { NO_OWN_WORDS } from '#model/person.ts';
import type { Workspace } from '#model/workspace.ts';
import type { Group } from './groups.ts';
import { ownerOf } from './person-index.ts';
import { countNew, isSameCorrespondence, isSameMark, isSameSighting, repeated, secondsList } from './same-fact.ts';
import type { Fact, Slot } from './slot.ts';

/** A person with this import's facts laid on. */
export interface Built {
  readonly person: Person;
  /** Groups that speak of the person. */
  readonly groups: readonly number[];
  /** Sightings that were not there before. */
  readonly news: readonly Sighting[];
  readonly newMessages: number;
  readonly newMarks: number;
}

/**
 * The person of a slot with everything this import says, the slots taken for the same person included.
 * A fact that is there already only gains the import's id, so importing twice adds nothing.
 */
export function buildPerson(
  slot: Slot,
  absorbed: readonly Slot[],
  groups: readonly Group[],
  workspace: Workspace,
): Built {
  const base: Person = slot.known ?? { id: slot.id, sightings: [], events: [], marks: [], own: NO_OWN_WORDS };
  const owner = groups[0]?.record.owner ?? 'me';
  const sightings = new Sightings(base.sightings, (sighting) => ownerOf(sighting, workspace) === owner);
  for (const fact of slot.facts) sightings.add(fact, fact.why, groups);
  for (const other of absorbed) for (const fact of other.facts) sightings.add(fact, 'you-said-so', groups);
  const all = [slot, ...absorbed];
  const events = buildEvents(
    base.events,
    all.flatMap((each) => each.messages),
    groups,
  );
  const marks = buildMarks(
    base.marks,
    all.flatMap((each) => each.marks),
    groups,
  );
  const touching = all.flatMap((each) => [...each.facts, ...each.messages, ...each.marks].map(({ group }) => group));
  return {
    person: { ...base, sightings: sightings.list, events: events.list, marks: marks.list },
    groups: [...new Set(touching)],
    news: sightings.news,
    newMessages: events.count,
    newMarks: marks.list.length - base.marks.length,
  };
}

class Sightings {
  readonly list: Sighting[];
  readonly news: Sighting[] = [];

  constructor(
    known: readonly Sighting[],
    private readonly isOwners: (sighting: Sighting) => boolean,
  ) {
    this.list = [...known];
  }

  /** New ones go to the front: of two that speak of the same day, the later import is believed. */
  add({ group, file, candidate, company }: Fact, why: Sighting['why'], groups: readonly Group[]): void {
    const { record, seen } = groups[group] ?? {};
    if (!record || !seen) return;
    const { emails, phones, company: _, ...row } = candidate;
    const facts = { ...row, emails: [...emails], phones: [...phones], company };
    const sighting: Sighting = { imports: [record.id], file, why, ...facts, seen, gone: null };
    const at = this.list.findIndex(
      (known) => isSameSighting(known, sighting) && (this.isOwners(known) || this.news.includes(known)),
    );
    const before = this.list[at];
    if (!before) {
      this.list.unshift(sighting);
      this.news.push(sighting);
      return;
    }
    const again = repeated(before, record.id, seen);
    this.list[at] = again;
    if (this.news.includes(before)) this.news[this.news.indexOf(before)] = again;
  }
}

function buildEvents(
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
        countNew(
          next.mine,
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

function buildMarks(known: readonly Mark[], added: Slot['marks'], groups: readonly Group[]): { list: Mark[] } {
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
