import type { Drawn } from '#graph/draw.ts';
import type { MapView } from '#graph/drawing.ts';
import type { Kept } from '#graph/kept.ts';
import type { Look } from '#intake/look.ts';
import type { Contact, NameMatch } from '#intake/match-names.ts';
import type { ColumnMeaning, Decisions, Doubt, Review } from '#intake/types.ts';
import type { Change } from '#model/change.ts';
import type { CompanyId, ImportId, PersonId, TargetId } from '#model/ids.ts';
import type { Entry } from '#model/workspace.ts';
import type { Dormant, News, ToLabel } from '#paths/answers/attention.ts';
import type { IfYes, ManagerGuess, PairQuestion, Portfolio, TargetWays, TellingAnswer } from '#paths/types.ts';
import type { ChanceSum } from '#ties/chance.ts';
import type { Outcomes } from '#ties/outcomes.ts';
import type { SelfCheck } from '#ties/self-check.ts';
import type { Evidence, MyTie, TieBetween } from '#ties/types.ts';
import type { Handed, Slice } from './handed.ts';

export interface ReadProgress {
  readonly file: string;
  readonly bytes: number;
  readonly total: number;
  readonly rows: number;
}

export interface WaysFilter {
  readonly maxIntermediaries: number;
  readonly without: readonly PersonId[];
  readonly through: readonly PersonId[];
  /** Ways per section; 5 at first, more on demand. */
  readonly k: number;
}

/** A column per fact, one entry per person in the order of `ids`: cheap to carry, cheap to sort. */
export interface PeopleColumns {
  readonly ids: readonly PersonId[];
  readonly ties: readonly MyTie[];
}

export interface PersonShown {
  readonly mine: MyTie;
  readonly evidence: readonly Evidence[];
  /** How the evidence adds up to the chance; null without messages. */
  readonly sum: ChanceSum | null;
  /** What is missing for a warmer tie: "Why not warmer?" */
  readonly missing: readonly string[];
  readonly ties: readonly (TieBetween & { readonly evidence: readonly Evidence[] })[];
  readonly opens: readonly TargetId[];
}

/** What every request may carry besides its own arguments. */
export interface Call<P = ReadProgress> {
  readonly signal?: AbortSignal;
  /** Called while a request runs. */
  readonly onProgress?: (progress: P) => void;
  /** The state the caller shows. A service at another one answers with the error `Stale`. */
  readonly revision?: number;
}

/**
 * Which of the records are none, by index, and which read differently than they are stored (defaults
 * filled in). All others may be used as they are: they need not travel back.
 */
export interface Verdict {
  readonly refused: readonly number[];
  readonly changed: readonly (readonly [index: number, entry: Entry])[];
}

/** All the records, `count` of them, that a check let pass. */
export interface Checked {
  readonly check: number;
  readonly count: number;
}

/**
 * Everything that is computed off the page. `createService()` is a plain object: the worker serves it,
 * tests and the fallback call it in-process. Answers carry the revision they are for; the caller drops
 * an answer for an older one.
 */
export interface Service {
  /** Takes the workspace over; later changes come by `apply`. Records that were checked last need not come again. */
  open(
    input: { entries: readonly Entry[] | Checked; revision: number; today: string },
    call: Call,
  ): Promise<{ revision: number }>;
  apply(input: { change: Change; revision: number }, call: Call): Promise<{ revision: number }>;
  /** Does what the first answer about ways would wait for. */
  prepare(input: Record<string, never>, call: Call): Promise<void>;
  /** Validates stored records (zod) off the page, part by part; all parts of one check carry its number. */
  validate(input: { records: readonly unknown[]; check: number }, call: Call): Promise<Verdict>;
  /** What the dropped files are, by their first bytes. */
  look(
    input: { files: readonly File[]; mappings: readonly (readonly [string, readonly ColumnMeaning[]])[] },
    call: Call,
  ): Promise<readonly Look[]>;
  read(
    input: {
      files: readonly File[];
      owner: 'me' | PersonId;
      mappings: readonly (readonly [string, readonly ColumnMeaning[]])[];
      /** Who the person said they are in a file that could not tell. */
      owners?: readonly (readonly [file: string, key: string])[];
      /** The code page the person chose for a file. */
      pages?: readonly (readonly [file: string, page: string])[];
    },
    call: Call,
  ): Promise<Review>;
  /** "Same person?" about what is stored: what reviews left open, strongest first. */
  doubles(input: Record<string, never>, call: Call): Promise<readonly Doubt[]>;
  /** The change that takes the import in, kept here for `slice`. */
  accept(input: Decisions, call: Call): Promise<Handed>;
  /** The change that takes an import back, likewise. */
  undoImport(input: { import: ImportId }, call: Call): Promise<Handed>;
  slice(input: { token: number; from: number }, call: Call): Promise<Slice>;
  /** The page has applied the change as it was handed over. */
  took(input: { token: number; revision: number }, call: Call): Promise<{ revision: number }>;
  discard(input: { token: number }, call: Call): Promise<void>;
  /** Problem rows of a review as CSV text, safe against formula injection. */
  problemsCsv(input: { token: number }, call: Call): Promise<string>;
  ways(input: { target: TargetId; filter: WaysFilter }, call: Call): Promise<TargetWays>;
  portfolio(input: { today: string }, call: Call): Promise<Portfolio>;
  people(input: Record<string, never>, call: Call): Promise<PeopleColumns>;
  person(input: { person: PersonId }, call: Call): Promise<PersonShown | null>;
  managers(input: { company: CompanyId; title: string }, call: Call): Promise<readonly ManagerGuess[]>;
  /** Looks asked names up in files of the friend who was asked; keeps nothing. `contacts`: everybody listed in them. */
  matchNames(
    input: { files: readonly File[]; names: readonly { name: string; company: string }[]; today: string },
    call: Call,
  ): Promise<{ matches: readonly NameMatch[]; contacts: readonly Contact[] }>;
  /**
   * The network as a drawable graph, laid out off the page; `kept` is where everybody stood on the last one. Its
   * progress is the share that is done, 0 to 1.
   */
  drawing(input: { view: MapView; kept: Kept | null }, call: Call<number>): Promise<Drawn>;
  /** With `among` only about pairs of those people. */
  questions(input: { limit: number; among?: readonly PersonId[] }, call: Call): Promise<readonly PairQuestion[]>;
  /** What a yes to "does `friend` know `about`?" would change. */
  ifYes(input: { friend: PersonId; about: PersonId }, call: Call): Promise<IfYes>;
  /** The same for the questions most worth asking. */
  tellingAnswers(input: { limit: number }, call: Call): Promise<readonly TellingAnswer[]>;
  /** Once two-way ties, silent for a year, that open a target. */
  dormant(input: Record<string, never>, call: Call): Promise<readonly Dormant[]>;
  /** Contacts who moved to the company of a target. */
  news(input: Record<string, never>, call: Call): Promise<readonly News[]>;
  /** Contacts without a closeness, most useful first. */
  toLabel(input: { limit: number }, call: Call): Promise<readonly ToLabel[]>;
  /** How the formula did on the user's own past messages (WARMTH.md §7). */
  selfCheck(input: Record<string, never>, call: Call): Promise<SelfCheck>;
  outcomes(input: Record<string, never>, call: Call): Promise<Outcomes>;
}
