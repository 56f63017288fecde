import type { Change } from '#model/change.ts';
import type { PersonId } from '#model/ids.ts';
import type { Channel, Mark } from '#model/person.ts';
import type { Problem } from '#model/problem.ts';
import type { Day } from '#model/time.ts';
import type { DoubtKind } from './matching/doubt.ts';

/** How far reading is: bytes and rows of all files together. */
export interface ReadingProgress {
  readonly file: string;
  readonly bytes: number;
  readonly total: number;
  readonly rows: number;
}

/** What a file turned out to be, decided by content and never by name alone. */
export type FileKind =
  | 'linkedin-connections'
  | 'linkedin-messages'
  | 'linkedin-invitations'
  | 'linkedin-recommendations'
  | 'linkedin-endorsements'
  | 'linkedin-positions'
  | 'linkedin-education'
  | 'linkedin-profile'
  | 'linkedin-follows'
  | 'linkedin-applications'
  | 'linkedin-saved-jobs'
  | 'linkedin-preferences'
  | 'linkedin-contacts'
  | 'linkedin-notes'
  | 'linkedin-addresses'
  | 'google-csv'
  | 'outlook-csv'
  | 'vcard'
  | 'calendar'
  | 'mbox'
  | 'eml'
  | 'facebook-friends'
  | 'shared-list'
  | 'mapped-csv'
  | 'archive'
  | 'ignored'
  | 'unknown';

/** A person as one row names them, before anybody is matched. */
export interface Candidate {
  readonly row: number;
  readonly name: string;
  readonly first: string;
  readonly last: string;
  readonly profile: string;
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  readonly company: string;
  readonly position: string;
  readonly department: string;
  /** The office or the city of work, where the source says one. */
  readonly office?: string;
  readonly connected: Day | null;
  readonly listed: boolean;
}

/** Messages with one counterpart, named as that source names them. */
export interface CandidateMessages {
  readonly who: Pick<Candidate, 'name' | 'profile' | 'emails'>;
  readonly channel: Channel;
  readonly theirs: readonly number[];
  readonly mine: readonly number[];
  /** Mail in one direction says something of people known already; it makes nobody. */
  readonly onlyKnown?: boolean;
}

export interface CandidateMark {
  readonly who: Pick<Candidate, 'name' | 'profile' | 'emails' | 'company'>;
  readonly kind: Mark['kind'];
  readonly on: Day | null;
  readonly text: string;
}

export interface TargetSeed {
  readonly title: string;
  readonly company: string;
  readonly link: string;
  readonly on: Day | null;
  readonly applied: boolean;
  readonly from: 'application' | 'saved-job' | 'dream-company';
}

export interface OwnFacts {
  readonly name: string;
  readonly profile: string;
  readonly emails: readonly string[];
  readonly employers: readonly { company: string; title: string; from: string; to: string }[];
  readonly schools: readonly { name: string; from: string; to: string }[];
}

/** Somebody whose file it may be: the person says which of them they are. */
export interface MaybeOwner {
  /** Names them when the answer comes back: a profile slug, an e-mail address, or a folded name. */
  readonly key: string;
  readonly name: string;
  /** In how many of the file's conversations, letters or meetings they take part, and of how many. */
  readonly parts: number;
  readonly all: number;
}

/** A file that is not Unicode can be read in several ways; the first is the way it was read. */
export interface CodePageChoice {
  /** Whether the first is clearly right. */
  readonly sure: boolean;
  readonly choices: readonly { readonly page: string; readonly label: string; readonly lines: readonly string[] }[];
}

/** Everything one reader got out of one file. */
export interface ReadOut {
  /** As shown: the file's name, with its archive before it (`export.zip/Connections.csv`). */
  readonly file: string;
  /** What came together: the archive's name, or '' for files dropped one by one. */
  readonly archive: string;
  readonly bytes: number;
  readonly kind: FileKind;
  readonly rows: number;
  readonly candidates: readonly Candidate[];
  readonly messages: readonly CandidateMessages[];
  readonly marks: readonly CandidateMark[];
  readonly seeds: readonly TargetSeed[];
  readonly own: Partial<OwnFacts>;
  /** Nothing was counted, for the owner may be any of these; most likely first. */
  readonly whose: readonly MaybeOwner[];
  /** How else the file's letters can be read; null when there is one way. */
  readonly codePage: CodePageChoice | null;
  /** The person said whose file it is. */
  readonly ownerSaid: boolean;
  /** Rows of private members: counted, never a person. */
  readonly hidden: number;
  /** What was left out on purpose, as a sentence; '' when nothing was. */
  readonly note: string;
  /** The newest date anything in the file speaks of. */
  readonly newest: number | null;
  readonly problems: readonly Problem[];
}

