import { createStore } from 'zustand/vanilla';
import { type Change, recordOf } from '#model/change.ts';
import { fieldsChanged } from '#model/same.ts';
import type { Workspace } from '#model/workspace.ts';
import { RECORDS_AT_ONCE } from '#worker/handed.ts';
import type { Clashed } from './clash.ts';
import { stepsWithout } from './forget.ts';
import { Gathering } from './gather.ts';
import { add, type Ledger, ledgerOf, receive, settle } from './ledger.ts';
import { type Edit, editOf, rebase } from './rebase.ts';
import { laidOn } from './slices.ts';
import type { DocumentState, Reading, SaveState, Shelf } from './types.ts';

type Applied = Awaited<ReturnType<typeof laidOn>>;
/** `applied`: the change is already laid on what is shown. */
type ApplyOptions = { readonly undoable: boolean; readonly applied?: Applied | undefined };

type Taken = string | null | Promise<string | null>;

/** Called after every new state of the workspace, with the one before. */
type Watcher = (after: Workspace | null, before: Workspace | null) => void;

/**
 * The document store. `apply` is the only way the workspace changes; `settle` and `receive` tell it what
 * storage did; undo and redo are edits like any other.
 */
export interface Documents {
  readonly store: Reading<DocumentState>;
  /** The workspace on screen; throws before the first load, when there is nothing to command yet. */
  readonly workspace: () => Workspace;
  ledger(): Ledger | null;
  readonly apply: (change: Change, options?: { readonly undoable: boolean }) => void;
  /** What `does` applies becomes one change, named `what`, and one undo step. Nothing when it throws. */
  together<T>(what: string, does: () => T): T;
  /**
   * Applies a long change that was computed on `made`, which may be an older state: then it is carried over to
   * what stands now. Shown in one step. true when it was applied as it is.
   *
   * @throws when another workspace was opened meanwhile.
   */
  applyFrom(made: Workspace, change: Change): Promise<boolean>;
  /** Undo and redo hold nothing of these people any more. */
  forget(people: ReadonlySet<string>): void;
  /** The name of what was taken back, null when there was nothing; later when it was so much that it is done in slices. */
  undo(): Taken;
  redo(): Taken;
  load(workspace: Workspace | null): void;
  settle(count: number): void;
  /** Answers which fields were changed here and there: what was done here stands. */
  receive(confirmed: Workspace): readonly Clashed[];
  /** The name is of the shelf, not of the records: no revision, no undo. */
  rename(id: string, name: string): void;
  setSave(save: SaveState): void;
  setShelf(shelf: Shelf): void;
  setLock(lock: DocumentState['lock']): void;
  setLocked(locked: DocumentState['locked']): void;
  watch(watcher: Watcher): () => void;
}

const UNDO_STEPS = 200;
/** Edits of one record in this time are one undo step: typing is not undone letter by letter. */
const TYPING_MS = 1_000;

