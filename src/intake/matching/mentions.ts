import { mailKey } from '#intake/address.ts';
import type { Candidate, CandidateMark, CandidateMessages, ReadOut } from '#intake/types.ts';
import { daysBetween } from '#model/time.ts';
import type { CompanyIndex } from './company-index.ts';
import type { Matcher } from './match.ts';
import { mayBeOne, nameTokens } from './name-key.ts';
import type { PersonIndex } from './person-index.ts';
import type { Slot } from './slot.ts';

/** An invitation and the connection it led to lie at most this far apart. */
const LONGEST_WAIT = 400;

/** Takes messages and marks for the people they are with. */
export class Mentions {
  /** Marks that name nobody for certain: counted, not kept. */
  unplaced = 0;

  constructor(
    private readonly index: PersonIndex,
    private readonly companies: CompanyIndex,
    private readonly matcher: Matcher,
  ) {}

  /** Whoever I exchanged messages with is a person, known before or not. */
  placeMessages(out: ReadOut, group: number): void {
    const add = (slot: Slot, messages: CandidateMessages): void => {
      slot.messages = [...slot.messages, { group, file: out.file, messages }];
    };
    const unknown = new Map<Candidate, CandidateMessages>();
    for (const messages of out.messages) {
      const slot = this.#sure(messages.who);
      if (slot?.facts.some((fact) => fact.batch.group === group)) add(slot, messages);
      else unknown.set(candidateOf(messages.who), messages);
    }
    const batch = { group, file: out.file, list: null, candidates: [...unknown.keys()] };
    this.matcher.place(batch, (candidate, slot) => {
      const messages = unknown.get(candidate);
      if (messages) add(slot, messages);
    });
  }

  /** Marks go to people who are known for certain; only a recommendation makes a person by itself. */
  placeMarks(out: ReadOut, group: number): void {
    for (const mark of out.marks) {
      const slot =
        this.#sure(mark.who) ??
        this.#byNameAndCompany(mark) ??
        this.#onListByName(mark) ??
        this.#made(mark, out, group);
      if (slot) slot.marks = [...slot.marks, { group, file: out.file, mark }];
      else this.unplaced++;
    }
  }

  #sure(who: CandidateMessages['who']): Slot | undefined {
    const byProfile = this.index.byProfile(who.profile);
    if (byProfile) return byProfile;
    const tokens = nameTokens(who.name);
    for (const address of who.emails) {
      const slot = this.index.byMail(mailKey(address)).find((each) => mayBeOne(nameTokens(each.name), tokens));
      if (slot) return slot;
    }
    return undefined;
  }

  #byNameAndCompany({ who }: CandidateMark): Slot | undefined {
    const company = this.companies.known(who.company);
    if (who.profile !== '' || company === null) return undefined;
    return only(
      this.index.byName(nameTokens(who.name)).filter((slot) => slot.companies(this.companies).includes(company)),
    );
  }

  /**
   * Only connections can endorse or recommend, so one namesake on the owner's own list is enough there;
   * an invitation must also come shortly before the connection.
   */
  #onListByName({ who, kind, on }: CandidateMark): Slot | undefined {
    if (who.profile !== '' || kind === 'group-thread') return undefined;
    const slot = only(this.index.byName(nameTokens(who.name)).filter((each) => each.isOnList));
    if (!slot || !kind.endsWith('invited')) return slot;
    return connectedDays(slot).some((day) => on !== null && isSoonAfter(on, day)) ? slot : undefined;
  }

  #made({ who, kind }: CandidateMark, out: ReadOut, group: number): Slot | undefined {
    if (!kind.endsWith('recommended') || who.name === '') return undefined;
    const candidate = { ...candidateOf(who), company: who.company };
    let made: Slot | undefined;
    this.matcher.place({ group, file: out.file, list: null, candidates: [candidate] }, (_, slot) => {
      made = slot;
    });
    return made;
  }
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
