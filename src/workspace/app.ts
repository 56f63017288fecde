import { createDatabase } from '#storage/database.ts';
import type { Line } from '#worker/remote.ts';
import { type Clashed, clashWords } from './clash.ts';
import { createCommands } from './commands.ts';
import type { Context } from './context.ts';
import { createDesk } from './desk.ts';
import { createExports, type Exports } from './exports.ts';
import { watchIdle } from './idle.ts';
import { createLock } from './lock-commands.ts';
import { openChannel, ownShelf, pageLocks, watchPage } from './page.ts';
import { createPersist } from './persist.ts';
import { createPlaces } from './places.ts';
import { createQueries } from './queries.ts';
import { createSearch } from './search.ts';
import { createSession } from './session.ts';
import { createDocuments, erasedNow } from './store.ts';
import { type Channel, createTabs } from './tabs.ts';
import type { Commands, DocumentState, Queries, Reading, Search, SessionState } from './types.ts';
import { createUpdates, type UpdateParts, type Updates } from './updates.ts';
import type { Locks } from './writer.ts';

/** Everything a screen works with. */
export interface App {
  readonly document: Reading<DocumentState>;
  readonly session: Reading<SessionState>;
  readonly commands: Commands;
  readonly queries: Queries;
  readonly search: Search;
  readonly exports: Exports;
  readonly updates: Updates;
  /** Opens what was open last; `document` has a workspace when it resolves. Never rejects. */
  start(): Promise<void>;
  /** Stores what is pending. */
  flush(): Promise<void>;
  /** Stores what is pending and lets go of worker, store and channel. */
  close(): Promise<void>;
}

export interface AppParts {
  /** Throws or answers null when the browser refuses workers: the service then runs in this page. */
  readonly makeWorker: () => Line | null;
  /** Registers the service worker where there is one. */
  readonly register?: UpdateParts['register'];
  /** The page was opened with a question from a friend: nothing is stored before the person does something of their own. */
  readonly guest?: boolean;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  readonly channel?: Channel | null;
  readonly locks?: Locks | null;
  /** Loads the page anew. */
  readonly reload?: () => void;
}

/** More people than this are entered into the search before somebody searches. */
const SEARCHED_AT_ONCE = 500;

/** A change with more records than this may not be stored in the moment that a page is closed. */
const SAVED_IN_PASSING = 1_000;

/** Builds the app; main.tsx hands it the worker, tests what they like. */
export function createApp({
  makeWorker,
  register = () => null,
  guest = false,
  now = Date.now,
  channel = openChannel(),
  locks = pageLocks(),
  reload = () => window.location.reload(),
}: AppParts): App {
  const documents = createDocuments(now);
  const session = createSession();
  const today = (): string => localDay(new Date(now()));
  const loadService = async () => (await import('#worker/create-service.ts')).createService();
  const workspace = () => documents.ledger()?.shown ?? null;
  const desk = createDesk({ makeWorker, loadService, workspace, today });
  const database = createDatabase((fault) => {
    if (fault.code === 'deleted') erasedNow(documents);
    else documents.setSave({ is: 'failed', message: fault.message });
  });
  const tabs = createTabs(channel);
  const { check: validate } = desk;
  const onClash = (clash: Clashed): void =>
    session.setState({ toast: { text: clashWords(clash, documents.workspace()), undo: false } });
  const persist = createPersist({ documents, database, tabs, validate, now, locks, onClash, guest });
  const places = createPlaces(ownShelf(), database.vault);
  const { look, ...lock } = createLock({ documents, database, persist, places, tabs, reload });
  const context: Context = { documents, session, desk, database, persist, places, tabs, lock, validate, now, today };
  const search = createSearch(workspace);
  // At once, not after the screen is drawn: the first click waits for it.
  documents.watch((after, before) => {
    if (after && after.id !== before?.id) void desk.ask((service, call) => service.prepare({}, call)).catch(() => {});
  });
  // An import is found by the time somebody has typed its first name.
  documents.watch((after, before) => {
    if (Math.abs((after?.people.size ?? 0) - (before?.people.size ?? 0)) > SEARCHED_AT_ONCE) void search.prepare();
  });
  const updates = createUpdates({
    register,
    settle: async () => {
      await persist.flush();
      return (documents.ledger()?.pending.length ?? 0) === 0;
    },
    reload,
  });
  const minutes = (): number => {
    const { lock: set, locked } = documents.store.getState();
    return locked !== 'no' ? 0 : (set?.idle ?? 0);
  };
  const calm = watchIdle({ minutes, lock: () => void lock.lockNow(), tabs, now });
  const leave = watchPage({
    leaving: () => void persist.flush({ leaving: true }),
    back: () => void persist.catchUp(),
    unsaved: () => {
      const pending = documents.ledger()?.pending ?? [];
      const heavy = pending.some(({ put, remove }) => put.length + remove.length > SAVED_IN_PASSING);
      return heavy || (pending.length > 0 && documents.store.getState().save.is === 'failed');
    },
  });
  return {
    document: documents.store,
    session,
    commands: createCommands(context),
    queries: createQueries(desk, workspace, today, places),
    search,
    exports: createExports(documents.workspace, today, now),
    updates,
    start: async () => {
      await persist.start();
      await look();
      void search.prepare();
      void updates.watch();
    },
    flush: () => persist.flush(),
    close: async () => {
      leave();
      calm();
      await persist.flush();
      persist.stop();
      desk.close();
      tabs.close();
      await database.close();
    },
  };
}

/** The calendar day on this computer's clock. */
function localDay(date: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
