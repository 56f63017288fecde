import { z } from 'zod';
import { companyId, importId, type PersonId, personId } from './ids.ts';
import { day } from './time.ts';

const supported = { imports: z.array(importId).min(1) };

/** Why a row was taken for this person. */
export const matchReason = z.enum([
  'new',
  'profile',
  'e-mail',
  'name-and-company',
  'name-and-date',
  'name-and-phone',
  'name-on-list',
  'you-said-so',
]);
export type MatchReason = z.infer<typeof matchReason>;

/** What one source says of a person. The newest `seen` speaks; older ones are history. */
export const sightingSchema = z.object({
  ...supported,
  file: z.string(),
  row: z.number().int(),
  why: matchReason,
  name: z.string(),
  first: z.string(),
  last: z.string(),
  /** Normalised profile slug (FORMATS.md §1.4), '' when unknown. */
  profile: z.string(),
  emails: z.array(z.string()),
  phones: z.array(z.string()),
  company: companyId.nullable(),
  position: z.string(),
  department: z.string(),
  /** The office or the city of work, where the source says one. */
  office: z.string().optional(),
  /** "Connected on" for a connection list, else null. Never strength. */
  connected: day.nullable(),
  /** Whether being in this file makes a listed tie with the file's owner. */
  listed: z.boolean(),
  /** The day the source speaks of: the export's newest date, else the day of the import. */
  seen: day,
  /** The day a newer export of the same list no longer had this person. */
  gone: day.nullable(),
});
export type Sighting = z.infer<typeof sightingSchema>;

export const channel = z.enum(['linkedin', 'mail', 'meeting']);
export type Channel = z.infer<typeof channel>;

/**
 * Person-to-person messages with me, one list per channel and import: seconds, ascending, no
 * duplicates. Lists of several imports may overlap; readers merge them. Content is never kept.
 */
export const correspondenceSchema = z.object({
  ...supported,
  channel,
  file: z.string(),
  theirs: z.instanceof(Uint32Array),
  mine: z.instanceof(Uint32Array),
});
export type Correspondence = z.infer<typeof correspondenceSchema>;

/** Facts that are not messages. They are shown, and order only contacts without messages. */
export const markSchema = z.object({
  ...supported,
  file: z.string(),
  kind: z.enum([
    'they-recommended',
    'i-recommended',
    'they-invited',
    'i-invited',
    'they-endorsed',
    'i-endorsed',
    'group-thread',
    'large-meeting',
    'note',
  ]),
  on: day.nullable(),
  text: z.string(),
});
export type Mark = z.infer<typeof markSchema>;

/** What the user says of somebody's place at one company; what is not known stays empty. */
export const placeSchema = z.object({
  company: companyId,
  department: z.string().default(''),
  office: z.string().default(''),
  /** The year they came there. */
  since: z.number().int().min(1900).max(2200).nullable().default(null),
  on: day,
});
export type Place = z.infer<typeof placeSchema>;

/** What the person themselves said of this contact; no import touches it. */
export const ownWordsSchema = z.object({
  name: z.string().optional(),
  company: companyId.nullable().optional(),
  position: z.string().optional(),
  place: placeSchema.optional(),
  email: z.string().optional(),
  phone: z.string().optional(),
  /** 5 takes my call tonight, 4 worked closely, 3 would recognise me, 2 met once, 1 who? */
  closeness: z.number().int().min(1).max(5).optional(),
  closenessOn: day.optional(),
  /** Nobody said it: the app took a friend named at the first door for somebody who would recognise me. */
  closenessAssumed: z.literal(true).optional(),
  known: z.array(z.object({ how: z.enum(['worked', 'studied', 'met']), on: day })).default([]),
  tags: z.array(z.string()).default([]),
  note: z.string().default(''),
  hr: z.boolean().optional(),
  doNotContact: z.object({ on: day, reason: z.string() }).optional(),
  /** Asked by the friend: no job asks. */
  leaveOut: z.object({ on: day, reason: z.string() }).optional(),
  /** People the user said are not this person. */
  notSame: z.array(personId).default([]),
});
export type OwnWords = z.infer<typeof ownWordsSchema>;

