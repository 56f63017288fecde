import type { StoreApi } from 'zustand/vanilla';
import type { TravellingAnswer } from '#friendcheck/types.ts';
import type { Drawing, MapView } from '#graph/drawing.ts';
import type { ColumnMeaning, Decisions, Review } from '#intake/types.ts';
import type { Ask, AskState, Packet } from '#model/ask.ts';
import type { Company, SizeBand } from '#model/company.ts';
import type { AskId, CompanyId, ImportId, PersonId, QuestionId, TargetId } from '#model/ids.ts';
import type { Me, PeopleView } from '#model/me.ts';
import type { OwnWords } from '#model/person.ts';
import type { Result } from '#model/result.ts';
import type { FriendChecks, Target } from '#model/target.ts';
import type { Statement } from '#model/tie.ts';
import type { Workspace } from '#model/workspace.ts';
import type { Refusal } from '#storage/backup.ts';
import type { ReadProgress, Service, WaysFilter } from '#worker/service.ts';
import type { NewQuestion } from '#workspace/changes/question.ts';
import type { OpenedBackup } from './backup-commands.ts';
import type { Edit } from './rebase.ts';

/** One running piece of work, as one value: a status never disagrees with its result. */
type Task<T> =
  | { readonly is: 'idle' }
  | { readonly is: 'running'; readonly progress: ReadProgress | null; readonly cancel: () => void }
  | { readonly is: 'done'; readonly value: T }
  | { readonly is: 'failed'; readonly message: string };

/**
 * How safe the work is, shown in the top bar. `saved` only after the transaction completed. When it
 * failed the work stays open and a backup file can still be saved.
 */
export type SaveState =
  | { readonly is: 'saved' }
  | { readonly is: 'saving' }
  | {
      readonly is: 'failed';
      readonly message: string;
      /** The store works, but this workspace is no longer in it: `storeAgain` puts it back. */
      readonly missing?: boolean;
      /** It is tried again by itself, and at a word: loading the page anew would lose what is not saved. */
      readonly retry?: boolean;
      /** The store could not be read at the start, and nothing was done without it yet. */
      readonly unread?: boolean;
    }
  /** Everything was deleted, here or in another tab; nothing is stored again until the page is loaded anew. */
  | { readonly is: 'erased' };

/** A store as screens see it: read and subscribe (zustand's `useStore` takes it). Commands write. */
export type Reading<T> = Pick<StoreApi<T>, 'getState' | 'getInitialState' | 'subscribe'>;

/** The workspaces on this computer. */
export type Shelf = readonly { readonly id: string; readonly name: string; readonly sample: boolean }[];

/** The document store: what is saved, and how safe it is. `apply` is its only writer. */
export interface DocumentState {
  /** null until the first load is done. */
  readonly workspace: Workspace | null;
  readonly save: SaveState;
  /** What can be taken back and done again, the newest last; `what` names it. */
  readonly undo: readonly Edit[];
  readonly redo: readonly Edit[];
  /** This workspace included. */
  readonly shelf: Shelf;
  /** The passphrase of the app: after how many idle minutes it locks itself (0: never); null without one. */
  readonly lock: { readonly idle: number } | null;
  /** Behind its passphrase nothing is shown and nothing can be stored. `closing`: what is pending is stored first. */
  readonly locked: 'no' | 'closing' | 'yes';
}

/** The session store: not saved, but for the last screen and target. */
export interface SessionState {
  readonly intake: Task<Review>;
  /** Selected way in per target page, by way id. */
  readonly way: string | null;
  readonly filter: WaysFilter;
  readonly selected: readonly PersonId[];
  readonly toast: { readonly text: string; readonly undo: boolean } | null;
}

export interface NewTarget {
  readonly title: string;
  readonly company: string;
  /** An existing person, a new name, or nobody yet. */
  readonly manager: PersonId | { readonly name: string } | null;
}

/** The first door: one role and one friend. */
export interface FirstDoor {
  readonly title: string;
  readonly company: string;
  readonly manager: string;
  readonly friend: string;
  readonly how: Statement['how'];
  readonly says: Statement['says'];
  /** How close I am to the friend; without it "would recognise me" is assumed, and marked so. */
  readonly closeness?: OwnWords['closeness'] | null;
}

export interface NewAsk {
  readonly target: TargetId;
  readonly friend: PersonId;
  /** The people after the friend, the hiring manager last. */
  readonly way: readonly PersonId[];
  readonly kind: Ask['kind'];
  readonly packet: Packet;
  readonly sheOffered?: boolean;
  readonly queue?: boolean;
}

