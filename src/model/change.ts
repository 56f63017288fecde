import { type Id, type Kind, kindOf, type MeId } from './ids.ts';
import type { Entry, Workspace } from './workspace.ts';

/**
 * The only way a workspace changes: whole records put in place and records removed. `what` names it for
 * the undo toast ("Import of Connections.csv"). The same value travels to storage, worker and other tabs.
 */
export interface Change {
  readonly what: string;
  readonly put: readonly Entry[];
  readonly remove: readonly Id[];
  /** Typing that goes on: one with the change before it, for the person and for the count of changes. */
  readonly goesOn?: true;
}

const COLLECTION = {
  person: 'people',
  company: 'companies',
  target: 'targets',
  tie: 'ties',
  import: 'imports',
  ask: 'asks',
  file: 'files',
  question: 'questions',
} as const satisfies Record<Kind, keyof Workspace>;

/** The record of that id as it stands, undefined when there is none. */
export function recordOf(workspace: Workspace, id: Id | MeId): Entry | undefined {
  const kind = kindOf(id);
  if (kind === 'me') return workspace.me;
  return (workspace[COLLECTION[kind]] as ReadonlyMap<Id, Entry>).get(id as Id);
}

/**
 * A new workspace one revision on, and the change that takes this one back. Removals come first; of an id
 * named twice the last word counts. Unknown removals are ignored.
 */
export function apply(workspace: Workspace, change: Change): { workspace: Workspace; inverse: Change } {
  const { what, put, remove, goesOn = false } = change;
  const applying = new Applying(workspace, what, goesOn);
  applying.remove(remove);
  applying.put(put);
  return applying.done();
}

/** `apply` on its way, for changes that are too long for one go. The workspace it starts from stays as it is. */
export class Applying {
  readonly #next: Record<string, unknown>;
  readonly #copies = new Map<Kind, Map<Id, Entry>>();
  readonly #before = new Map<Id | MeId, Entry | undefined>();

  constructor(
    private readonly workspace: Workspace,
    private readonly what: string,
    goesOn = false,
  ) {
    const { revision, typed } = workspace;
    this.#next = { ...workspace, revision: revision + 1, typed: typed + (goesOn ? 1 : 0) };
  }

  remove(ids: readonly Id[]): void {
    for (const id of ids) {
      const records = this.#collection(kindOf(id) as Kind);
      this.#remember(id, records);
      records.delete(id);
    }
  }

  put(entries: readonly Entry[]): void {
    for (const record of entries) {
      if (record.id === 'me:me') {
        this.#before.set(record.id, this.workspace.me);
        this.#next['me'] = record;
        continue;
      }
      const records = this.#collection(kindOf(record.id) as Kind);
      this.#remember(record.id, records);
      records.set(record.id, record);
    }
  }

  done(): { workspace: Workspace; inverse: Change } {
    const put: Entry[] = [];
    const remove: Id[] = [];
    for (const [id, record] of this.#before) {
      if (record) put.push(record);
      else if (id !== 'me:me') remove.push(id);
    }
    const workspace = this.#next as unknown as Workspace;
    steps.set(workspace, { from: new WeakRef(this.workspace), ids: [...this.#before.keys()] });
    return { workspace, inverse: { what: this.what, put, remove } };
  }

  #collection(kind: Kind): Map<Id, Entry> {
    let copy = this.#copies.get(kind);
    if (!copy) {
      copy = new Map(this.workspace[COLLECTION[kind]] as ReadonlyMap<Id, Entry>);
      this.#copies.set(kind, copy);
      this.#next[COLLECTION[kind]] = copy;
    }
    return copy;
  }

  #remember(id: Id, records: ReadonlyMap<Id, Entry>): void {
    if (!this.#before.has(id)) this.#before.set(id, records.get(id));
  }
}

/** What each workspace was made from, and which records were named then; it keeps no older one alive. */
const steps = new WeakMap<Workspace, { readonly from: WeakRef<Workspace>; readonly ids: readonly (Id | MeId)[] }>();

/** What the changes from one state to a later one put and removed in all; null when they are not known. */
export function changedSince(before: Workspace, after: Workspace): Pick<Change, 'put' | 'remove'> | null {
  const named = new Set<Id | MeId>();
  for (let at = after; at !== before; ) {
    const step = steps.get(at);
    const from = step?.from.deref();
    if (!step || !from) return null;
    for (const id of step.ids) named.add(id);
    at = from;
  }
  const put: Entry[] = [];
  const remove: Id[] = [];
  for (const id of named) {
    const record = recordOf(after, id);
    if (record === recordOf(before, id)) continue;
    if (record) put.push(record);
    else remove.push(id as Id);
  }
  return { put, remove };
}

/** A workspace that is read whole: each record put in its place, with nothing to take back. */
export function filled(empty: Workspace, entries: readonly Entry[]): Workspace {
  const next: Record<string, unknown> = { ...empty };
  for (const collection of Object.values(COLLECTION)) next[collection] = new Map(empty[collection] as Map<Id, Entry>);
  for (const record of entries) {
    const kind = kindOf(record.id);
    if (kind === 'me') next['me'] = record;
    else (next[COLLECTION[kind]] as Map<Id, Entry>).set(record.id as Id, record);
  }
  return next as unknown as Workspace;
}
