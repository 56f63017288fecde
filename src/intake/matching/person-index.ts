import { mailKey, phoneKey } from '#intake/address.ts';
import type { Candidate } from '#intake/types.ts';
import type { PersonId } from '#model/ids.ts';
import type { Person, Sighting } from '#model/person.ts';
import type { Workspace } from '#model/workspace.ts';
import type { CompanyIndex } from './company-index.ts';
import { NameParts } from './doubt.ts';
import { looseKey, nameTokens, strictKey } from './name-key.ts';
import { type Said, saidOf } from './said.ts';
import { Slot } from './slot.ts';

/** Several people under one key; most keys have one. */
class Many {
  readonly #map = new Map<string, Slot | Slot[]>();

  add(key: string, slot: Slot): void {
    if (key === '') return;
    const known = this.#map.get(key);
    if (known === undefined) this.#map.set(key, slot);
    else if (Array.isArray(known)) {
      if (!known.includes(slot)) known.push(slot);
    } else if (known !== slot) this.#map.set(key, [known, slot]);
  }

  get(key: string): readonly Slot[] {
    const found = key === '' ? undefined : this.#map.get(key);
    return found === undefined ? [] : Array.isArray(found) ? found : [found];
  }
}

/** One way to find people, filled when it is first asked: a list with profiles needs no names at all. */
class Lazy {
  #many: Many | null = null;

  constructor(
    private readonly keysOf: (said: Said) => readonly string[],
    private readonly everything: () => Iterable<readonly [Slot, Said]>,
    /** Where those that are filled stand: they want to hear of every further row. */
    private readonly filled: Lazy[],
  ) {}

  get(key: string): readonly Slot[] {
    if (this.#many === null) {
      this.#many = new Many();
      this.filled.push(this);
      for (const [slot, said] of this.everything()) this.add(slot, said);
    }
    return this.#many.get(key);
  }

