import type { NodeKey } from '#graph/drawing.ts';
import { type Kept, keptFrom, textOf, withoutMark } from '#graph/kept.ts';
import { decode, packed } from '#storage/canonical.ts';
import type { Vault } from '#storage/vault.ts';

const KEY = 'handcarry map ';

/**
 * Where everybody stood on the map of a workspace: marks and numbers, no name and no id, beside the store. It
 * may be lost at any time; then the map is laid out anew. Under the passphrase of the app it is encrypted like
 * the store: how many people stand together would say something, too.
 */
export interface Places {
  of(workspace: string): Promise<Kept | null>;
  keep(workspace: string, kept: Kept): Promise<void>;
  /** Somebody was deleted: nothing of them stays. */
  forget(workspace: string, key: NodeKey): Promise<void>;
  /** The workspace was deleted. */
  drop(workspace: string): void;
  /** The passphrase was set or taken away: what was written before goes, what is held is written as things are now. */
  relock(): Promise<void>;
}

type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** `shelf` is null where the browser keeps nothing for a page: then places last for the visit. */
export function createPlaces(shelf: Shelf | null, vault: () => Vault): Places {
  const held = new Map<string, Kept | null>();
  const read = async (workspace: string): Promise<Kept | null> => {
    const stored = shelf?.getItem(KEY + workspace) ?? null;
    if (stored === null) return null;
    const kept = await opened(vault(), workspace, stored).catch(() => null);
    // Under another key, or no picture at all: of no use to anybody.
    if (!kept) shelf?.removeItem(KEY + workspace);
    return kept;
  };
  const write = async (workspace: string, kept: Kept): Promise<void> => {
    try {
      const sealed = packed(await vault().seal('map', workspace, textOf(kept)));
      // Dropped or replaced meanwhile: that stands.
      if (held.get(workspace) === kept) shelf?.setItem(KEY + workspace, sealed);
    } catch {
      // No room, or not allowed: an older picture would be worse than none.
      shelf?.removeItem(KEY + workspace);
    }
  };
  const of = async (workspace: string): Promise<Kept | null> => {
    const kept = held.get(workspace) ?? (await read(workspace));
    held.set(workspace, kept);
    return kept;
  };
  const keep = async (workspace: string, kept: Kept): Promise<void> => {
    if (same(await of(workspace), kept)) return;
    held.set(workspace, kept);
    await write(workspace, kept);
  };
  return {
    of,
    keep,
    forget: async (workspace, key) => {
      const kept = await of(workspace);
      if (kept) await keep(workspace, withoutMark(kept, key));
    },
    drop: (workspace) => {
      held.delete(workspace);
      shelf?.removeItem(KEY + workspace);
    },
    relock: async () => {
      const keys = Array.from({ length: shelf?.length ?? 0 }, (_, at) => shelf?.key(at) ?? '');
      for (const key of keys) if (key.startsWith(KEY)) shelf?.removeItem(key);
      for (const [workspace, kept] of held) if (kept) await write(workspace, kept);
    },
  };
}

async function opened(vault: Vault, workspace: string, stored: string): Promise<Kept | null> {
  const text = await vault.unseal('map', workspace, decode(JSON.parse(stored)));
  return text.ok && typeof text.value === 'string' ? keptFrom(text.value) : null;
}

function same(before: Kept | null, { layout, marks, x, y }: Kept): boolean {
  if (before?.layout !== layout || before.marks.length !== marks.length) return false;
  return marks.every((mark, i) => before.marks[i] === mark && before.x[i] === x[i] && before.y[i] === y[i]);
}
