import type { NodeKey } from '#graph/drawing.ts';
import { type Kept, withoutMark } from '#graph/kept.ts';

const KEY = 'handcarry map ';
const LAYOUTS: readonly Kept['layout'][] = ['rings', 'force', 'clusters'];
/** Bytes a node: its mark and its place. */
const EACH = 12;

/**
 * Where everybody stood on the map of a workspace: marks and numbers, no name and no id, beside the store. It
 * may be lost at any time; then the map is laid out anew.
 */
export interface Places {
  of(workspace: string): Kept | null;
  keep(workspace: string, kept: Kept): void;
  /** Somebody was deleted: nothing of them stays. */
  forget(workspace: string, key: NodeKey): void;
  /** The workspace was deleted. */
  drop(workspace: string): void;
}

/** `shelf` is null where the browser keeps nothing for a page: then places last for the visit. */
export function createPlaces(shelf: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null): Places {
  const held = new Map<string, Kept | null>();
  const read = (workspace: string): Kept | null => {
    try {
      return unpacked(shelf?.getItem(KEY + workspace) ?? '');
    } catch {
      return null;
    }
  };
  const of = (workspace: string): Kept | null => {
    const kept = held.get(workspace) ?? read(workspace);
    held.set(workspace, kept);
    return kept;
  };
  const keep = (workspace: string, kept: Kept): void => {
    if (same(of(workspace), kept)) return;
    held.set(workspace, kept);
    try {
      shelf?.setItem(KEY + workspace, packed(kept));
    } catch {
      // No room, or not allowed: an older picture would be worse than none.
      shelf?.removeItem(KEY + workspace);
    }
  };
  return {
    of,
    keep,
    forget: (workspace, key) => {
      const kept = of(workspace);
      if (kept) keep(workspace, withoutMark(kept, key));
    },
    drop: (workspace) => {
      held.delete(workspace);
      shelf?.removeItem(KEY + workspace);
    },
  };
}

function same(before: Kept | null, { layout, marks, x, y }: Kept): boolean {
  if (before?.layout !== layout || before.marks.length !== marks.length) return false;
  return marks.every((mark, i) => before.marks[i] === mark && before.x[i] === x[i] && before.y[i] === y[i]);
}

/** The layout's number, a colon, and the three columns one after the other in base 64. */
function packed({ layout, marks, x, y }: Kept): string {
  const columns = [marks, x, y].map(
    ({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength),
  );
  let text = '';
  for (const bytes of columns)
    for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return `${LAYOUTS.indexOf(layout)}:${btoa(text)}`;
}

function unpacked(stored: string): Kept | null {
  const layout = LAYOUTS[Number(stored.slice(0, stored.indexOf(':')))];
  const text = atob(stored.slice(stored.indexOf(':') + 1));
  const count = text.length / EACH;
  if (!layout || count === 0 || !Number.isInteger(count)) return null;
  const { buffer } = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  const [x, y] = [new Float32Array(buffer, 4 * count, count), new Float32Array(buffer, 8 * count, count)];
  if (!x.every(Number.isFinite) || !y.every(Number.isFinite)) return null;
  return { layout, marks: new Uint32Array(buffer, 0, count), x, y };
}
