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

/**
 * Everything this import brings for one person, known or new, and the keys they are found by. There is
 * one for every row of a long list, so its lists are made only when something goes in.
 */
export class Slot {
  /** Whose name is shown in a question about them. */
  name = '';
  slugs: readonly string[] = NONE;
  mails: readonly string[] = NONE;
  companies: readonly CompanyId[] = NONE;
  /** On a connection list of the owner of this import. */
  onList = false;
  /** The last connection list (by its number) that has a row for this person: it has no second one. */
  taken = -1;
  facts: readonly Fact[] = NONE;
  messages: readonly { readonly group: number; readonly file: string; readonly messages: CandidateMessages }[] = NONE;
  marks: readonly { readonly group: number; readonly file: string; readonly mark: CandidateMark }[] = NONE;
  #id: PersonId | null;

  constructor(readonly known: Person | null) {
    this.#id = known?.id ?? null;
  }

  /** A new person gets an id when somebody asks for it. */
  get id(): PersonId {
    this.#id ??= newId('person');
    return this.#id;
  }

  get isTouched(): boolean {
    return this.facts.length + this.messages.length + this.marks.length > 0;
  }
}

const NONE: readonly never[] = [];

/** The list with one more entry; a list that holds it already stays as it is. */
export function withOne<T>(list: readonly T[], entry: T): readonly T[] {
  if (list.length === 0) return [entry];
  return list.includes(entry) ? list : [...list, entry];
}
