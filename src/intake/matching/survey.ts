import type { Update } from '#intake/types.ts';
import type { Workspace } from '#model/workspace.ts';
import { buildEvents, buildMarks } from './build-facts.ts';
import { buildPerson } from './build-person.ts';
import { ownerOf } from './person-index.ts';
import type { Placed } from './placed.ts';
import { isSameSaid, saidOf } from './said.ts';
import type { Slot } from './slot.ts';
import { updatesOf } from './updates.ts';

/** What the import means for one person. */
export interface Survey {
  readonly status: 'added' | 'same' | 'updated';
  readonly updates: readonly Update[];
  readonly newMessages: number;
  readonly newMarks: number;
}

const NONE: readonly never[] = [];
const ONLY_ADDED: Survey = { status: 'added', updates: NONE, newMessages: 0, newMarks: 0 };

/**
 * Counts what is new about one person, building the person only where something may have changed. `others`
 * are the slots taken for the same person.
 */
export function surveyOf(slot: Slot, others: readonly Slot[], placed: Placed, workspace: Workspace): Survey {
  const { known } = slot;
  if (known === null && !slot.isMentioned && others.length === 0) return ONLY_ADDED;
  const all = others.length === 0 ? [slot] : [slot, ...others];
  const messages = all.some((each) => each.messages.length > 0) ? all.flatMap((each) => each.messages) : NONE;
  const marks = all.some((each) => each.marks.length > 0) ? all.flatMap((each) => each.marks) : NONE;
  const updates =
    known && all.some((each) => saysNew(each, slot, placed, workspace))
      ? changes(slot, others, placed, workspace)
      : NONE;
  return {
    status: known === null ? 'added' : updates.length > 0 ? 'updated' : 'same',
    updates,
    newMessages: messages.length === 0 ? 0 : buildEvents(known?.events ?? NONE, messages, placed.groups).count,
    newMarks:
      marks.length === 0
        ? 0
        : buildMarks(known?.marks ?? NONE, marks, placed.groups).list.length - (known?.marks.length ?? 0),
  };
}

/** Whether a row says anything that no sighting of the same list said before. */
function saysNew({ facts }: Slot, { known }: Slot, { owner, companies }: Placed, workspace: Workspace): boolean {
  return facts.some(({ candidate }) => {
    const said = saidOf(candidate, companies);
    return !known?.sightings.some((before) => isSameSaid(before, said) && ownerOf(before, workspace) === owner);
  });
}

function changes(slot: Slot, others: readonly Slot[], placed: Placed, workspace: Workspace): readonly Update[] {
  if (slot.known === null) return NONE;
  const { person } = buildPerson(slot, others, placed, workspace);
  return updatesOf(slot.known, person, placed.companies);
}
