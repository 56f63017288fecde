import { mailAddress } from '#intake/address.ts';
import { fieldText, isTooLongName } from '#intake/field-text.ts';
import { profileSlug } from '#intake/profile-slug.ts';
import type { Out } from '#intake/source.ts';
import { clean, fold } from '#intake/text.ts';
import type { Candidate } from '#intake/types.ts';
import { type Property, partsOf, typesOf, unescaped } from './property.ts';

/** What one card is: a person, an entry for a company or a group, or nothing anybody can be made of. */
export type CardContent =
  | { readonly is: 'person'; readonly candidate: Candidate }
  | { readonly is: 'company' }
  | { readonly is: 'nobody' };

const SOCIAL = new Set(['X-SOCIALPROFILE', 'SOCIALPROFILE', 'X-LINKEDIN', 'X-LINKEDIN-URL']);

/** Reads the properties of one card (FORMATS.md §4); `row` is where its BEGIN stands. */
export function contentOf(properties: readonly Property[], row: number, out: Out): CardContent {
  const card = new Card(properties, row, out);
  const name = card.name();
  if (name === null) return { is: 'nobody' };
  const emails = card.emails();
  const [company = '', department = ''] = card.parts('ORG');
  if (card.isCompany(name.name, company)) return { is: 'company' };
  if (name.name === '' && emails.length === 0) {
    if (company !== '') return { is: 'company' };
    out.problem(row, 'FN', 'no-name', 'This card has neither a name nor an e-mail address; it was left out.');
    return { is: 'nobody' };
  }
  const candidate = {
    row,
    name: name.name || (emails[0] ?? ''),
    first: name.first,
    last: name.last,
    profile: card.profile(),
    emails,
    phones: card.phones(),
    company,
    position: card.text('TITLE') || card.text('ROLE'),
    department,
    office: card.office(),
    connected: null,
    listed: true,
  };
  return { is: 'person', candidate };
}

class Card {
  readonly #version: string;

  constructor(
    private readonly properties: readonly Property[],
    private readonly row: number,
    private readonly out: Out,
  ) {
    this.#version = this.#first('VERSION')?.value.trim() || '3.0';
  }

  text(name: string): string {
    return this.#shown(name, this.#first(name)?.value ?? '');
  }

  parts(name: string): string[] {
    return partsOf(this.#first(name)?.value ?? '').map((part) => this.#shown(name, part));
  }

  /** The formatted name, else the one put together of its parts; null (and reported) when it is none. */
  name(): Pick<Candidate, 'name' | 'first' | 'last'> | null {
    const raw = this.#first('FN')?.value ?? '';
    const structured = this.#first('N')?.value ?? '';
    if (isTooLongName(this.out, this.row, raw) || isTooLongName(this.out, this.row, structured)) return null;
    const [last = '', first = ''] = this.parts('N');
    const formatted = this.text('FN');
    const spelled = mailAddress(formatted) === '' ? formatted : '';
    const name = [spelled, `${first} ${last}`, this.text('NICKNAME')].find((text) => fold(text) !== '');
    return { name: name?.trim() ?? '', first, last };
  }

  emails(): string[] {
    const found = this.#all('EMAIL')
      .sort((a, b) => Number(isPreferred(b)) - Number(isPreferred(a)))
      .map(({ value }) => mailAddress(clean(unescaped(value, this.#version))))
      .filter((address) => address !== '');
    const spelled = mailAddress(clean(this.#first('FN')?.value ?? ''));
    return [...new Set(spelled === '' ? found : [...found, spelled])];
  }

  /** The city of the address of work (ADR: box, extended, street, city, …). */
  office(): string {
    const work = this.#all('ADR').find((address) => typesOf(address).includes('work'));
    return work ? this.#shown('ADR', partsOf(work.value)[3] ?? '') : '';
  }

  phones(): string[] {
    const numbers = this.#all('TEL').map(({ value }) =>
      this.#shown('TEL', value.replace(/^tel:/i, '').replace(/;ext=/i, ' ext ')),
    );
    return [...new Set(numbers.filter((number) => /\d/.test(number)))];
  }

  /** The address that somebody filled in as a LinkedIn profile speaks before a web page. */
  profile(): string {
    const social = this.properties.filter(({ name }) => SOCIAL.has(name));
    for (const property of social) {
      const slug = profileSlug(unescaped(property.value, this.#version).trim());
      if (slug !== '') return slug;
      const user = property.params.find(([key]) => key === 'X-USER')?.[1] ?? '';
      if (typesOf(property).includes('linkedin') && user !== '')
        return profileSlug(`https://www.linkedin.com/in/${user}`);
    }
    const pages = this.#all('URL').map(({ value }) => profileSlug(unescaped(value, this.#version).trim()));
    return pages.find((slug) => slug !== '') ?? '';
  }

  /** Apple marks companies; others write the company's name where a person's belongs. */
  isCompany(name: string, company: string): boolean {
    const kind = fold(this.text('KIND'));
    if (kind === 'org' || kind === 'group' || fold(this.text('X-ABSHOWAS')) === 'company') return true;
    const hasParts = this.parts('N').some((part) => part !== '');
    return !hasParts && company !== '' && fold(name) === fold(company);
  }

  #shown(field: string, raw: string): string {
    return fieldText(this.out, this.row, field, unescaped(raw, this.#version));
  }

  #first(name: string): Property | undefined {
    const all = this.properties.filter((property) => property.name === name);
    return all.find((property) => property.value.trim() !== '') ?? all[0];
  }

  #all(name: string): Property[] {
    return this.properties.filter((property) => property.name === name);
  }
}

function isPreferred(property: Property): boolean {
  return (
    typesOf(property).includes('pref') || property.params.some(([key, value]) => key === 'PREF' && Number(value) === 1)
  );
}
