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
  const next: Record<string, unknown> = { ...workspace, revision: workspace.revision + 1 };
  const copies = new Map<Kind, Map<Id, Entry>>();
  const before = new Map<Id | MeId, Entry | undefined>();
  const collection = (kind: Kind): Map<Id, Entry> => {
    let copy = copies.get(kind);
    if (!copy) {
      copy = new Map(workspace[COLLECTION[kind]] as ReadonlyMap<Id, Entry>);
      copies.set(kind, copy);
      next[COLLECTION[kind]] = copy;
    }
    return copy;
  };
  const remember = (id: Id, records: ReadonlyMap<Id, Entry>) => {
    if (!before.has(id)) before.set(id, records.get(id));
  };
  for (const id of change.remove) {
    const records = collection(kindOf(id) as Kind);
    remember(id, records);
    records.delete(id);
  }
  for (const record of change.put) {
    if (record.id === 'me:me') {
      before.set(record.id, workspace.me);
      next['me'] = record;
      continue;
    }
    const records = collection(kindOf(record.id) as Kind);
    remember(record.id, records);
    records.set(record.id, record);
  }
  const put = [...before.values()].filter((record) => record !== undefined);
  const remove = [...before].flatMap(([id, record]) => (record || id === 'me:me' ? [] : [id as Id]));
  return { workspace: next as unknown as Workspace, inverse: { what: change.what, put, remove } };
}
