import { BANDS, type Drawing, SHAPES } from '#graph/drawing.ts';
import { STANDINGS } from '#model/tie.ts';
import { fold } from '#ui/shared/fold.ts';
import { BAND_WORDS, count, STANDING_WORDS } from '#ui/shared/words.ts';

/** The columns of the table beside the map, and their words. */
export const COLUMNS = [
  ['name', 'Name'],
  ['kind', 'What'],
  ['tie', 'Your tie'],
  ['company', 'Company'],
  ['opens', 'Opens'],
] as const;
export type Column = (typeof COLUMNS)[number][0];

const KIND_WORDS = {
  me: 'You',
  person: 'Person',
  manager: 'Hiring manager',
  hr: 'HR: not a route',
  company: 'Company',
  target: 'Target',
};

/** Nodes in the order of a column, by name where it says the same; who opens most first. */
export function orderBy(column: Column, drawing: Drawing, labels: readonly string[]): number[] {
  const { opens, shape, standing, band, home } = drawing;
  const named = byName(labels);
  if (column === 'name') return named;
  const place = new Uint32Array(named.length);
  named.forEach((node, at) => {
    place[node] = at;
  });
  const weights: Record<Exclude<Column, 'name'>, (a: number, b: number) => number> = {
    kind: (a, b) => (shape[a] ?? 0) - (shape[b] ?? 0),
    tie: (a, b) => (standing[a] ?? 3) - (standing[b] ?? 3) || (band[a] ?? 9) - (band[b] ?? 9),
    // Who belongs to none stands last.
    company: (a, b) => (place[home[a] ?? -1] ?? Infinity) - (place[home[b] ?? -1] ?? Infinity) || 0,
    opens: (a, b) => (opens[b] ?? 0) - (opens[a] ?? 0),
  };
  return named.sort(weights[column]);
}

/** Texts sort some five times faster by themselves than through a comparison: 30,000 names without a pause. */
function byName(labels: readonly string[]): number[] {
  const keyed = labels.map((label, node) => `${fold(label)}\0${node}`);
  return keyed.sort().map((key) => Number(key.slice(key.lastIndexOf('\0') + 1)));
}

/** What a row says, in the order of `COLUMNS`. */
export function cellsOf(drawing: Drawing, labels: readonly string[], node: number): readonly string[] {
  const opens = drawing.opens[node] ?? 0;
  return [
    labels[node] ?? '',
    KIND_WORDS[SHAPES[drawing.shape[node] ?? 1] ?? 'person'],
    tieWords(drawing, node),
    drawing.home[node] === node ? '' : homeOf(drawing, labels, node),
    opens > 0 ? count(opens, 'target') : '',
  ];
}

function homeOf({ home }: Drawing, labels: readonly string[], node: number): string {
  return labels[home[node] ?? -1] ?? '';
}

function tieWords(drawing: Drawing, node: number): string {
  const standing = STANDINGS[drawing.standing[node] ?? 3];
  if (!standing) return drawing.ring[node] === 2 ? "through a friend's list" : '';
  const band = BANDS[drawing.band[node] ?? 4] ?? 'none';
  return standing === 'confirmed' ? `you know them, ${BAND_WORDS[band]}` : STANDING_WORDS[standing];
}
