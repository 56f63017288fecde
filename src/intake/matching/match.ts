import { mailKey, phoneKey } from '#intake/address.ts';
import type { Candidate } from '#intake/types.ts';
import type { CompanyId } from '#model/ids.ts';
import type { MatchReason } from '#model/person.ts';
import type { CompanyIndex } from './company-index.ts';
import { type DoubtKind, doubtKind, MOST_BY_CHANCE, MOST_NAMESAKES } from './doubt.ts';
import { isFullName, nameTokens } from './name-key.ts';
import type { PersonIndex } from './person-index.ts';
import type { Batch, Slot } from './slot.ts';

/** Somebody who may be somebody known: two people until the person says otherwise. */
export interface Suspicion {
  readonly file: string;
  readonly candidate: Candidate;
  /** The new person made of the row, and the known ones of whom it may be one; the likeliest first. */
  readonly made: Slot;
  readonly options: readonly Slot[];
  readonly kind: DoubtKind;
  /** How many here have the very name, and how many would by chance: the fewer, the likelier the same. */
  readonly namesakes: number;
  readonly byChance: number;
}

/** Somebody a row was taken for, and why. */
export interface Match {
  readonly slot: Slot;
  readonly why: MatchReason;
}

interface Row {
  readonly candidate: Candidate;
  readonly tokens: readonly string[];
  readonly company: CompanyId | null;
}

/**
 * Takes rows for people. The surest evidence is used first over the whole file (the same row again,
 * profile, e-mail), then name with company or day of connection, and only then is a name alone asked
 * about: so no row takes a person whom another row of the file names better.
 */
export class Matcher {
  readonly suspicions: Suspicion[] = [];

  constructor(
    private readonly index: PersonIndex,
    private readonly companies: CompanyIndex,
  ) {}

  /** Tells who each row was taken for, where the caller needs to know. */
  place(batch: Batch, taken: (candidate: Candidate, slot: Slot) => void = () => {}): void {
    // The first list of all has nobody to be compared with, and names nobody twice.
    const isFirst = batch.list !== null && this.index.slots.length === 0;
    const rest: Candidate[] = [];
    for (const candidate of batch.candidates) {
      const sure = this.sure(candidate, batch);
      if (sure) taken(candidate, this.take(sure, candidate, batch));
      else if (isFirst) taken(candidate, this.#make(candidate, batch));
      else rest.push(candidate);
    }
    const unknown: Row[] = [];
    for (const candidate of rest) {
      const row = this.#row(candidate);
      // Another row of the file may have shown, or made, the very person since.
      const match = this.sure(candidate, batch) ?? this.#likely(row, batch);
      if (match) taken(candidate, this.take(match, candidate, batch));
      else unknown.push(row);
    }
    for (const row of unknown) {
      const match = this.sure(row.candidate, batch) ?? this.#likely(row, batch);
      taken(row.candidate, match ? this.take(match, row.candidate, batch) : this.#makeAndAsk(row, batch));
    }
  }

  /** Whoever the row names beyond doubt. */
  sure(candidate: Candidate, batch: Batch): Match | null {
    const again = this.#bySameRow(candidate);
    if (again) return again;
    const match = this.#byProfile(candidate) ?? this.#byMail(candidate);
    return match && !isTaken(match.slot, candidate, batch) ? match : null;
  }

  take({ slot, why }: Match, candidate: Candidate, batch: Batch): Slot {
    return this.#add(slot, why, candidate, batch);
  }

  #add(slot: Slot, why: MatchReason, candidate: Candidate, batch: Batch): Slot {
    slot.add({ batch, candidate, why });
    if (batch.list !== null) slot.taken = batch.list;
    this.index.learn(slot, candidate);
    return slot;
  }

  #likely(row: Row, batch: Batch): Match | null {
    return this.#byPhone(row, batch) ?? this.#byNameAndDay(row, batch) ?? this.#byNameAndCompany(row, batch);
  }