/** `about` is `same`, or (null) none of `options`. */
export interface DoubleAnswer {
  readonly about: PersonId;
  readonly same: PersonId | null;
  readonly options: readonly PersonId[];
}

/** Every use case of the app. Each one that changes the workspace is one undoable step. */
export interface Commands {
  openSample(): Promise<void>;
  /** Back to the own workspace; the sample is taken off the shelf. */
  leaveSample(): Promise<void>;
  openWorkspace(id: string): Promise<Result<null, string>>;
  newWorkspace(name: string): Promise<Result<null, string>>;
  renameWorkspace(id: string, name: string): Promise<Result<null, string>>;
  /** For good, without undo. Deleting the open one opens another. */
  deleteWorkspace(id: string): Promise<Result<null, string>>;
  firstDoor(input: FirstDoor): TargetId;

  readFiles(files: readonly File[], owner: 'me' | PersonId): Promise<void>;
  /** Reads the dropped files again, knowing who the user is in one of them (`Review.whose`). */
  sayOwner(file: string, key: string): Promise<void>;
  /** Reads the dropped files again, one of them by another code page (`Review.codePages`). */
  readAs(file: string, page: string): Promise<void>;
  mapColumns(header: readonly string[], columns: readonly ColumnMeaning[]): Promise<void>;
  acceptReview(decisions: Decisions): Promise<Result<string, string>>;
  discardReview(): void;
  problemsCsv(): Promise<string>;
  undoImport(id: ImportId): Promise<void>;

  addTarget(input: NewTarget): TargetId;
  editTarget(id: TargetId, edit: Partial<Omit<Target, 'id'>>): void;
  editChecks(target: TargetId, friend: PersonId, edit: Partial<FriendChecks>): void;
  removeTarget(id: TargetId): void;

  addPerson(own: Partial<OwnWords> & { name: string }, company?: string): PersonId;
  editPerson(id: PersonId, own: Partial<OwnWords>): void;
  /** One step to undo, whatever the number of people. */
  editPeople(ids: readonly PersonId[], edit: (own: OwnWords) => Partial<OwnWords>): void;
  label(ids: readonly PersonId[], closeness: OwnWords['closeness'] | null): void;
  mergePeople(keep: PersonId, away: PersonId): void;
  /** Answers to "Same person?", all in one step: who is one person, who is two. */
  settleDoubles(answers: readonly DoubleAnswer[]): void;
  splitPerson(id: PersonId, sightings: readonly number[]): PersonId;
  removePerson(id: PersonId): void;
  /** Keeps the question that the person carries to each friend; nothing is sent. */
  askFriends(question: NewQuestion): readonly QuestionId[];
  takeAnswer(id: QuestionId, answer: TravellingAnswer): void;
  removeQuestions(ids: readonly QuestionId[]): void;
  addStatement(
    a: PersonId,
    b: PersonId,
    statement: Omit<Statement, 'question' | 'remark' | 'by'> & Partial<Statement>,
  ): void;
  removeStatement(a: PersonId, b: PersonId, index: number): void;

  companyNamed(name: string): CompanyId;
  /** Of the whole company, or of the department or office of it named `unit`. */
  sizeCompany(id: CompanyId, size: SizeBand | null, unit?: string): void;
  editCompany(id: CompanyId, edit: Partial<Pick<Company, 'name' | 'note' | 'tags'>>): void;
  /** `away` is part of `keep` from now on. */
  mergeCompanies(keep: CompanyId, away: CompanyId): void;

  /** Refused with the reason when an ask to this friend or manager is open; `sheOffered` overrides, `queue` parks it. */
  prepareAsk(input: NewAsk): Result<AskId, string>;
  editPacket(id: AskId, edit: Partial<Packet>): void;
  tickChecklist(id: AskId, item: string, ticked: boolean): void;
  moveAsk(id: AskId, state: AskState, on: string, note?: string): void;
  declineAsk(id: AskId, reason: Ask['declineReason'], on: string): void;
  nudgeAsk(id: AskId, on: string): void;
  thankAsk(id: AskId, on: string): void;
  keepCv(target: TargetId, file: File): Promise<Result<string, string>>;
  dropCv(target: TargetId): void;
  walkAway(target: TargetId): void;
  reopen(target: TargetId): void;

