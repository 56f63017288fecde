import { apply, recordOf } from '#model/change.ts';
import { fail, ok, type Result } from '#model/result.ts';
import type { Day } from '#model/time.ts';
import { changesOf, type Entry, emptyWorkspace, entriesOf, type Workspace } from '#model/workspace.ts';
import { type Refusal, type Restored, readBackup, writeBackup } from '#storage/backup.ts';
import { backupFileOf, newWorkspaceId, relabel } from '#storage/shelf.ts';
import { type Counts, countsOf, merging, replacing } from '#workspace/changes/restore.ts';
import { applyAloud, type Context } from './context.ts';
import type { Commands } from './types.ts';

type BackupCommands = Pick<Commands, 'backup' | 'openBackup' | 'backupFile' | 'keepBackupFile'>;

/** A backup that was read and checked whole; nothing is changed until `restore`. */
export interface OpenedBackup {
  readonly name: string;
  /** The day it was made; null when the file does not say. */
  readonly on: Day | null;
  readonly holds: Counts;
  /** What `replace` would take away from the open workspace, and what `merge` would add to it. */
  readonly replaces: Counts;
  readonly adds: Counts;
  /** A sentence about what was done. Replace and merge are one step that undo takes back. */
  restore(how: RestoreHow): Promise<Result<string, string>>;
}

/** `beside`: as a workspace of its own. */
export type RestoreHow = 'replace' | 'merge' | 'beside';

/** `shelve` puts a whole workspace on the shelf and opens it. */
export function backupCommands(
  context: Context,
  shelve: (workspace: Workspace) => Promise<Result<null, string>>,
): BackupCommands {
  const { documents, database, persist, validate, today } = context;

  const restore = async (file: Restored, label: string, how: RestoreHow): Promise<Result<string, string>> => {
    if (how === 'beside') {
      const empty = emptyWorkspace(newWorkspaceId(), file.name);
      const { workspace } = apply(empty, { what: '', put: file.entries, remove: [] });
      const put = await shelve({ ...workspace, revision: file.revision });
      return put.ok ? ok(`Opened ${file.name} as a workspace of its own: ${people(file.entries)}.`) : put;
    }
    const change = (how === 'merge' ? merging : replacing)(documents.workspace(), file.entries, label);
    applyAloud(context, change);
    if (how === 'replace') return ok(`Restored ${file.name}: ${people(file.entries)}.`);
    return ok(change.put.length === 0 ? 'Everything of this backup is here already.' : `Merged ${file.name}.`);
  };

  return {
    backup: async (passphrase) => {
      const workspace = documents.workspace();
      const backedUp = { on: today(), revision: changesOf(workspace) };
      const bytes = await writeBackup({ ...workspace, me: { ...workspace.me, backedUp } }, passphrase);
      const name = `${fileName(workspace.name)} ${today()}.handcarry`;
      const made = (): void => {
        if (documents.workspace().id !== workspace.id) return;
        const mark = { ...documents.workspace().me, backedUp };
        documents.apply({ what: 'Backup', put: [mark], remove: [] }, { undoable: false });
      };
      return { name, bytes, made };
    },
    openBackup: async (file, passphrase) => {
      const bytes = await bytesOf(file);
      if (!bytes) return fail(unreadable);
      const backup = await readBackup(bytes, passphrase, validate);
      if (!backup.ok) return backup;
      const { name, entries } = backup.value;
      const now = documents.workspace();
      const added = merging(now, entries, '').put.filter(({ id }) => !recordOf(now, id));
      return ok({
        name,
        on: dateOf(entries),
        holds: countsOf(entries),
        replaces: countsOf(entriesOf(now)),
        adds: countsOf(added),
        restore: (how) => restore(backup.value, `${how === 'merge' ? 'Merge' : 'Restore'} of ${file.name}`, how),
      });
    },
    backupFile: () => backupFileOf(database, documents.workspace().id),
    keepBackupFile: async (backupFile) => {
      await persist.alone(() => relabel(database, documents.workspace().id, { backupFile }));
    },
  };
}

const unreadable: Refusal = {
  locked: false,
  message: 'The browser could not read this file. Was it moved or changed?',
};

function dateOf(entries: readonly Entry[]): Day | null {
  const me = entries.find((entry) => entry.id === 'me:me');
  return me && 'backedUp' in me ? (me.backedUp?.on ?? null) : null;
}

function people(entries: readonly Entry[]): string {
  const n = countsOf(entries).get('person') ?? 0;
  return n === 1 ? '1 person' : `${n} people`;
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
