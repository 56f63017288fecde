import { lastDayOf } from '#handoff/ask-history.ts';
import type { Ask, AskState } from '#model/ask.ts';
import type { AskId } from '#model/ids.ts';
import type { Workspace } from '#model/workspace.ts';

export interface AskColumn {
  readonly title: string;
  readonly asks: readonly Ask[];
}

/** The fallback waits beside what is prepared; whatever ended is closed. */
const COLUMNS: readonly { readonly title: string; readonly states: readonly AskState[] }[] = [
  { title: 'Prepared', states: ['prepared', 'queued'] },
  { title: 'Asked', states: ['asked'] },
  { title: 'Agreed', states: ['agreed'] },
  { title: 'Handed over', states: ['handed-over'] },
  { title: 'Heard back', states: ['heard-back'] },
  { title: 'Closed', states: ['done', 'declined', 'silent'] },
];

/** Every request in the column of its state; in a column the one that stands there longest comes first. */
export function askColumns(workspace: Workspace): AskColumn[] {
  const all = [...workspace.asks.values()].sort((a, b) => (lastDayOf(a) < lastDayOf(b) ? -1 : 1));
  return COLUMNS.map(({ title, states }) => ({ title, asks: all.filter((ask) => states.includes(ask.state)) }));
}

/** The request an arrow key leads to: along the column, or to the same row of the next column with any. */
export function askToward(columns: readonly AskColumn[], from: AskId, key: string): AskId | null {
  const column = columns.findIndex(({ asks }) => asks.some(({ id }) => id === from));
  const here = columns[column]?.asks ?? [];
  const row = here.findIndex(({ id }) => id === from);
  if (key === 'ArrowDown' || key === 'ArrowUp') return here[row + (key === 'ArrowDown' ? 1 : -1)]?.id ?? null;
  const side =
    key === 'ArrowRight'
      ? columns.slice(column + 1)
      : key === 'ArrowLeft'
        ? columns.slice(0, Math.max(column, 0)).reverse()
        : [];
  const there = side.find(({ asks }) => asks.length > 0)?.asks ?? [];
  return there[Math.min(row, there.length - 1)]?.id ?? null;
}
