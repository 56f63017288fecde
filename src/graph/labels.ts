/** A label that wants to be drawn: centre of its node, in pixels. */
export interface LabelWish {
  readonly node: number;
  readonly x: number;
  readonly y: number;
  /** Distance from the node's centre to the label's edge. */
  readonly clear: number;
  readonly width: number;
}

export interface LabelPlace {
  readonly node: number;
  readonly left: number;
  readonly top: number;
}

/** A glyph that a name should not cover. */
export interface Mark {
  readonly node: number;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** What is in sight, in pixels from its upper left corner. */
export interface Sight {
  readonly width: number;
  readonly height: number;
}

const CELL = 64;
/** So many of the most important names are placed even where they cover a glyph. */
const SURE = 16;

/**
 * Picks at most `budget` labels so that none covers another and none is cut off, most important first. Right of
 * the node, else left, else below, else above, else not at all; of those, where it covers no glyph, and only the
 * most important go where it does. Boxes are kept in a grid, so the cost is about one look at a few cells per wish.
 */
export function placeLabels(
  wishes: readonly LabelWish[],
  budget: number,
  height: number,
  marks: readonly Mark[] = [],
  sight?: Sight,
): LabelPlace[] {
  const taken = new Map<string, { left: number; top: number; right: number; bottom: number }[]>();
  const placed: LabelPlace[] = [];
  for (const wish of wishes) {
    if (placed.length >= budget) break;
    const free = spotsOf(wish, height, sight)
      .map(([left, top]) => ({ left, top, right: left + wish.width, bottom: top + height }))
      .filter((box) => !sight || isWithin(box, sight))
      .filter((box) => !cellsOf(box).some((cell) => taken.get(cell)?.some((other) => overlaps(box, other))));
    const clear = free.find((box) => !marks.some((mark) => mark.node !== wish.node && covers(box, mark)));
    const box = clear ?? (placed.length < SURE ? free[0] : undefined);
    if (!box) continue;
    for (const cell of cellsOf(box)) taken.set(cell, [...(taken.get(cell) ?? []), box]);
    placed.push({ node: wish.node, left: box.left, top: box.top });
  }
  return placed;
}

/** Below and above, a name moves along so far that it is not cut off at a side. */
function spotsOf({ x, y, clear, width }: LabelWish, height: number, sight?: Sight): [number, number][] {
  const middle = x - width / 2;
  const along = sight ? Math.max(0, Math.min(middle, sight.width - width)) : middle;
  return [
    [x + clear, y - height / 2],
    [x - clear - width, y - height / 2],
    [along, y + clear],
    [along, y - clear - height],
  ];
}

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

function cellsOf(box: Box): string[] {
  const cells: string[] = [];
  for (let i = Math.floor(box.left / CELL); i <= Math.floor(box.right / CELL); i++) {
    for (let j = Math.floor(box.top / CELL); j <= Math.floor(box.bottom / CELL); j++) cells.push(`${i},${j}`);
  }
  return cells;
}

function isWithin({ left, top, right, bottom }: Box, { width, height }: Sight): boolean {
  return left >= 0 && top >= 0 && right <= width && bottom <= height;
}

function covers({ left, top, right, bottom }: Box, { x, y, radius }: Mark): boolean {
  return x + radius > left && x - radius < right && y + radius > top + 2 && y - radius < bottom - 2;
}

function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
