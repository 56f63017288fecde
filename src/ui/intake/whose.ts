import type { Look } from '#intake/look.ts';
import type { PersonId } from '#model/ids.ts';
import type { Workspace } from '#model/workspace.ts';
import type { Picked } from '#ui/shared/PersonPicker.tsx';
import type { Batch } from '#ui/shared/staged.ts';

/** Whose a file is said to be; a friend may be named later. */
export type Whose = { readonly is: 'mine' } | { readonly is: 'friend'; readonly friend: Picked | null };

export const MINE: Whose = { is: 'mine' };

/** As it was said of the very file before: same name, same size. */
export function whoseBefore({ name, size }: File, { imports, people }: Workspace): PersonId | 'me' | null {
  const isIt = (file: { name: string; bytes: number }): boolean =>
    (file.name === name && file.bytes === size) || file.name.startsWith(`${name}/`);
  const owner = [...imports.values()].reverse().find(({ files }) => files.some(isIt))?.owner ?? null;
  return owner === null || owner === 'me' || people.has(owner) ? owner : null;
}

/** Whether it must be said whose these files are: later always of lists, at first only when two can be meant. */
export function mustAsk(looks: readonly Look[], isFirst: boolean): boolean {
  if (isFirst) return looks.filter(({ isConnections }) => isConnections).length > 1;
  return looks.some(({ isList }) => isList);
}

/** One batch for each person: mine first, then each friend's; files of a friend not named yet stay apart. */
export function batchesOf(files: readonly File[], whose: readonly Whose[]): Batch[] {
  const mine: File[] = [];
  const friends = new Map<string, { files: File[]; owner: Picked | null }>();
  for (const [at, file] of files.entries()) {
    const said = whose[at] ?? MINE;
    if (said.is === 'mine') {
      mine.push(file);
      continue;
    }
    const { friend } = said;
    const key = friend === null ? `later ${at}` : 'id' in friend ? friend.id : `name ${friend.name}`;
    const batch = friends.get(key) ?? { files: [], owner: friend };
    batch.files.push(file);
    friends.set(key, batch);
  }
  return [...(mine.length > 0 ? [{ files: mine, owner: 'me' as const }] : []), ...friends.values()];
}