export function createDocuments(now: () => number): Documents {
  const store = createStore<DocumentState>(() => ({
    workspace: null,
    save: { is: 'saved' },
    undo: [],
    redo: [],
    shelf: [],
    lock: null,
    locked: 'no',
  }));
  const watchers = new Set<Watcher>();
  let ledger: Ledger | null = null;
  let gathering: Gathering | null = null;
  /** A long step that is being laid on; the next one waits for it. */
  let stepping: Promise<string | null> | null = null;
  let lastEdit = { at: Number.NEGATIVE_INFINITY, key: '' };

  const move = (next: Ledger | null, rest: Partial<DocumentState> = {}): void => {
    const before = ledger?.shown ?? null;
    ledger = next;
    const after = next?.shown ?? null;
    store.setState({ ...rest, workspace: after });
    if (after !== before) for (const watcher of watchers) watcher(after, before);
  };
  const workspace = (): Workspace => {
    if (!ledger) throw new Error('No workspace is open yet.');
    return gathering?.workspace ?? ledger.shown;
  };
  const write = (change: Change, applied?: Applied): Edit => {
    if (!ledger) throw new Error('No workspace is open yet.');
    const { ledger: next, inverse } = add(ledger, change, applied);
    move(next);
    return inverse;
  };
  const apply = (change: Change, { undoable, applied }: ApplyOptions = { undoable: true }): void => {
    if (change.put.length + change.remove.length === 0) return;
    if (gathering) {
      gathering.add(change);
      return;
    }
    const key = undoable ? typingKey(change, workspace()) : '';
    const last = stacks().undo.at(-1);
    const typing = last && key !== '' && key === lastEdit.key && now() - lastEdit.at < TYPING_MS;
    const inverse = write(typing ? { ...change, goesOn: true } : change, applied);
    if (!undoable) return;
    const { undo } = stacks();
    lastEdit = { at: now(), key };
    const steps = typing ? [...undo.slice(0, -1), { ...last, base: inverse.base }] : [...undo, inverse];
    store.setState({ undo: steps.slice(-UNDO_STEPS), redo: [] });
  };
  const stacks = (): { undo: readonly Edit[]; redo: readonly Edit[] } => store.getState();
  const step = (from: 'undo' | 'redo', to: 'undo' | 'redo'): Taken => {
    if (stepping) return stepping.then(() => step(from, to));
    const edit = stacks()[from].at(-1);
    if (!edit) return null;
    lastEdit = { at: Number.NEGATIVE_INFINITY, key: '' };
    const done = (change: Change, applied?: Applied): string => {
      const inverse = write(change, applied);
      const left = stacks()[from].filter((each) => each !== edit);
      store.setState({ [from]: left, [to]: [...stacks()[to], inverse] });
      return edit.what;
    };
    if (!isLong(edit)) return done(rebase(edit, workspace()));
    // Another search opened meanwhile has steps of its own.
    stepping = onLatest(workspace().id, (on) => rebase(edit, on), done).catch(() => null);
    return stepping.finally(() => {
      stepping = null;
    });
  };
  /** A long change laid, in slices, on what stands when that is done; `done` in the same moment. */
  const onLatest = async <T>(
    id: string,
    changeFor: (on: Workspace) => Change,
    done: (change: Change, applied: Applied) => T,
  ): Promise<T> => {
    for (;;) {
      const on = workspace();
      if (on.id !== id) throw new Error('another search was opened');
      const change = changeFor(on);
      const applied = await laidOn(on, change);
      if (workspace() === on) return done(change, applied);
    }
  };

  return {
    store,
    workspace,
    ledger: () => ledger,
    apply,
    together: (what, does) => {
      if (gathering) return does();
      const all = new Gathering(workspace());
      gathering = all;
      let result: ReturnType<typeof does>;
      try {
        result = does();
      } finally {
        gathering = null;
      }
      apply(all.done(what));
      return result;
    },
    applyFrom: (made, change) => {
      const fitting = (on: Workspace): Change => (on === made ? change : rebase(editOf(change, made), on));
      return onLatest(made.id, fitting, (laid, applied) => {
        apply(laid, { undoable: true, applied });
        return laid === change;
      });
    },
    forget: (people) =>
      store.setState(({ undo, redo }) => ({ undo: stepsWithout(undo, people), redo: stepsWithout(redo, people) })),
    undo: () => step('undo', 'redo'),
    redo: () => step('redo', 'undo'),
    load: (next) => move(next && ledgerOf(next), { undo: [], redo: [] }),
    settle: (count) => {
      if (ledger) move(settle(ledger, count));
    },
    receive: (confirmed) => {
      const clashes: Clashed[] = [];
      if (ledger) move(receive(ledger, confirmed, ({ what }, clash) => clashes.push({ what, ...clash })));
      return clashes;
    },
    rename: (id, name) => {
      if (ledger?.shown.id !== id || ledger.shown.name === name) return;
      const { confirmed, pending, shown } = ledger;
      move({ confirmed: { ...confirmed, name }, pending, shown: { ...shown, name } });
    },
    setSave: (save) => store.setState({ save }),
    setShelf: (shelf) => store.setState({ shelf }),
    setLock: (lock) => store.setState({ lock }),
    setLocked: (locked) => store.setState({ locked }),
    watch: (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
  };
}

function isLong({ put, remove }: Change): boolean {
  return put.length + remove.length > RECORDS_AT_ONCE;
}

/** Nothing of what was deleted stays in this tab, its undo history included. */
export function erasedNow(documents: Documents): void {
  documents.load(null);
  documents.setShelf([]);
  documents.setSave({ is: 'erased' });
}

/** The field that is being typed into; '' for a change that is always its own step. */
function typingKey({ what, put, remove }: Change, before: Workspace): string {
  const [record] = put;
  if (!record || put.length + remove.length !== 1) return '';
  return `${record.id} ${what} ${fieldsChanged(recordOf(before, record.id), record).join(' ')}`;
}
