import type { Candidate, CandidateMark, CandidateMessages, ReadOut } from '#intake/types.ts';
import { daysBetween } from '#model/time.ts';
import type { CompanyIndex } from './company-index.ts';
import type { Match, Matcher } from './match.ts';
import { nameTokens } from './name-key.ts';
import type { PersonIndex } from './person-index.ts';
import type { Batch, Slot } from './slot.ts';

/** An invitation and the connection it led to lie at most this far apart. */
const LONGEST_WAIT = 400;

/** Takes messages and marks for the people they are with. */
export class Mentions {
  /** Marks that name nobody for certain: they are not kept. */
  #left: { readonly mark: CandidateMark; readonly batch: Batch }[] = [];

  constructor(
    private readonly index: PersonIndex,
    private readonly companies: CompanyIndex,
    private readonly matcher: Matcher,
  ) {}

  /** Whoever I exchanged messages with is a person, known before or not; not so mail in one direction only. */
  placeMessages(out: ReadOut, group: number): void {
    const add = (slot: Slot, messages: CandidateMessages): void => {
      slot.messages = [...slot.messages, { group, file: out.file, messages }];
    };
    const rows = new Map<Candidate, CandidateMessages>();
    const batch = { group, file: out.file, of: 'mentions' as const, list: null, candidates: [] };
    for (const messages of out.messages) {
      const candidate = candidateOf(messages.who);
      const match = this.matcher.sure(candidate, batch);
      if (match && isListed(match.slot, candidate, group)) add(match.slot, messages);
      else if (match || !messages.onlyKnown) rows.set(candidate, messages);
    }
    this.matcher.place({ ...batch, candidates: [...rows.keys()] }, (candidate, slot) => {
      const messages = rows.get(candidate);
      if (messages) add(slot, messages);
    });
  }

  /** Marks go to people who are known for certain; only a recommendation makes a person by itself. */
  placeMarks(out: ReadOut, group: number): void {
    const batch = { group, file: out.file, of: 'mentions' as const, list: null, candidates: [] };
    this.#left.push(...out.marks.filter((mark) => !this.#place(mark, batch)).map((mark) => ({ mark, batch })));
  }

  /** What found nobody is tried again as long as other marks show whose profile or address it was. */
  finish(): void {
    for (let before = Number.POSITIVE_INFINITY; this.#left.length < before; ) {
      before = this.#left.length;
      this.#left = this.#left.filter(({ mark, batch }) => !this.#place(mark, batch));
    }
  }

  /** How many marks of each file name nobody for certain. */
  unplaced(): ReadonlyMap<string, number> {
    const counts = new Map<string, number>();
    for (const { batch } of this.#left) counts.set(batch.file, (counts.get(batch.file) ?? 0) + 1);
    return counts;
  }

  #place(mark: CandidateMark, batch: Batch): boolean {
    const slot = this.#placed(mark, batch);
    if (slot) slot.marks = [...slot.marks, { group: batch.group, file: batch.file, mark }];
    return slot !== undefined;
  }

  /** The person of a mark; the import that brings it also names them, so that it can stand alone. */
  #placed(mark: CandidateMark, batch: Batch): Slot | undefined {
    const candidate = candidateOf(mark.who);
    const match =
      this.matcher.sure(candidate, batch) ??
      this.matcher.sure({ ...candidate, company: mark.who.company }, batch) ??
      this.#byNameAndCompany(mark) ??
      this.#onListByName(mark);
    if (!match) return this.#made(mark, batch);
    const { slot } = match;
    if (!isListed(slot, candidate, batch.group))
      this.matcher.take(match, { ...candidate, name: candidate.name || slot.name }, batch);
    return slot;
  }

  #byNameAndCompany({ who }: CandidateMark): Match | null {
    const company = this.companies.known(who.company);
    if (who.profile !== '' || company === null) return null;
    const named = this.index.byName(nameTokens(who.name));
    const slot = only(named.filter((each) => each.companies(this.companies).includes(company)));
    return slot ? { slot, why: 'name-and-company' } : null;
  }

  /**
   * Only connections can endorse or recommend, so one namesake on the owner's own list is enough there;
   * an invitation must also come shortly before the connection.
   */
  #onListByName({ who, kind, on }: CandidateMark): Match | null {
    if (who.profile !== '' || kind === 'group-thread') return null;
    const slot = only(this.index.byName(nameTokens(who.name)).filter((each) => each.isOnList));
    if (!slot) return null;
    if (!kind.endsWith('invited')) return { slot, why: 'name-on-list' };
    const isFitting = connectedDays(slot).some((day) => on !== null && isSoonAfter(on, day));
    return isFitting ? { slot, why: 'name-and-date' } : null;
  }

  #made({ who, kind }: CandidateMark, batch: Batch): Slot | undefined {
    if (!kind.endsWith('recommended') || who.name === '') return undefined;
    const candidate = { ...candidateOf(who), company: who.company };
    let made: Slot | undefined;
    this.matcher.place({ ...batch, candidates: [candidate] }, (_, slot) => {
      made = slot;
    });
    return made;
  }
}

/**
 * Whether a list of the same import has the person with this very profile: then there is nothing to add.
 * Anything else that names them is kept, so that the same file finds the same person again.
 */
function isListed({ facts }: Slot, { profile }: Candidate, group: number): boolean {
  return (
    profile !== '' &&
    facts.some(({ batch, candidate }) => batch.of === 'rows' && batch.group === group && candidate.profile === profile)
  );
}

function candidateOf(who: CandidateMessages['who']): Candidate {
  const rest = { row: 0, first: '', last: '', phones: [], company: '', position: '', department: '' };
  return { ...rest, ...who, connected: null, listed: false };
}

function only<T>(found: readonly T[]): T | undefined {
  return found.length === 1 ? found[0] : undefined;
}

function connectedDays(slot: Slot): string[] {
  const rows = [...(slot.known?.sightings ?? []), ...slot.facts.map((fact) => fact.candidate)];
  return rows.flatMap(({ connected }) => (connected === null ? [] : [connected]));
}

function isSoonAfter(invited: string, connected: string): boolean {
  const days = daysBetween(invited, connected);
  return days >= -1 && days <= LONGEST_WAIT;
}
