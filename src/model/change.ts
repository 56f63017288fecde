import { type Id, type Kind, kindOf } from './ids.ts';
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

/** A new workspace one revision on, and the change that takes this one back. Unknown removals are ignored. */
export function apply(workspace: Workspace, change: Change): { workspace: Workspace; inverse: Change } {
  const next: Record<string, unknown> = { ...workspace, revision: workspace.revision + 1 };
  const put: Entry[] = [];
  const remove: Id[] = [];
  const copies = new Map<Kind, Map<Id, Entry>>();
  const collection = (kind: Kind): Map<Id, Entry> => {
    let copy = copies.get(kind);
    if (!copy) {
      copy = new Map(workspace[COLLECTION[kind]] as ReadonlyMap<Id, Entry>);
      copies.set(kind, copy);
      next[COLLECTION[kind]] = copy;
    }
    return copy;
  };
  for (const id of change.remove) {
    const records = collection(kindOf(id) as Kind);
    const before = records.get(id);
    if (before) put.push(before);
    records.delete(id);
  }
  for (const record of change.put) {
    if (record.id === 'me:me') {
      put.push(workspace.me);
      next['me'] = record;
      continue;
    }
    const records = collection(kindOf(record.id) as Kind);
    const before = records.get(record.id);
    if (before) put.push(before);
    else remove.push(record.id);
    records.set(record.id, record);
  }
  // Reversed, so that of a record put twice the oldest version is put last.
  return { workspace: next as unknown as Workspace, inverse: { what: change.what, put: put.reverse(), remove } };
}
