import { apply, type Change, changedSince } from '#model/change.ts';
import { type Id, kindOf } from '#model/ids.ts';
import type { Entry, Workspace } from '#model/workspace.ts';
import { type Clash, type Edit, rebase } from './rebase.ts';

/**
 * What is on screen, and how much of it is stored.
 *
 *     confirmed ──edit──edit──▶ shown          `pending` are the edits between the two
 *
 * An edit is shown at once. `settle` moves the stored ones over to `confirmed`; `receive` puts another
 * tab's changes under the pending ones. Nothing pending is ever dropped.
 */
export interface Ledger {
  readonly confirmed: Workspace;
  readonly pending: readonly Edit[];
  readonly shown: Workspace;
}

export function ledgerOf(workspace: Workspace): Ledger {
  return { confirmed: workspace, pending: [], shown: workspace };
}

/** One more edit on top; `inverse` takes it back and knows what it was made from. `applied`: on what is shown. */
export function add(
  ledger: Ledger,
  change: Change,
  { workspace, inverse } = apply(ledger.shown, change),
): { ledger: Ledger; inverse: Edit } {
  // What stood there before is what the inverse puts back, and the other way round.
  const edit = { ...change, base: inverse.put };
  return {
    ledger: { ...ledger, pending: [...ledger.pending, edit], shown: workspace },
    inverse: { ...inverse, base: change.put },
  };
}

/** The first `count` pending edits are stored. */
export function settle(ledger: Ledger, count: number): Ledger {
  const pending = ledger.pending.slice(count);
  if (pending.length === 0) return ledgerOf(ledger.shown);
  return { ...ledger, confirmed: applyAll(ledger.confirmed, ledger.pending.slice(0, count)), pending };
}

/** Another tab's stored state: the pending edits are carried over onto it. */
export function receive(ledger: Ledger, confirmed: Workspace, clashed?: (edit: Edit, clash: Clash) => void): Ledger {
  let next = ledgerOf(confirmed);
  for (const edit of ledger.pending)
    next = add(
      next,
      rebase(edit, next.shown, (clash) => clashed?.(edit, clash)),
    ).ledger;
  return { ...next, confirmed };
}

export function applyAll(workspace: Workspace, changes: readonly Change[]): Workspace {
  return changes.reduce((at, change) => apply(at, change).workspace, workspace);
}

/** The one change between two states of a workspace: what worker and search index still have to hear. */
export function difference(what: string, before: Workspace, after: Workspace): Change {
  const known = changedSince(before, after);
  if (known) return { what, ...known };
  const put: Entry[] = [];
  const remove: Id[] = [];
  if (before.me !== after.me) put.push(after.me);
  for (const collection of COLLECTIONS) {
    const [old, now] = [before[collection], after[collection]] as [ReadonlyMap<Id, Entry>, ReadonlyMap<Id, Entry>];
    if (old === now) continue;
    for (const [id, record] of now) if (old.get(id) !== record) put.push(record);
    for (const id of old.keys()) if (!now.has(id)) remove.push(id);
  }
  return { what, put, remove };
}

const COLLECTIONS = ['imports', 'companies', 'people', 'ties', 'targets', 'asks', 'files', 'questions'] as const;

/** Several steps as one undoable change; each sees what the ones before it did. */
export function compose(what: string, workspace: Workspace, steps: readonly ((at: Workspace) => Change)[]): Change {
  return difference(
    what,
    workspace,
    steps.reduce((at, step) => apply(at, step(at)).workspace, workspace),
  );
}

/** Whether a change forgets people: it must not linger in a log of changes. */
export function forgets(change: Change): boolean {
  return change.remove.some((id) => kindOf(id) === 'person' || kindOf(id) === 'file');
}