  add(slot: Slot, said: Said): void {
    if (this.#many !== null) for (const key of this.keysOf(said)) this.#many.add(key, slot);
  }
}

/** Finds people by what identifies them. Every look-up is one step; nothing is compared pairwise. */
export class PersonIndex {
  readonly slots: Slot[] = [];
  readonly #profile = new Map<string, Slot>();
  readonly #mail = new Many();
  readonly #filled: Lazy[] = [];
  readonly #phone = new Lazy(
    ({ phones }) => phones.map(phoneKey),
    () => this.#everything(),
    this.#filled,
  );
  readonly #strict = new Lazy(
    ({ name }) => [strictKey(nameTokens(name))],
    () => this.#everything(),
    this.#filled,
  );
  readonly #loose = new Lazy(
    ({ name }) => [looseKey(nameTokens(name))],
    () => this.#everything(),
    this.#filled,
  );
  readonly #row = new Lazy(
    (said) => (said.profile === '' ? [rowKey(said)] : []),
    () => this.#ofOwner(),
    this.#filled,
  );
  readonly #date = new Lazy(dateKeys, () => this.#ofOwner(), this.#filled);
  #nameParts: NameParts | null = null;

  constructor(
    private readonly workspace: Workspace,
    private readonly owner: 'me' | PersonId,
    private readonly companies: CompanyIndex,
  ) {
    for (const person of workspace.people.values()) this.#addKnown(person);
  }

  byProfile(slug: string): Slot | undefined {
    return slug === '' ? undefined : this.#profile.get(slug);
  }
  byMail(key: string): readonly Slot[] {
    return this.#mail.get(key);
  }
  byPhone(key: string): readonly Slot[] {
    return this.#phone.get(key);
  }
  byName(tokens: readonly string[]): readonly Slot[] {
    return this.#strict.get(strictKey(tokens));
  }
  byLooseName(tokens: readonly string[]): readonly Slot[] {
    return this.#loose.get(looseKey(tokens));
  }
  /** Whoever an earlier import made of exactly this row, without a profile, of this owner's list. */
  bySameRow(row: Candidate): Slot | undefined {
    return row.profile === '' ? this.#row.get(rowKey(saidOf(row, this.companies)))[0] : undefined;
  }
  /** People on the owner's own connection list by name and day of connection. */
  byNameAndDay(tokens: readonly string[], connected: string): readonly Slot[] {
    return this.#date.get(`${strictKey(tokens)}|${connected}`);
  }

  /** The days on which the owner of this import connected with the person, as their lists say. */
  connectedDays(slot: Slot): readonly string[] {
    const known = slot.known?.sightings.filter((sighting) => ownerOf(sighting, this.workspace) === this.owner) ?? [];
    return [...known, ...slot.facts.map(({ candidate }) => candidate)].flatMap(({ listed, connected }) =>
      listed && connected !== null ? [connected] : [],
    );
  }

  /** How common the parts of names are among everybody known when it is first asked. */
  get nameParts(): NameParts {
    if (this.#nameParts === null) {
      this.#nameParts = new NameParts();
      for (const { name } of this.slots) this.#nameParts.add(nameTokens(name));
    }
    return this.#nameParts;
  }

  /** A person this import brings. */
  create(): Slot {
    const slot = new Slot(null, false);
    this.slots.push(slot);
    return slot;
  }

  /** Makes a slot findable by what a row says of the person. */
  learn(slot: Slot, row: Candidate): void {
    this.#learn(slot, row);
    if (this.#filled.length === 0) return;
    const said = saidOf(row, this.companies);
    for (const index of this.#filled) index.add(slot, said);
  }

  #learn(slot: Slot, { profile, emails }: Pick<Said, 'profile' | 'emails'>): void {
    if (profile !== '' && !this.#profile.has(profile)) this.#profile.set(profile, slot);
    if (emails.length > 0) for (const address of emails) this.#mail.add(mailKey(address), slot);
  }

  #addKnown(person: Person): void {
    const isOwners = (sighting: Sighting): boolean => ownerOf(sighting, this.workspace) === this.owner;
    const slot = new Slot(
      person,
      person.sightings.some((sighting) => sighting.listed && isOwners(sighting)),
    );
    this.slots.push(slot);
    if (hasOwnSay(person)) this.#learn(slot, ownSay(person));
    for (const sighting of person.sightings) this.#learn(slot, sighting);
  }

  *#everything(): Iterable<readonly [Slot, Said]> {
    for (const slot of this.slots) {
      if (slot.known && hasOwnSay(slot.known)) yield [slot, ownSay(slot.known)];
      for (const sighting of slot.known?.sightings ?? []) yield [slot, sighting];
      for (const { candidate } of slot.facts) yield [slot, saidOf(candidate, this.companies)];
    }
  }

  *#ofOwner(): Iterable<readonly [Slot, Said]> {
    for (const slot of this.slots) {
      for (const sighting of slot.known?.sightings ?? [])
        if (ownerOf(sighting, this.workspace) === this.owner) yield [slot, sighting];
      for (const { candidate } of slot.facts) yield [slot, saidOf(candidate, this.companies)];
    }
  }
}

/** Whose list a sighting is in; imports that share a sighting share its owner. */
export function ownerOf(sighting: Sighting, workspace: Workspace): 'me' | PersonId {
  const first = sighting.imports[0];
  return (first && workspace.imports.get(first)?.owner) ?? 'me';
}

function rowKey({
  name,
  profile,
  emails,
  phones,
  company,
  position,
  department,
  office,
  connected,
  listed,
}: Said): string {
  return JSON.stringify([name, profile, emails, phones, company, position, department, office, connected, listed]);
}

function dateKeys({ name, connected, listed }: Said): readonly string[] {
  return listed && connected !== null ? [`${strictKey(nameTokens(name))}|${connected}`] : [];
}

function hasOwnSay({ own, sightings }: Person): boolean {
  return (
    own.name !== undefined ||
    own.email !== undefined ||
    own.company !== undefined ||
    own.phone !== undefined ||
    sightings.length === 0
  );
}

/** The user's own words on somebody, as a row would say them. */
function ownSay({ own }: Person): Said {
  const { name = '', email = '', company = null, phone = '' } = own;
  return {
    name,
    company,
    profile: '',
    emails: email === '' ? [] : [email.toLowerCase()],
    phones: phone === '' ? [] : [phone],
    position: '',
    department: '',
    connected: null,
    listed: false,
  };
}
