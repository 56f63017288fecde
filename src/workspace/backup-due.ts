import { type Day, daysBetween } from '#model/time.ts';
import { changesOf, type Workspace } from '#model/workspace.ts';

/** A backup is due after this many days with changes, or after this many changes. */
export const DUE_DAYS = 7;
export const DUE_CHANGES = 50;

export interface BackupDue {
  readonly changes: number;
  /** Days since the last backup, or since the first import where there was none. */
  readonly days: number;
  readonly never: boolean;
}

/** Why it is time for a backup file; null while it is not, and for the sample, which is not anybody's work. */
export function backupDue(workspace: Workspace, today: Day): BackupDue | null {
  const { me, imports, sample } = workspace;
  // Marking the backup is itself a change of the workspace.
  const changes = changesOf(workspace) - (me.backedUp ? me.backedUp.revision + 1 : 0);
  if (sample || changes <= 0) return null;
  const since = me.backedUp?.on ?? [...imports.values()].map(({ on }) => on).sort()[0] ?? today;
  const days = Math.max(0, daysBetween(since, today));
  return days >= DUE_DAYS || changes >= DUE_CHANGES ? { changes, days, never: me.backedUp === null } : null;
}
