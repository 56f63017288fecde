import type { Change } from '#model/change.ts';
import { fail, ok, type Result } from '#model/result.ts';
import { emptyWorkspace, type Workspace } from '#model/workspace.ts';
import type { Database, Shelved } from '#storage/database.ts';
import type { Fault } from '#storage/faults.ts';
import { load, newsSince, type Validate } from '#storage/load.ts';
import { save } from '#storage/save.ts';
import { FIRST_NAME, listShelf, newWorkspaceId, openLast, relabel, shelve } from '#storage/shelf.ts';
import type { Clashed } from './clash.ts';
import { applyAll, forgets } from './ledger.ts';
import type { Documents } from './store.ts';
import type { Tabs } from './tabs.ts';
import { createWriter, type Locks } from './writer.ts';

export interface PersistParts {
  readonly documents: Documents;
  readonly database: Database;
  readonly tabs: Tabs;
  readonly validate: Validate;
  readonly now: () => number;
  /** Somebody else's question was opened: nothing of it makes a store on this computer. */
  readonly guest: boolean;
  /** The browser's Web Locks, where it has them. */
  readonly locks: Locks | null;
  /** Milliseconds that a tab which holds the lock has to let go; writer.ts knows how many. */
  readonly patience?: number | undefined;
  /** Hears that the same field was changed here and in another tab. */
  readonly onClash: (clash: Clashed) => void;
}

/**
 * Keeps the store behind what is on screen.
 *
 *     apply ─▶ pending ─▶ (80 ms) ─▶ hold ─▶ save ─▶ saved: settle, tell the other tabs
 *                                             └▶ behind: take in what another tab stored, save again
 *
 * Every tab may edit; the one that holds the lock of the workspace writes (writer.ts), and the lock is asked for with
 * the first edit. A save names the revision it builds on, and the store refuses it when another tab was first; the
 * pending edits are then carried over field by field, and nothing is lost. A page that is being closed does not wait
 * for the lock: that comparison stands in for it.
 */
export interface Persist {
  /** Opens what was open last. */
  start(): Promise<void>;
  /** Refused while edits of the open one wait for a store that may recover: they are not left behind. */
  open(id: string): Promise<Result<null, Fault>>;
  /** Stores what is pending now; resolves when it is stored or has failed. `leaving`: the page may end any moment. */
  flush(how?: { readonly leaving: boolean }): Promise<void>;
  /** Takes in what other tabs stored. */
  catchUp(): Promise<void>;
  refreshShelf(): Promise<void>;
  /** Puts what is open on the shelf, whole, whatever became of it there. */
  storeAgain(): Promise<void>;
  /** Runs when nothing is being saved, and holds saving until it is over. */
  alone<T>(work: () => Promise<T>): Promise<T>;
  stop(): void;
}

const SETTLE_MS = 80;
const RETRY_MS = 5_000;

