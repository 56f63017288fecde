import type { Person, Sighting } from '#model/person.ts';
import { NO_OWN_WORDS } from '#model/person.ts';
import type { Workspace } from '#model/workspace.ts';
import { buildEvents, buildMarks } from './build-facts.ts';
import type { Group } from './groups.ts';
import { ownerOf } from './person-index.ts';
import { isSameSighting, repeated } from './same-fact.ts';
import type { Fact, Slot } from './slot.ts';

/** A person with this import's facts laid on, and the sightings that were not there before. */
export interface Built {
  readonly person: Person;
  readonly news: readonly Sighting[];
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
  const messages = all.flatMap((each) => each.messages);
  const marks = all.flatMap((each) => each.marks);
  return {
    person: {
      ...base,
      sightings: sightings.list,
      events: buildEvents(base.events, messages, groups).list,
      marks: buildMarks(base.marks, marks, groups).list,
    },
    news: sightings.news,
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