  editMe(edit: Partial<Omit<Me, 'id'>>): void;
  /** `what` names the undo step. */
  keepPeopleView(view: PeopleView, what: string): void;
  /** `made` marks the workspace as backed up, once the file is safely written. */
  backup(passphrase: string): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer>; made: () => void }>;
  /** Reads a backup whole and says what is in it. Nothing is changed. */
  openBackup(file: File, passphrase: string): Promise<Result<OpenedBackup, Refusal>>;
  /** The file that the open workspace's backups are written to, where one was chosen. */
  backupFile(): Promise<FileSystemFileHandle | null>;
  keepBackupFile(file: FileSystemFileHandle | null): Promise<void>;
  /** Encrypts everything on this computer behind a passphrase; `idle`: minutes after which it locks itself, 0 never. */
  setLock(passphrase: string, idle: number): Promise<Result<null, string>>;
  changeLock(before: string, after: string): Promise<Result<null, string>>;
  removeLock(passphrase: string): Promise<Result<null, string>>;
  setLockIdle(idle: number): Promise<Result<null, string>>;
  /** Stores what is pending and closes every tab's view; without a passphrase nothing happens. */
  lockNow(): Promise<void>;
  unlock(passphrase: string): Promise<Result<null, string>>;
  /** Puts what is open back into a store that was cleared or lost it. */
  storeAgain(): Promise<void>;
  /** Every workspace, cached file and setting in this browser. Fails with a sentence while another tab holds the store. */
  deleteEverything(): Promise<Result<null, string>>;

  /** Several commands as one undoable step with this name. */
  together<T>(what: string, does: () => T): T;
  undo(): void;
  redo(): void;
  dismissToast(): void;
  chooseWay(id: string | null): void;
  setFilter(filter: Partial<WaysFilter>): void;
  select(ids: readonly PersonId[]): void;
}

/** Asks the worker; the promise rejects with `AbortError` when cancelled. Answers for an older revision are asked again. */
export interface Queries {
  readonly ways: (target: TargetId, filter: WaysFilter, signal?: AbortSignal) => ReturnType<Service['ways']>;
  readonly portfolio: (signal?: AbortSignal) => ReturnType<Service['portfolio']>;
  readonly people: (signal?: AbortSignal) => ReturnType<Service['people']>;
  readonly person: (id: PersonId, signal?: AbortSignal) => ReturnType<Service['person']>;
  readonly managers: (company: CompanyId, title: string, signal?: AbortSignal) => ReturnType<Service['managers']>;
  readonly look: (files: readonly File[]) => ReturnType<Service['look']>;
  readonly matchNames: (
    files: readonly File[],
    names: readonly { name: string; company: string }[],
  ) => ReturnType<Service['matchNames']>;
  /** `onProgress` hears the share that is laid out, 0 to 1. */
  readonly drawing: (view: MapView, signal?: AbortSignal, onProgress?: (share: number) => void) => Promise<Drawing>;
  /** With `among` only about pairs of those people. */
  readonly questions: (
    limit: number,
    signal?: AbortSignal,
    among?: readonly PersonId[],
  ) => ReturnType<Service['questions']>;
  /** What a yes to "does `friend` know `about`?" would change. */
  readonly ifYes: (friend: PersonId, about: PersonId, signal?: AbortSignal) => ReturnType<Service['ifYes']>;
  readonly tellingAnswers: (limit: number, signal?: AbortSignal) => ReturnType<Service['tellingAnswers']>;
  readonly doubles: (signal?: AbortSignal) => ReturnType<Service['doubles']>;
  readonly dormant: (signal?: AbortSignal) => ReturnType<Service['dormant']>;
  readonly news: (signal?: AbortSignal) => ReturnType<Service['news']>;
  readonly toLabel: (limit: number, signal?: AbortSignal) => ReturnType<Service['toLabel']>;
  readonly selfCheck: (signal?: AbortSignal) => ReturnType<Service['selfCheck']>;
  readonly outcomes: (signal?: AbortSignal) => ReturnType<Service['outcomes']>;
}

/** One line of the search box. */
export type SearchHit = { readonly name: string; readonly detail: string } & (
  | { readonly kind: 'person'; readonly id: PersonId }
  | { readonly kind: 'company'; readonly id: CompanyId }
  | { readonly kind: 'target'; readonly id: TargetId }
);

export interface Search {
  /** Best hits first; every word of `text` must be found, the last may be unfinished. */
  find(text: string, limit: number): readonly SearchHit[];
  /** Builds the index ahead of the first search, a little at a time. */
  prepare(): Promise<void>;
}
