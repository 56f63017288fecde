import type { Candidate, CandidateMark, CandidateMessages } from '#intake/types.ts';
import { type CompanyId, newId, type PersonId } from '#model/ids.ts';
import type { MatchReason, Person } from '#model/person.ts';

/** One row taken for one person. `group` says which import it belongs to. */
export interface Fact {
  readonly group: number;
  readonly file: string;
  readonly candidate: Candidate;
  readonly company: CompanyId | null;
  readonly why: MatchReason;
}

/** Everything this import brings for one person, known or new, and the keys they are found by. */
export interface Slot {
  readonly id: PersonId;
  readonly known: Person | null;
  name: string;
  tokens: readonly string[];
  readonly slugs: string[];
  readonly mails: string[];
  readonly phones: string[];
  readonly companies: CompanyId[];
  /** On a connection list of the owner of this import. */
  onList: boolean;
  /** The last connection list (by its index) that has a row for this person: it has no second one. */
  taken: number;
  readonly facts: Fact[];
  readonly messages: { readonly group: number; readonly file: string; readonly messages: CandidateMessages }[];
  readonly marks: { readonly group: number; readonly file: string; readonly mark: CandidateMark }[];
}

export function newSlot(known: Person | null): Slot {
  return {
    id: known?.id ?? newId('person'),
    known,
    name: '',
    tokens: [],
    slugs: [],
    mails: [],
    phones: [],
    companies: [],
    onList: false,
    taken: -1,
    facts: [],
    messages: [],
    marks: [],
  };
}

export function isTouched(slot: Slot): boolean {
  return slot.facts.length + slot.messages.length + slot.marks.length > 0;
}
