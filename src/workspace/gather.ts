import { apply, type Change } from '#model/change.ts';
import type { Id, MeId } from '#model/ids.ts';
import type { Entry, Workspace } from '#model/workspace.ts';

/** Changes one after another on a workspace that nobody else sees, to be applied as one. */
export class Gathering {
  workspace: Workspace;
  readonly #last = new Map<Id | MeId, Entry | null>();

  constructor(workspace: Workspace) {
    this.workspace = workspace;
  }

  add(change: Change): void {
    this.workspace = apply(this.workspace, change).workspace;
    for (const id of change.remove) this.#last.set(id, null);
    for (const record of change.put) this.#last.set(record.id, record);
  }

  /** All of them as one change: of each record the last word. */
  done(what: string): Change {
    const all = [...this.#last];
    return {
      what,
      put: all.flatMap(([, record]) => record ?? []),
      remove: all.flatMap(([id, record]) => (record === null ? [id as Id] : [])),
    };
  }
}
