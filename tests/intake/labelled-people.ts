import nicknames from '#data/words/nicknames.json';
import type { Candidate, FileKind, ReadOut } from '#intake/types.ts';
import { random } from '#tests/paths/random.ts';

/** A row and the person it is really about. */
export interface Labelled {
  readonly out: ReadOut;
  /** By row number: who it is. */
  readonly truth: ReadonlyMap<number, number>;
}

interface Someone {
  readonly id: number;
  readonly first: string;
  readonly last: string;
  readonly companies: readonly string[];
  readonly position: string;
  readonly mail: string;
  readonly phone: string;
  readonly slug: string;
}

const FIRST =
  'Robert William James Michael Thomas David Daniel Christopher Alexander Elizabeth Katherine Margaret Jennifer Susan Victoria José Zoë François Łukasz Søren Jürgen Ana Marta Kofi Wei Omar Priya Ines Petra Hugo Noa Yusuf Amara Tomás Renée Björn Chloé Åsa Ivo Lea'.split(
    ' ',
  );
const LAST =
  'García Müller Smith Johnson Okafor-Lindqvist Nguyen Lee O’Brien Kowalski Haddad Sanz Mensah Novák Jørgensen Rossi Dubois Weber Costa Lindström Ito Rao Fernández Schäfer Brandt Olsen Moreau Ruiz Becker Silva Popov'.split(
    ' ',
  );
const SYLLABLES = 'ba ke li mo nu ra se ti vo ze da fi go hu ja ko la me ni po'.split(' ');
const LEGAL = ['', '', '', ', Inc.', ' GmbH', ' Ltd.', ' S.A. de C.V.', ' & Co. KG'];
const TAIL = [', PhD', ', MBA, PMP®', ' (she/her)', ' ☁️', ''];

/**
 * People as four sources know them: an old LinkedIn list without profiles, a new one with them, a mail
 * address book and a phone's cards. Names come with nicknames, lost accents, parts turned round, degrees
 * and middle initials; companies change and are spelled in several ways; one in twelve shares the full
 * name with somebody else, some share a mailbox, many fields are missing.
 */
export function labelledSources(people: number, seed: number): Labelled[] {
  const next = random(seed);
  const everybody = Array.from({ length: people }, (_, id) => someone(id, next));
  const now = 1_770_000_000;
  return [
    source('linkedin-connections', 'old.csv', everybody, 0.5, now - 4 * 31_536_000, next, oldRow),
    source('linkedin-connections', 'new.csv', everybody, 0.8, now, next, newRow),
    source('google-csv', 'mail.csv', everybody, 0.55, now, next, mailRow),
    source('vcard', 'phone.vcf', everybody, 0.45, now, next, phoneRow),
  ];
}

function someone(id: number, next: () => number): Someone {
  const of = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const word = (): string => [of(SYLLABLES), of(SYLLABLES), of(SYLLABLES)].join('');
  const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
  // Most surnames are rare; the common ones make namesakes.
  const last = next() < 0.55 ? capital(`${word()}${of(SYLLABLES)}`) : of(LAST);
  const first = of(FIRST);
  const firm = (): string => `${capital(word())} ${of(['Labs', 'Systems', 'Foods', 'Group', 'Bank', 'Logistics'])}`;
  const name = `${plain(first)}.${plain(last)}`.toLowerCase().replace(/[^a-z.]/g, '');
  return {
    id,
    first,
    last,
    companies: [firm(), firm()],
    position: of(['Analyst', 'Engineer', 'Director', 'Recruiter', 'Designer']),
    mail: `${name}${id}@${of(['gmail.com', 'example.org', 'outlook.com'])}`,
    phone: `+1 512 ${String(1_000_000 + id * 7).slice(0, 3)} ${String(10_000 + id).slice(-4)}`,
    slug: `${name.replace('.', '-')}-${id.toString(16)}`,
  };
}

type RowOf = (person: Someone, next: () => number) => Partial<Candidate>;

