import { fail, ok, type Result } from '#model/result.ts';
import { emptyWorkspace, type Workspace } from '#model/workspace.ts';
import { listShelf, newWorkspaceId, relabel, shelve, unshelve } from '#storage/shelf.ts';
import { backupCommands } from './backup-commands.ts';
import type { Context } from './context.ts';
import { loadSample } from './open-sample.ts';
import { forgetPage } from './page.ts';
import { erasedNow } from './store.ts';
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
  | 'openBackup'
  | 'backupFile'
  | 'keepBackupFile'
  | 'storeAgain'
  | 'deleteEverything'
>;

const SAMPLE_NAME = 'Sample';

/** What is on this computer as a whole: workspaces side by side, the sample among them, and backups. */
export function shelfCommands(context: Context): ShelfCommands {
  const { documents, session, database, persist, places, tabs, validate, now } = context;

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
    places.drop(id);
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
    ...backupCommands(context, put),
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

    storeAgain: () => persist.storeAgain(),
    deleteEverything: async () => {
      const erased = await persist.alone(() => database.erase());
      if (!erased.ok) return fail(erased.error.message);
      // The screen says that nothing is left: so it waits until that is true.
      await forgetPage();
      quiet();
      erasedNow(documents);
      return ok(null);
    },
  };
}
