import type { SortKey } from './rows.ts';

/** Columns of the table of people, left to right; `track` is how wide each may be. */
export const COLUMNS: readonly { key: SortKey | null; label: string; area: string; track: string }[] = [
  { key: 'name', label: 'Name', area: 'name', track: 'minmax(140px, 1.3fr)' },
  { key: 'company', label: 'Company', area: 'company', track: 'minmax(110px, 1.1fr)' },
  { key: 'position', label: 'Position', area: 'position', track: 'minmax(110px, 1.3fr)' },
  { key: 'closeness', label: 'Closeness', area: 'closeness', track: '94px' },
  { key: 'warmth', label: 'Tie', area: 'tie', track: '162px' },
  { key: null, label: 'Chance they answer', area: 'chance', track: '144px' },
  { key: 'last', label: 'Last contact', area: 'last', track: '122px' },
  { key: null, label: 'Roles', area: 'roles', track: 'minmax(90px, 0.9fr)' },
];

/** The tracks of the columns shown, the tick before them. */
export function tracksOf(hidden: readonly string[]): string {
  return ['40px', ...COLUMNS.filter(({ area }) => !hidden.includes(area)).map(({ track }) => track)].join(' ');
}