function source(
  kind: FileKind,
  file: string,
  everybody: readonly Someone[],
  share: number,
  newest: number,
  next: () => number,
  rowOf: RowOf,
): Labelled {
  const truth = new Map<number, number>();
  const candidates: Candidate[] = [];
  for (const person of everybody) {
    if (next() > share) continue;
    const row = candidates.length + 2;
    truth.set(row, person.id);
    const empty = {
      first: '',
      last: '',
      profile: '',
      emails: [],
      phones: [],
      company: '',
      position: '',
      department: '',
      connected: null,
    };
    candidates.push({
      ...empty,
      name: person.first,
      row,
      listed: kind === 'linkedin-connections',
      ...rowOf(person, next),
    });
  }
  const rest = {
    messages: [],
    marks: [],
    seeds: [],
    own: {},
    whose: [],
    ownerSaid: false,
    codePage: null,
    hidden: 0,
    note: '',
    problems: [],
  };
  return { out: { file, archive: '', bytes: 1, kind, rows: candidates.length, candidates, newest, ...rest }, truth };
}

/** LinkedIn of 2020: no profiles, the company of that time. */
function oldRow(person: Someone, next: () => number): Partial<Candidate> {
  return {
    name: `${person.first} ${person.last}${tail(next)}`,
    company: next() < 0.85 ? spelled(person.companies[0] ?? '', next) : '',
    position: person.position,
    connected: dayOf(person),
  };
}

/** LinkedIn of 2026: profiles; four in ten have changed the company since. */
function newRow(person: Someone, next: () => number): Partial<Candidate> {
  const company = person.companies[next() < 0.4 ? 1 : 0] ?? '';
  return {
    name: `${person.first} ${person.last}${tail(next)}`,
    profile: person.slug,
    emails: next() < 0.04 ? [person.mail] : [],
    company: next() < 0.9 ? spelled(company, next) : '',
    position: person.position,
    connected: dayOf(person),
  };
}

/** A mail address book: addresses with tags and dots, nicknames, now and then a shared mailbox. */
function mailRow(person: Someone, next: () => number): Partial<Candidate> {
  const tagged = next() < 0.2 ? person.mail.replace('@', '+lists@') : person.mail;
  const dotted = next() < 0.2 && person.mail.endsWith('@gmail.com') ? tagged.replace('.', '') : tagged;
  const shared = `info@${plain(person.companies[0] ?? '')
    .toLowerCase()
    .replace(/[^a-z]/g, '')}.example`;
  const firm = next() < 0.45;
  return {
    name: noisyName(person, next),
    emails: next() < 0.06 ? [shared] : next() < 0.9 ? [dotted] : [],
    company: firm ? spelled(person.companies[0] ?? '', next) : '',
    phones: next() < 0.3 ? [person.phone] : [],
  };
}

/** Cards of a phone: numbers in several spellings, short names, seldom a company. */
function phoneRow(person: Someone, next: () => number): Partial<Candidate> {
  const digits = person.phone.replace(/\D/g, '');
  const number =
    next() < 0.5 ? person.phone : next() < 0.5 ? `(${digits.slice(1, 4)}) ${digits.slice(4)}` : `00${digits}`;
  return {
    name: noisyName(person, next),
    emails: next() < 0.4 ? [person.mail] : [],
    phones: next() < 0.9 ? [number] : [],
    company: next() < 0.3 ? spelled(person.companies[next() < 0.7 ? 0 : 1] ?? '', next) : '',
    profile: next() < 0.1 ? person.slug : '',
  };
}

function noisyName({ first, last }: Someone, next: () => number): string {
  const roll = next();
  if (roll < 0.5) return `${first} ${last}`;
  if (roll < 0.65) return plain(`${first} ${last}`);
  if (roll < 0.75) return `${last}, ${first}`;
  if (roll < 0.8) return `${last} ${first}`;
  if (roll < 0.88) return `${first} ${'ABCDEFGH'.charAt(Math.floor(next() * 8))}. ${last}`;
  const known = nicknames.find((names) => names[0] === plain(first).toLowerCase());
  const nickname = known?.[1 + Math.floor(next() * (known.length - 1))];
  return nickname ? `${nickname.charAt(0).toUpperCase()}${nickname.slice(1)} ${last}` : `${first} ${last}`;
}

function tail(next: () => number): string {
  return next() < 0.85 ? '' : (TAIL[Math.floor(next() * TAIL.length)] ?? '');
}

function spelled(company: string, next: () => number): string {
  const legal = LEGAL[Math.floor(next() * LEGAL.length)] ?? '';
  return next() < 0.1 ? `${company}${legal}`.toUpperCase() : `${company}${legal}`;
}

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .replaceAll('Ł', 'L')
    .replaceAll('’', "'");
}

function dayOf({ id }: Someone): string {
  return new Date(Date.UTC(2012, 0, 1 + ((id * 37) % 3000))).toISOString().slice(0, 10);
}
