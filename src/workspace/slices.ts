import { breathe } from '#intake/pause.ts';
import { Applying, type Change } from '#model/change.ts';
import type { Workspace } from '#model/workspace.ts';
import { type Handed, RECORDS_AT_ONCE } from '#worker/handed.ts';
import type { Desk } from './desk.ts';

/**
 * Thousands of records never hold the page up: whatever handles so many takes `RECORDS_AT_ONCE` and lets the page
 * draw and listen before the next. An import's change is fetched from the worker (`fetched`) and laid on a copy of
 * the workspace (`laidOn`) so; the copy is shown in one step when it is whole, stored chunk by chunk (storage/save.ts)
 * and entered into the search after that (search.ts). Until it is shown, nothing of it is anywhere.
 */
export async function fetched(desk: Desk, { token, what, records, removals }: Handed): Promise<Change> {
  const change = { what, put: [] as Change['put'][number][], remove: [] as Change['remove'][number][] };
  for (let from = 0; from < Math.max(records, removals); from += RECORDS_AT_ONCE) {
    const { put, remove } = await desk.ask((service, call) => service.slice({ token, from }, call));
    change.put.push(...put);
    change.remove.push(...remove);
  }
  return change;
}

/** What `apply` answers. The workspace it starts from stays as it is. */
export async function laidOn(
  workspace: Workspace,
  { what, put, remove }: Change,
): Promise<ReturnType<Applying['done']>> {
  const applying = new Applying(workspace, what);
  for (let from = 0; from < remove.length; from += RECORDS_AT_ONCE) {
    applying.remove(remove.slice(from, from + RECORDS_AT_ONCE));
    await breathe(undefined);
  }
  for (let from = 0; from < put.length; from += RECORDS_AT_ONCE) {
    applying.put(put.slice(from, from + RECORDS_AT_ONCE));
    await breathe(undefined);
  }
  return applying.done();
}