export const personSchema = z.object({
  id: personId,
  sightings: z.array(sightingSchema),
  events: z.array(correspondenceSchema),
  marks: z.array(markSchema),
  own: ownWordsSchema,
});
export type Person = z.infer<typeof personSchema>;

export const NO_OWN_WORDS: OwnWords = { known: [], tags: [], note: '', notSame: [] };

/** Somebody entered by hand: no file says anything of them. */
export function personByHand(id: Person['id'], own: Partial<OwnWords> & { name: string }): Person {
  return { id, sightings: [], events: [], marks: [], own: { ...NO_OWN_WORDS, ...own } };
}

export interface Profile {
  readonly name: string;
  readonly company: Person['sightings'][number]['company'];
  readonly position: string;
  readonly department: string;
  readonly profile: string;
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  /** Day of the newest source; null when only the user's words speak. */
  readonly asOf: string | null;
}

const profiles = new WeakMap<Person, Profile>();

/** What is shown of a person: the user's own words first, then the newest source that says it. */
export function profileOf(person: Person): Profile {
  const known = profiles.get(person);
  if (known) return known;
  const newestFirst = [...person.sightings].sort((a, b) => (a.seen < b.seen ? 1 : a.seen > b.seen ? -1 : 0));
  const job = newestJob(person);
  const { own } = person;
  const profile: Profile = {
    name: own.name ?? newestFirst.find((sighting) => sighting.name !== '')?.name ?? '',
    company: companyNow(person),
    position: own.position ?? job?.position ?? '',
    department: job?.department ?? '',
    profile: newestFirst.find((sighting) => sighting.profile !== '')?.profile ?? '',
    emails: unique([...(own.email ? [own.email] : []), ...newestFirst.flatMap((sighting) => sighting.emails)]),
    phones: unique([...(own.phone ? [own.phone] : []), ...newestFirst.flatMap((sighting) => sighting.phones)]),
    asOf: newestFirst[0]?.seen ?? null,
  };
  profiles.set(person, profile);
  return profile;
}

/** The company somebody works at now: what `profileOf` says, cheap, for a look at everybody. */
export function companyNow(person: Person): Profile['company'] {
  return person.own.company !== undefined ? person.own.company : (newestJob(person)?.company ?? null);
}

/** The newest sighting that names a company or a position; of equally new ones the first. */
function newestJob({ sightings }: Person): Sighting | null {
  let job: Sighting | null = null;
  for (const sighting of sightings) {
    const tells = sighting.company !== null || sighting.position !== '';
    if (tells && (job === null || sighting.seen > job.seen)) job = sighting;
  }
  return job;
}

/** Every company a source or the user ever named for this person, the current one first. */
export function companiesOf(person: Person): readonly NonNullable<Profile['company']>[] {
  const current = profileOf(person).company;
  const all = [current, ...person.sightings.map((sighting) => sighting.company)];
  return unique(all.filter((company) => company !== null));
}

/** Whether `companiesOf` has the company; cheap, for a look at everybody. */
export function wasEverAt({ own, sightings }: Person, company: NonNullable<Profile['company']>): boolean {
  return own.company === company || sightings.some((sighting) => sighting.company === company);
}

/** The person, noted as somebody else than that one. */
export function notSame(person: Person, other: PersonId): Person {
  if (person.id === other || person.own.notSame.includes(other)) return person;
  return { ...person, own: { ...person.own, notSame: [...person.own.notSame, other] } };
}

/**
 * Whether anything is here that no import could bring back: such a person survives an undone import. That
 * they are not somebody else is no such word: it means nothing without the files that made it a question.
 */
export function hasOwnWords(person: Person): boolean {
  const { known, tags, note, notSame: _, ...rest } = person.own;
  return known.length + tags.length > 0 || note !== '' || Object.values(rest).some((v) => v !== undefined);
}

function unique<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}
