import { mailKey, phoneKey } from '#intake/address.ts';
import type { Candidate } from '#intake/types.ts';
import type { PersonId } from '#model/ids.ts';
import { type Person, profileOf, type Sighting } from '#model/person.ts';
import type { Workspace } from '#model/workspace.ts';
import { looseKey, nameTokens, strictKey } from './name-key.ts';
import { newSlot, type Slot } from './slot.ts';

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

/** Finds people by what identifies them. Every look-up is one step; nothing is compared pairwise. */
export class PersonIndex {
  readonly slots: Slot[] = [];
  readonly #profile = new Map<string, Slot>();
  readonly #mail = new Many();
  readonly #phone = new Many();
  readonly #strict = new Many();
  readonly #loose = new Many();
  readonly #row = new Map<string, Slot>();
  readonly #date = new Many();

  constructor(
    workspace: Workspace,
    private readonly owner: 'me' | PersonId,
  ) {
    for (const person of workspace.people.values()) this.#addKnown(person, workspace);
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
  /** Whoever an earlier import made of exactly this row of this owner's list. */
  bySameRow(row: RowContent): Slot | undefined {
    return this.#row.get(rowKey(row, this.owner));
  }
  /** People on the owner's own connection list by name and day of connection. */
  byNameAndDay(tokens: readonly string[], connected: string): readonly Slot[] {
    return this.#date.get(`${strictKey(tokens)}|${connected}`);
  }

  /** A person this import brings. */
  create(): Slot {
    const slot = newSlot(null);
    this.slots.push(slot);
    return slot;
  }

  /** Makes a slot findable by what a row says of the person. */
  learn(slot: Slot, row: Candidate, tokens: readonly string[], company: Slot['companies'][number] | null): void {
    this.#learn(slot, row, tokens, company);
    this.#row.set(rowKey({ ...row, company }, this.owner), slot);
    if (row.connected !== null && row.listed) this.#date.add(`${strictKey(tokens)}|${row.connected}`, slot);
    if (row.listed) slot.onList = true;
  }

  #learn(
    slot: Slot,
    row: Pick<Candidate, 'name' | 'profile' | 'emails' | 'phones'>,
    tokens: readonly string[],
    company: Slot['companies'][number] | null,
  ): void {
    if (slot.name === '') {
      slot.name = row.name;
      slot.tokens = tokens;
    }
    this.#strict.add(strictKey(tokens), slot);
    this.#loose.add(looseKey(tokens), slot);
    if (row.profile !== '' && !slot.slugs.includes(row.profile)) {
      slot.slugs.push(row.profile);
      if (!this.#profile.has(row.profile)) this.#profile.set(row.profile, slot);
    }
    for (const address of row.emails) this.#learnKey(slot.mails, this.#mail, mailKey(address), slot);
    for (const phone of row.phones) this.#learnKey(slot.phones, this.#phone, phoneKey(phone), slot);
    if (company !== null && !slot.companies.includes(company)) slot.companies.push(company);
  }

  #learnKey(keys: string[], many: Many, key: string, slot: Slot): void {
    if (key === '' || keys.includes(key)) return;
    keys.push(key);
    many.add(key, slot);
  }

  #addKnown(person: Person, workspace: Workspace): void {
    const slot = newSlot(person);
    this.slots.push(slot);
    const { name, profile, emails, phones, company } = profileOf(person);
    this.#learn(slot, { name, profile, emails, phones }, nameTokens(name), company);
    for (const sighting of person.sightings) {
      const tokens = sighting.name === name ? slot.tokens : nameTokens(sighting.name);
      this.#learn(slot, sighting, tokens, sighting.company);
      const owner = ownerOf(sighting, workspace);
      this.#row.set(rowKey(sighting, owner), slot);
      if (owner !== this.owner || !sighting.listed) continue;
      slot.onList = true;
      if (sighting.connected !== null) this.#date.add(`${strictKey(tokens)}|${sighting.connected}`, slot);
    }
  }
}

/** What makes two rows of one list the same row. */
export type RowContent = Pick<Sighting, 'company'> &
  Pick<Candidate, 'name' | 'profile' | 'emails' | 'phones' | 'position' | 'department' | 'connected' | 'listed'>;

/** Whose list a sighting is in; imports that share a sighting share its owner. */
export function ownerOf(sighting: Sighting, workspace: Workspace): 'me' | PersonId {
  const first = sighting.imports[0];
  return (first && workspace.imports.get(first)?.owner) ?? 'me';
}

/** Two rows with the same key say the same of the same person in the same list. */
export function rowKey(row: RowContent, owner: 'me' | PersonId): string {
  const { name, profile, company, position, department, connected, listed } = row;
  const lists = row.emails.length + row.phones.length > 0 ? `${row.emails.join()}|${row.phones.join()}` : '';
  return `${owner}|${listed ? 1 : 0}|${name}|${profile}|${company ?? ''}|${position}|${department}|${connected ?? ''}|${lists}`;
}
