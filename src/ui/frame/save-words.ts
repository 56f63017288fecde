import { type Day, daysBetween } from '#model/time.ts';
import type { Workspace } from '#model/workspace.ts';
import type { SaveState } from '#workspace/types.ts';

export interface SaveWords {
  readonly kind: 'calm' | 'busy' | 'problem';
  readonly short: string;
  readonly more: string;
}

/** What the top bar says about how safe the work is. */
export function saveWords(
  save: SaveState,
  workspace: Pick<Workspace, 'me' | 'sample' | 'revision'>,
  today: Day,
): SaveWords {
  switch (save.is) {
    case 'saving':
      return { kind: 'busy', short: 'Saving', more: '' };
    case 'failed':
      return { kind: 'problem', short: 'Not saved', more: '' };
    case 'erased':
      return { kind: 'calm', short: 'Everything is deleted', more: '' };
    case 'saved':
      return {
        kind: 'calm',
        short: 'Saved on this computer',
        more: workspace.sample || workspace.revision === 0 ? '' : backupWords(workspace.me.backedUp?.on ?? null, today),
      };
  }
}

export function backupWords(on: string | null, today: Day): string {
  if (!on) return 'not backed up yet';
  const days = daysBetween(on, today);
  if (days <= 0) return 'last backup today';
  return days === 1 ? 'last backup yesterday' : `last backup ${days} days ago`;
}
