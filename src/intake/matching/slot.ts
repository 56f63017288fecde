import type { Candidate, CandidateMark, CandidateMessages } from '#intake/types.ts';
import { type CompanyId, newId, type PersonId } from '#model/ids.ts';
import { type MatchReason, type Person, profileOf } from '#model/person.ts';
import type { CompanyIndex } from './company-index.ts';
import { mayBeOne, nameTokens } from './name-key.ts';

/** One row taken for one person. */
export interface Fact {
  readonly batch: Batch;
  readonly candidate: Candidate;
  readonly why: MatchReason;
}

/** One file's rows on their way to people. */
export interface Batch {
  /** Which import it belongs to. */
  readonly group: number;
  readonly file: string;
  /** Rows of a list of people, or people named by messages and marks. */
  readonly of: 'rows' | 'mentions';
  /** The file's number when it is a connection list. */
  readonly list: number | null;
  readonly candidates: readonly Candidate[];
}

const NONE: readonly never[] = [];

/**
 * Everything this import brings for one person, known or new. There is one for every row of a long list,
 * so it holds little: what it can tell from its rows it does not keep.
 */
export class Slot {
  /** The last connection list (by its number) that has a row for this person: it has no second one. */
  taken = -1;
  messages: readonly { readonly group: number; readonly file: string; readonly messages: CandidateMessages }[] = NONE;
  marks: readonly { readonly group: number; readonly file: string; readonly mark: CandidateMark }[] = NONE;
  /** Nearly everybody has one row: a list for each of them would weigh more than all else. */
  #facts: Fact | Fact[] | null = null;
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

  get facts(): readonly Fact[] {
    const facts = this.#facts;
    return facts === null ? NONE : Array.isArray(facts) ? facts : [facts];
  }

  add(fact: Fact): void {
    const facts = this.#facts;
    if (facts === null) this.#facts = fact;
    else if (Array.isArray(facts)) facts.push(fact);
    else this.#facts = [facts, fact];
  }

  get isTouched(): boolean {
    return this.#facts !== null || this.isMentioned;
  }

  /** Whether messages or marks of this import are with the person. */
  get isMentioned(): boolean {
    return this.messages.length > 0 || this.marks.length > 0;
  }

  get name(): string {
    return this.known ? profileOf(this.known).name : (this.facts[0]?.candidate.name ?? '');
  }

  /** Whether any name the person goes by may be the same as this one, on one mailbox. */
  mayBe(tokens: readonly string[]): boolean {
    const { known } = this;
    const names = [
      known?.own.name ?? '',
      ...(known?.sightings ?? NONE).map(({ name }) => name),
      ...this.facts.map(({ candidate }) => candidate.name),
    ];
    return names.some((name) => name !== '' && mayBeOne(nameTokens(name), tokens));
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

  /** Companies any source or the user named for the person; a set is not worth it for so few. */
  companies(index: CompanyIndex): readonly CompanyId[] {
    const { known, facts } = this;
    const all = [
      known?.own.company,
      ...(known?.sightings ?? NONE).map(({ company }) => company),
      ...facts.map(({ candidate }) => index.named(candidate.company)),
    ];
    return all.filter((company) => !!company) as CompanyId[];
  }

  #rows(): readonly { readonly profile: string }[] {
    return [...(this.known?.sightings ?? NONE), ...this.facts.map(({ candidate }) => candidate)];
  }
}
