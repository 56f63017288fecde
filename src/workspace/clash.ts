import { recordOf } from '#model/change.ts';
import { isRecord } from '#model/same.ts';
import type { Workspace } from '#model/workspace.ts';
import type { Clash } from './rebase.ts';

/** One field that was changed in two tabs at once. */
export interface Clashed extends Clash {
  /** The edit that was kept. */
  readonly what: string;
}

const LONGEST = 60;

/** For the person, who saw only one of the two on this screen. `shown`: what stands now, after all edits of this tab. */
export function clashWords({ what, id, path, mine, theirs }: Clashed, shown: Workspace): string {
  const stands = path.reduce<unknown>((at, key) => (isRecord(at) ? at[key] : undefined), recordOf(shown, id));
  return `${what}: changed in another tab at the same time. Kept: ${words(stands ?? mine)}. Not kept: ${words(theirs)}.`;
}

function words(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'string' || value.trim() === '') return 'nothing';
  const line = value.replace(/\s/g, ' ').trim();
  return `“${line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line}”`;
}
