import type { PersonId } from '#model/ids.ts';

/** What a key does in the table: the row it moves to, and the selection after it. Pure, for tests. */
export interface TableState {
  /** Index of the active row; -1 when the list is empty. */
  readonly at: number;
  /** Where a run with Shift began. */
  readonly from: number;
  readonly selected: readonly PersonId[];
}

export interface TableKey {
  readonly key: string;
  readonly shift: boolean;
  readonly command: boolean;
}

/** null: not a key of the table. `page` is the number of rows in view. */
export function moveBy(state: TableState, key: TableKey, ids: readonly PersonId[], page: number): TableState | null {
  const last = ids.length - 1;
  if (last < 0) return null;
  if (key.command && key.key.toLowerCase() === 'a') return { ...state, selected: ids };
  if (key.key === ' ') return toggle(state, ids);
  if (key.key === 'Escape') return state.selected.length > 0 ? { ...state, selected: [] } : null;
  const to = target(state.at, key.key, last, page);
  if (to === null) return null;
  if (!key.shift) return { ...state, at: to, from: to };
  const from = Math.min(Math.max(state.from, 0), last);
  return { at: to, from, selected: ids.slice(Math.min(from, to), Math.max(from, to) + 1) };
}

export function toggle(state: TableState, ids: readonly PersonId[]): TableState {
  const id = ids[state.at];
  if (!id) return state;
  const selected = state.selected.includes(id) ? state.selected.filter((one) => one !== id) : [...state.selected, id];
  return { ...state, from: state.at, selected };
}

function target(at: number, key: string, last: number, page: number): number | null {
  const clamp = (to: number) => Math.min(Math.max(to, 0), last);
  switch (key) {
    case 'ArrowDown':
      return clamp(at + 1);
    case 'ArrowUp':
      return clamp(at - 1);
    case 'PageDown':
      return clamp(at + page);
    case 'PageUp':
      return clamp(at - page);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}