export interface FileReport {
  readonly name: string;
  readonly kind: FileKind;
  readonly bytes: number;
  /** One plain sentence: what it is, or why nothing was read and what to do. */
  readonly sentence: string;
  readonly rows: number;
  readonly hidden: number;
  readonly messages: number;
  readonly problems: number;
}

/** Everything that was read of the files dropped together; `read` is what `planImport` takes. */
export interface ReadResult {
  readonly read: readonly ReadOut[];
  readonly reports: readonly FileReport[];
  readonly unmapped: readonly Unmapped[];
  /** Problems of whole files that gave no ReadOut (empty, cut off, unknown). */
  readonly problems: readonly Problem[];
}

/** A change the newest source tells of somebody already known. */
export interface Update {
  readonly person: PersonId;
  readonly name: string;
  readonly field: 'name' | 'company' | 'position' | 'e-mail' | 'phone';
  readonly before: string;
  readonly after: string;
  readonly on: Day;
}

/** Somebody as a question shows them. */
export interface Described {
  readonly name: string;
  readonly company: string;
  readonly position: string;
  readonly emails: readonly string[];
}

/**
 * "Same person?", one question a row: `index` names it when the decision comes back. Questions come
 * strongest first, by kind and then by how rare the name is.
 */
export interface Doubt {
  readonly index: number;
  readonly file: string;
  readonly row: number;
  readonly incoming: Described;
  /** Who is asked about; null while the row is not stored. */
  readonly about: PersonId | null;
  /** The one to three known people it may be, the likeliest first. */
  readonly options: readonly { readonly person: PersonId; readonly known: Described }[];
  readonly kind: DoubtKind;
  readonly reason: string;
}

/** A file nobody knows: the mapper shows `preview` (header first) with our guess per column. */
export interface Unmapped {
  readonly file: string;
  readonly header: readonly string[];
  readonly preview: readonly (readonly string[])[];
  readonly guess: readonly ColumnMeaning[];
  readonly codePage: CodePageChoice | null;
}

export type ColumnMeaning =
  | 'name'
  | 'first'
  | 'last'
  | 'e-mail'
  | 'phone'
  | 'company'
  | 'position'
  | 'profile'
  | 'connected'
  | 'ignore';

/** What the person reviews before anything is stored. Plain data; crosses the worker boundary. */
export interface Review {
  /** Names the plan that waits in the worker. */
  readonly token: number;
  readonly revision: number;
  readonly owner: 'me' | PersonId;
  readonly files: readonly FileReport[];
  readonly added: number;
  readonly same: number;
  readonly updated: number;
  readonly hidden: number;
  readonly gone: number;
  readonly messages: number;
  readonly updates: readonly Update[];
  readonly doubts: readonly Doubt[];
  /** The first 1,000; `problemCount` says how many there are. */
  readonly problems: readonly Problem[];
  readonly problemCount: number;
  readonly unmapped: readonly Unmapped[];
  /** How else the letters of a file can be read. */
  readonly codePages: readonly { readonly file: string; readonly codePage: CodePageChoice }[];
  /** Files whose owner the person must name before anything of them counts. */
  readonly whose: readonly { readonly file: string; readonly people: readonly MaybeOwner[] }[];
  readonly seeds: readonly TargetSeed[];
  /** Proposed for Settings, taken in only where the person ticks it. */
  readonly own: Partial<OwnFacts>;
  /** Whose files these are by what they say, as long as nothing known of the user confirms it; '' when it is clear. */
  readonly areYou: string;
  /** Nothing could be read or nothing is new: the reason in one sentence; '' when there is something to take in. */
  readonly nothing: string;
}

/** The person's answers to a review. */
export interface Decisions {
  readonly token: number;
  /**
   * By doubt index: which of its options is the same person, or null for none of them. Questions without
   * an answer stay two people, and can be answered later.
   */
  readonly same: readonly (readonly [index: number, option: number | null])[];
  readonly takeOwn: boolean;
}

export interface Accepted {
  readonly change: Change;
  readonly summary: string;
}