export function createPersist(parts: PersistParts): Persist {
  const { documents, database, tabs, validate, now, locks, patience, onClash, guest } = parts;
  let tail: Promise<unknown> = Promise.resolve();
  let timer: ReturnType<typeof setTimeout> | null = null;
  let stopped = false;
  /** What is on screen is not on the shelf: the store could not be read at the start, or a guest put nothing there yet. */
  let unshelved: 'unread' | 'guest' | null = null;
  let fault: Fault | null = null;

  const alone = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = tail.then(work);
    tail = turn.catch(() => {});
    return turn;
  };
  const schedule = (ms: number): void => {
    if (stopped) return;
    timer ??= setTimeout(() => void flush(), ms);
  };
  const failed = (why: Fault): void => {
    fault = why;
    if (why.code === 'locked') documents.setLocked('yes');
    else {
      const missing = why.code === 'gone' || why.code === 'cleared';
      const unread = unshelved === 'unread' && documents.ledger()?.pending.length === 0;
      documents.setSave({ is: 'failed', message: why.message, missing, unread, retry: mayRecover(why) });
    }
    if (mayRecover(why)) schedule(RETRY_MS);
  };

  const drain = async (leaving: boolean): Promise<void> => {
    for (;;) {
      const waiting = documents.ledger();
      if (waiting && waiting.pending.length > 0 && !leaving) await writer.hold(waiting.shown.id);
      const ledger = documents.ledger();
      if (!ledger) return;
      if (ledger.pending.length === 0) {
        if (unshelved !== 'unread') break;
        return openedLast();
      }
      const { confirmed, pending, shown } = ledger;
      if (unshelved) {
        const item = await shelve(database, shown, now());
        if (!item.ok) return failed(item.error);
        unshelved = null;
        documents.settle(pending.length);
        await refreshShelf();
        continue;
      }
      const changes = pending.map(({ base: _, ...change }): Change => change);
      const whole = changes.some(forgets);
      const result = await save(database, shown.id, { from: confirmed.revision, changes, after: shown, whole }, now());
      if (!result.ok) return failed(result.error);
      if (result.value.is === 'saved') {
        documents.settle(changes.length);
        tabs.tell({ is: 'stored', id: shown.id });
      } else {
        const taken = await takeIn();
        if (!taken.ok) return failed(taken.error);
      }
    }
    fault = null;
    documents.setSave({ is: 'saved' });
  };

  const takeIn = async (): Promise<Result<null, Fault>> => {
    const ledger = documents.ledger();
    if (!ledger) return ok(null);
    const { id, revision } = ledger.confirmed;
    const news = await newsSince(database, id, revision, validate);
    if (!news.ok) return news;
    if (news.value.is === 'changes') receive(applyAll(ledger.confirmed, news.value.changes));
    if (news.value.is !== 'whole') return ok(null);
    const whole = await load(database, id, validate);
    if (!whole.ok) return whole;
    receive(whole.value.workspace);
    return ok(null);
  };
  const receive = (confirmed: Workspace): void => {
    const before = documents.workspace().people;
    const [clash] = documents.receive(confirmed);
    if (clash) onClash(clash);
    const { people } = documents.workspace();
    if (people === before) return;
    const gone = [...before.keys()].filter((id) => !people.has(id));
    if (gone.length > 0) documents.forget(new Set(gone));
  };

  const flush = ({ leaving } = { leaving: false }): Promise<void> => {
    if (timer) clearTimeout(timer);
    timer = null;
    // A tab that nobody looks at keeps no other one waiting.
    return alone(() => drain(leaving)).finally(() => leaving && writer.release());
  };
  const writer = createWriter({ locks, tabs, finish: () => flush(), patience });
  const catchUp = (): Promise<void> =>
    alone(async () => {
      const taken = await takeIn();
      if (!taken.ok) failed(taken.error);
    });

  const refreshShelf = async (): Promise<void> => {
    const shelf = await listShelf(database);
    if (!shelf.ok) return;
    documents.setShelf(shelf.value.map(({ id, name, sample }) => ({ id, name, sample })));
    for (const { id, name } of shelf.value) documents.rename(id, name);
  };

  const storeAgain = (): Promise<void> =>
    alone(async () => {
      const open = documents.ledger()?.shown.id;
      if (open === undefined) return;
      await writer.hold(open);
      const shelf = await listShelf(database);
      // Another tab put it back: what is pending here goes on top of that.
      if (shelf.ok && shelf.value.some(({ id }) => id === open)) return drain(false);
      const ledger = documents.ledger();
      if (!ledger) return;
      const done = await shelve(database, ledger.shown, now());
      if (!done.ok) return failed(done.error);
      fault = null;
      documents.settle(ledger.pending.length);
      documents.setSave({ is: 'saved' });
      tabs.tell({ is: 'shelf' });
      await refreshShelf();
    });

  const show = async (item: Shelved): Promise<Result<null, Fault>> => {
    const loaded = await load(database, item.id, validate);
    if (!loaded.ok) return loaded;
    unshelved = null;
    fault = null;
    writer.release();
    documents.load(loaded.value.workspace);
    documents.setSave(
      loaded.value.refused === 0
        ? { is: 'saved' }
        : {
            is: 'failed',
            message: `${loaded.value.refused} stored records could not be read. They are kept apart; the rest is here.`,
          },
    );
    await refreshShelf();
    return ok(null);
  };

  const start = async (): Promise<void> => {
    if (guest && (await isBare())) {
      unshelved = 'guest';
      documents.load(emptyWorkspace(newWorkspaceId(), FIRST_NAME));
      documents.setSave({ is: 'saved' });
      return;
    }
    await openedLast();
  };

  /** What was open last; a store that cannot be read is tried again as long as nothing was done without it. */
  const openedLast = async (): Promise<void> => {
    const last = await openLast(database, now());
    const shown = last.ok ? await show(last.value) : last;
    if (shown.ok) return;
    if (shown.error.code !== 'locked' && documents.ledger() === null) {
      unshelved = 'unread';
      documents.load(emptyWorkspace(newWorkspaceId(), FIRST_NAME));
    }
    failed(shown.error);
  };

  /** No workspace of their own here. */
  const isBare = async (): Promise<boolean> => {
    const shelf = await listShelf(database);
    return shelf.ok && shelf.value.length === 0;
  };

  const unwatch = documents.watch((after) => {
    const ledger = documents.ledger();
    if (!after || !ledger || ledger.pending.length === 0) return;
    documents.setSave({ is: 'saving' });
    void writer.hold(after.id);
    schedule(SETTLE_MS);
  });
  tabs.hear((news) => {
    if (news.is === 'shelf') void refreshShelf();
    else if (news.is === 'stored' && news.id === documents.ledger()?.shown.id) void catchUp();
  });

  return {
    start: () => alone(start),
    open: async (id) => {
      await flush();
      const { pending } = documents.ledger() ?? { pending: [] };
      if (pending.length > 0 && fault && mayRecover(fault)) return fail(fault);
      return alone(async () => {
        const item = await relabel(database, id, { opened: now() });
        return item.ok ? show(item.value) : item;
      });
    },
    flush,
    catchUp,
    refreshShelf,
    storeAgain,
    alone,
    stop: () => {
      stopped = true;
      if (timer) clearTimeout(timer);
      unwatch();
      writer.release();
    },
  };
}

/** Whether trying again later can help. */
function mayRecover({ code }: Fault): boolean {
  return code === 'quota' || code === 'unknown' || code === 'blocked' || code === 'unavailable';
}
