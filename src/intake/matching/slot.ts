import type { Candidate, CandidateMark, CandidateMessages } from '#intake/types.ts';
import { type CompanyId, newId, type PersonId } from '#model/ids.ts';
import { type MatchReason, type Person, profileOf } from '#model/person.ts';

/** One row taken for one person. `group` says which import it belongs to. */
export interface Fact {
  readonly group: number;
  readonly file: string;
  readonly candidate: Candidate;
  readonly company: CompanyId | null;
  readonly why: MatchReason;
}

const NONE: readonly never[] = [];

/**
 * Everything this import brings for one person, known or new. There is one for every row of a long list,
 * so it holds little: what it can tell from its rows it does not keep.
 */
export class Slot {
  /** The last connection list (by its number) that has a row for this person: it has no second one. */
  taken = -1;
  facts: readonly Fact[] = NONE;
  messages: readonly { readonly group: number; readonly file: string; readonly messages: CandidateMessages }[] = NONE;
  marks: readonly { readonly group: number; readonly file: string; readonly mark: CandidateMark }[] = NONE;
  #id: PersonId | null;

  constructor(
    readonly known: Person | null,
    /** On the connection list of the owner of this import before it. */
    private readonly wasOnList: boolean,
  ) {
    this.#id = known?.id ?? null;
  }

  /** A new person gets an id when somebody asks for it. */
  get id(): PersonId {
    this.#id ??= newId('person');
    return this.#id;
  }

  get isTouched(): boolean {
    return this.facts.length > 0 || this.messages.length > 0 || this.marks.length > 0;
  }

  get name(): string {
    return this.known ? profileOf(this.known).name : (this.facts[0]?.candidate.name ?? '');
  }

  get isOnList(): boolean {
    return this.wasOnList || this.facts.some(({ candidate }) => candidate.listed);
  }

  get hasProfile(): boolean {
    return this.#rows().some(({ profile }) => profile !== '');
  }

  isProfile(slug: string): boolean {
    return this.#rows().some(({ profile }) => profile === slug);
  }

  worksAt(company: CompanyId): boolean {
    if (this.known?.own.company === company || this.facts.some((fact) => fact.company === company)) return true;
    return this.known?.sightings.some((sighting) => sighting.company === company) ?? false;
  }

  get hasCompany(): boolean {
    const { known, facts } = this;
    return (
      !!known?.own.company ||
      facts.some(({ company }) => company !== null) ||
      !!known?.sightings.some(({ company }) => company !== null)
    );
  }

  #rows(): readonly { readonly profile: string }[] {
    return [...(this.known?.sightings ?? NONE), ...this.facts.map(({ candidate }) => candidate)];
  }
}