  #row(candidate: Candidate): Row {
    return {
      candidate,
      tokens: nameTokens(candidate.name),
      company: this.companies.named(candidate.company),
    };
  }

  #bySameRow(candidate: Candidate): Match | null {
    if (candidate.profile !== '') return null;
    const slot = this.index.bySameRow(candidate);
    return slot ? { slot, why: reasonFor(candidate) } : null;
  }

  #byProfile(candidate: Candidate): Match | null {
    const slot = this.index.byProfile(candidate.profile);
    return slot ? { slot, why: 'profile' } : null;
  }

  #byMail(candidate: Candidate): Match | null {
    if (candidate.emails.length === 0) return null;
    for (const address of candidate.emails) {
      const slot = this.index.byMail(mailKey(address)).find((each) => each.mayBe(nameTokens(candidate.name)));
      if (slot) return { slot, why: 'e-mail' };
    }
    return null;
  }

  #byPhone(row: Row, batch: Batch): Match | null {
    for (const phone of row.candidate.phones) {
      const named = new Set(this.index.byName(row.tokens));
      const slot = this.index.byPhone(phoneKey(phone)).find((each) => named.has(each) && this.#mayBe(each, row, batch));
      if (slot) return { slot, why: 'name-and-phone' };
    }
    return null;
  }

  #byNameAndDay(row: Row, batch: Batch): Match | null {
    if (batch.list === null || row.candidate.connected === null) return null;
    const found = this.index
      .byNameAndDay(row.tokens, row.candidate.connected)
      .filter((slot) => slot.known !== null && !isTaken(slot, row.candidate, batch));
    return found.length === 1 && found[0] ? { slot: found[0], why: 'name-and-date' } : null;
  }

  #byNameAndCompany(row: Row, batch: Batch): Match | null {
    const { company, tokens } = row;
    if (company === null || !isFullName(tokens)) return null;
    const found = this.index
      .byName(tokens)
      .filter((slot) => this.#worksAt(slot, company) && this.#mayBe(slot, row, batch));
    return found.length === 1 && found[0] ? { slot: found[0], why: 'name-and-company' } : null;
  }

  #make(candidate: Candidate, batch: Batch): Slot {
    return this.#add(this.index.create(), 'new', candidate, batch);
  }

  #makeAndAsk(row: Row, batch: Batch): Slot {
    const { candidate } = row;
    const doubt = this.#doubt(row, batch);
    const made = this.#make(candidate, batch);
    if (doubt) this.suspicions.push({ file: batch.file, candidate, made, ...doubt });
    return made;
  }

  /** Whom the row may be about: somebody of its mailbox under another name, else the few of (nearly) its name. */
  #doubt(row: Row, batch: Batch): Pick<Suspicion, 'options' | 'kind' | 'namesakes' | 'byChance'> | null {
    for (const address of row.candidate.emails) {
      const [slot, ...others] = this.index.byMail(mailKey(address));
      if (slot && others.length === 0 && !isTaken(slot, row.candidate, batch))
        return { options: [slot], kind: 'one-mailbox', namesakes: 0, byChance: 0 };
    }
    if (row.tokens.length < 2 && !isFullName(row.tokens)) return null;
    const namesakes = this.index.byName(row.tokens).filter((slot) => this.#mayBeAsked(slot, row, batch));
    const near =
      namesakes.length > 0
        ? namesakes
        : this.index.byLooseName(row.tokens).filter((slot) => this.#mayBeAsked(slot, row, batch));
    if (near.length === 0 || near.length > MOST_NAMESAKES) return null;
    const colleague = near.find((slot) => row.company !== null && this.#worksAt(slot, row.company));
    const byChance = this.index.nameParts.byChance(row.tokens, namesakes.length);
    if (!colleague && byChance > MOST_BY_CHANCE) return null;
    const options = colleague ? [colleague] : near;
    const companies = options.flatMap((slot) => slot.companies(this.companies));
    const { company, candidate } = row;
    const kind = doubtKind({ company, companies, profile: candidate.profile, namesakes: namesakes.length });
    return { options, kind, namesakes: namesakes.length, byChance };
  }

  /** Two profiles on LinkedIn are two people, and a connection list names nobody twice. */
  #mayBe(slot: Slot, row: Row, batch: Batch): boolean {
    const { profile } = row.candidate;
    const otherProfile = profile !== '' && slot.hasProfile && !slot.isProfile(profile);
    return !otherProfile && !isTaken(slot, row.candidate, batch);
  }

  /** Profile addresses can be renamed: the same name at the same company under another one is asked about. */
  #mayBeAsked(slot: Slot, row: Row, batch: Batch): boolean {
    const { candidate, company } = row;
    if (isTaken(slot, candidate, batch) || (batch.list !== null && this.#isOtherConnection(slot, candidate)))
      return false;
    return this.#mayBe(slot, row, batch) || (company !== null && this.#worksAt(slot, company));
  }

  /** On one owner's list a person keeps the day of connection: namesakes of two days are two people. */
  #isOtherConnection(slot: Slot, { connected }: Candidate): boolean {
    const days = this.index.connectedDays(slot);
    return connected !== null && days.length > 0 && !days.includes(connected);
  }

  #worksAt(slot: Slot, company: CompanyId): boolean {
    return slot.companies(this.companies).includes(company);
  }
}

/** Whether this list has a row for the person already, unless it is the same profile again. */
function isTaken(slot: Slot, { profile }: Candidate, { list }: Batch): boolean {
  return list !== null && slot.taken === list && (profile === '' || !slot.isProfile(profile));
}

/** An identical row was matched by what is strongest in it. */
function reasonFor(candidate: Candidate): MatchReason {
  if (candidate.profile !== '') return 'profile';
  return candidate.emails.length > 0 ? 'e-mail' : 'name-and-company';
}
