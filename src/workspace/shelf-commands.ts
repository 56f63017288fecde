import type { Change } from '#model/change.ts';
import type { Id } from '#model/ids.ts';
import { fail, ok, type Result } from '#model/result.ts';
import { type Entry, emptyWorkspace, entriesOf, type Workspace } from '#model/workspace.ts';
import { readBackup, writeBackup } from '#storage/backup.ts';
import { listShelf, newWorkspaceId, relabel, shelve, unshelve } from '#storage/shelf.ts';
import { applyAloud, type Context } from './context.ts';
import { loadSample } from './open-sample.ts';
import type { Commands } from './types.ts';

type ShelfCommands = Pick<
  Commands,
  | 'openSample'
  | 'leaveSample'
  | 'openWorkspace'
  | 'newWorkspace'
  | 'renameWorkspace'
  | 'deleteWorkspace'
  | 'backup'
  | 'restore'
  | 'deleteEverything'
>;

const SAMPLE_NAME = 'Sample';

/** What is on this computer as a whole: workspaces side by side, the sample among them, and backups. */
export function shelfCommands(context: Context): ShelfCommands {
  const { documents, session, database, persist, tabs, validate, now, today } = context;

  const quiet = (): void => session.setState({ selected: [], way: null, toast: null, intake: { is: 'idle' } });
  const open = async (id: string): Promise<Result<null, string>> => {
    const opened = await persist.open(id);
    if (!opened.ok) return fail(opened.error.message);
    quiet();
    return ok(null);
  };
  const put = async (workspace: Workspace): Promise<Result<null, string>> => {
    await persist.flush();
    const item = await shelve(database, workspace, now());
    if (!item.ok) return fail(item.error.message);
    tabs.tell({ is: 'shelf' });
    return open(workspace.id);
  };
  const putSample = async (): Promise<Result<null, string>> => {
    const sample = await loadSample(newWorkspaceId(), SAMPLE_NAME, validate);
    return sample.ok ? put(sample.value) : sample;
  };
  const drop = async (id: string): Promise<void> => {
    await persist.alone(() => unshelve(database, id));
    tabs.tell({ is: 'shelf' });
  };
  const leave = async (id: string): Promise<Result<null, string>> => {
    const shelf = await listShelf(database);
    const next = shelf.ok ? shelf.value.find((item) => item.id !== id && !item.sample) : undefined;
    const left = next ? await open(next.id) : await put(emptyWorkspace(newWorkspaceId(), 'My search'));
    if (left.ok) await drop(id);
    await persist.refreshShelf();
    return left;
  };

  return {
    openSample: async () => {
      const shelf = documents.store.getState().shelf.find((item) => item.sample);
      const opened = shelf ? await open(shelf.id) : await putSample();
      if (!opened.ok) session.setState({ toast: { text: opened.error, undo: false } });
    },
    leaveSample: async () => {
      const { id, sample } = documents.workspace();
      if (sample) await leave(id);
    },
    openWorkspace: open,
    newWorkspace: (name) => put(emptyWorkspace(newWorkspaceId(), name.trim() || 'My search')),
    renameWorkspace: async (id, name) => {
      const item = await persist.alone(() => relabel(database, id, { name: name.trim() || 'My search' }));
      if (!item.ok) return fail(item.error.message);
      documents.rename(id, item.value.name);
      tabs.tell({ is: 'shelf' });
      await persist.refreshShelf();
      return ok(null);
    },
    deleteWorkspace: async (id) => {
      if (documents.workspace().id === id) return leave(id);
      await drop(id);
      await persist.refreshShelf();
      return ok(null);
    },

    backup: async (passphrase) => {
      const workspace = documents.workspace();
      const me = { ...workspace.me, backedUp: { on: today(), revision: workspace.revision } };
      const bytes = await writeBackup({ ...workspace, me }, passphrase);
      const mark = { ...documents.workspace().me, backedUp: me.backedUp };
      documents.apply({ what: 'Backup', put: [mark], remove: [] }, { undoable: false });
      return { name: `${fileName(workspace.name)} ${today()}.handcarry`, bytes };
    },
    restore: async (file, passphrase) => {
      const bytes = await bytesOf(file);
      if (!bytes) return fail('The browser could not read this file. Was it moved or changed?');
      const backup = await readBackup(bytes, passphrase, validate);
      if (!backup.ok) return backup;
      const before = documents.workspace();
      if (before.sample) {
        const left = await leave(before.id);
        if (!left.ok) return left;
      }
      applyAloud(context, replaced(documents.workspace(), backup.value.entries, `Restore of ${file.name}`));
      const people = backup.value.entries.filter((entry) => entry.id.startsWith('person:')).length;
      return ok(`Restored ${backup.value.name}: ${people} people.`);
    },
    deleteEverything: async () => {
      const erased = await persist.alone(() => database.erase());
      if (!erased.ok) return fail(erased.error.message);
      documents.load(null);
      quiet();
      await persist.start();
      return ok(null);
    },
  };
}

/** Everything that is here gives way to these records, as one change that can be undone. */
function replaced(workspace: Workspace, entries: readonly Entry[], what: string): Change {
  const stays = new Set<string>(entries.map((entry) => entry.id));
  const gone = entriesOf(workspace).filter((entry) => entry.id !== 'me:me' && !stays.has(entry.id));
  return { what, put: entries, remove: gone.map((entry) => entry.id as Id) };
}

function fileName(name: string): string {
  return name.replace(/[^\p{L}\p{N} ._-]/gu, '').trim() || 'Handcarry';
}

async function bytesOf(file: File): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    return null;
  }
}
