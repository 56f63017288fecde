import type { DiagramLine, DiagramNode, End, Merged } from './path-merge.ts';
import { arrange, type Item, type Lane } from './path-order.ts';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PlacedNode extends Box {
  readonly node: DiagramNode;
}

export interface PlacedLine {
  readonly line: DiagramLine;
  /** SVG path data. */
  readonly path: string;
  /** Where the mark of a weaker step sits. */
  readonly middle: { readonly x: number; readonly y: number };
  /** Room for its words; null where there is none, and the words show on hover and in the list only. */
  readonly label: Box | null;
}

export interface PlacedLane extends Box {
  readonly key: string;
  readonly label: Box;
}

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PlacedNode[];
  readonly lines: readonly PlacedLine[];
  readonly lanes: readonly PlacedLane[];
  /** Starts at me and ends nowhere: the rejected moves, in the order given. */
  readonly stubs: readonly { readonly path: string; readonly label: Box }[];
}

export interface Room {
  readonly width: number;
  readonly stubs: number;
  readonly labelWidth: (line: DiagramLine) => number;
}

const ME = 48;
const NODE = 58;
const SLIM = 14;
const GAP = 10;
const COLUMN = { least: 112, most: 200, share: 0.6 };
const BETWEEN = { least: 40, most: 170 };
const LANE = { head: 20, pad: 8, gap: 10 };
const LABEL = 18;
const STUB = 26;

/** Whether the layered drawing is readable in this width; else the narrow one of path-tracks.ts is. */
export function fits(merged: Merged, width: number): boolean {
  return ME + (merged.layers - 1) * (COLUMN.least + BETWEEN.least) + LANE.pad <= width;
}

/**
 * Layered left to right, a column per step, one band per company. Lines curve only between columns and run
 * straight through a column's free slots, so that no line crosses a name.
 *
 *   You ───┬── [Ana   ] ─────────┬── [Marta]
 *          └── [Bruno ] ─ [Caio] ┘
 */
export function layered(merged: Merged, room: Room): Drawing {
  const steps = merged.layers - 1;
  const each = (room.width - ME - LANE.pad) / steps;
  const column = clamp(each * COLUMN.share, COLUMN.least, COLUMN.most);
  const between = clamp(each - column, BETWEEN.least, BETWEEN.most);
  const left = (layer: number) => (layer === 0 ? 0 : ME + between + (layer - 1) * (column + between));
  const { items, lanes, height } = arrange(merged, { NODE, SLIM, GAP, LANE });
  const nodes = items.flatMap((item) =>
    item.node ? [{ node: item.node, ...boxOf(item, left(item.layer), column) }] : [],
  );
  const width = left(steps) + column + LANE.pad;
  const boxes = new Map(nodes.map((placed) => [placed.node.id, placed]));
  const taken: Box[] = [];
  const lines = merged.lines.map((line) => draw(line, boxes, items, { left, column, between, taken }, room));
  const drawnLanes = lanes.map((lane) => band(lane, left, column));
  return {
    width,
    height: height + room.stubs * STUB,
    nodes,
    lines,
    lanes: drawnLanes,
    stubs: stubsFrom(boxes.get('me'), height, width, room.stubs),
  };
}

/** I am a circle as high as wide, in the middle of my slot. */
function boxOf(item: Item, x: number, column: number): Box {
  if (item.layer > 0) return { x, y: item.y, width: column, height: NODE };
  return { x, y: item.y + (NODE - ME) / 2, width: ME, height: ME };
}

interface Columns {
  readonly left: (layer: number) => number;
  readonly column: number;
  readonly between: number;
  readonly taken: Box[];
}

function draw(
  line: DiagramLine,
  boxes: ReadonlyMap<End, PlacedNode>,
  items: readonly Item[],
  columns: Columns,
  room: Room,
): PlacedLine {
  const from = boxes.get(line.from);
  const to = boxes.get(line.to);
  if (!from || !to) return { line, path: '', middle: { x: 0, y: 0 }, label: null };
  const via = items.filter((item) => item.line === line.id).sort((a, b) => a.layer - b.layer);
  let at = { x: from.x + from.width, y: from.y + from.height / 2 };
  let path = `M${at.x} ${at.y}`;
  for (const item of via) {
    const y = item.y + item.height / 2;
    const x = columns.left(item.layer);
    path += curve(at, { x, y });
    path += `H${x + columns.column}`;
    at = { x: x + columns.column, y };
  }
  const end = { x: to.x, y: to.y + to.height / 2 };
  path += curve(at, end);
  const label = labelOn(at, end, room.labelWidth(line), columns.taken);
  if (label) columns.taken.push(label);
  return { line, path, middle: pointOn(at, end, 0.5), label };
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function curve(from: Point, to: Point): string {
  const half = (to.x - from.x) / 2;
  return `C${from.x + half} ${from.y} ${to.x - half} ${to.y} ${to.x} ${to.y}`;
}

/** A point of that curve; its handles make x and y polynomials of the share `t`. */
function pointOn(from: Point, to: Point, t: number): Point {
  const ease = t * t * (3 - 2 * t);
  const x = 1.5 * t * (1 - t) * (1 - t) + 1.5 * t * t * (1 - t) + t * t * t;
  return { x: from.x + (to.x - from.x) * x, y: from.y + (to.y - from.y) * ease };
}

/** The first free place along the last stretch of a line that stays between two columns. */
function labelOn(from: Point, to: Point, width: number, taken: readonly Box[]): Box | null {
  if (width > to.x - from.x - 8) return null;
  for (const t of [0.5, 0.6, 0.4, 0.7, 0.3]) {
    const at = pointOn(from, to, t);
    const x = clamp(at.x - width / 2, from.x + 4, to.x - 4 - width);
    const box = { x, y: at.y - LABEL / 2, width, height: LABEL };
    if (!taken.some((other) => overlap(box, other))) return box;
  }
  return null;
}

function band(lane: Lane, left: (layer: number) => number, column: number): PlacedLane {
  const x = left(lane.first) - LANE.pad;
  const width = left(lane.last) + column + LANE.pad - x;
  return {
    key: lane.key,
    x,
    y: lane.y,
    width,
    height: lane.height,
    label: { x: left(lane.first), y: lane.y + 2, width: column, height: LANE.head - 4 },
  };
}

function stubsFrom(me: PlacedNode | undefined, top: number, width: number, count: number): Drawing['stubs'] {
  if (!me) return [];
  const x = ME / 2;
  return Array.from({ length: count }, (_, at) => {
    const y = top + at * STUB + STUB / 2;
    const end = ME + 28;
    return {
      path: `M${x} ${me.y + me.height}V${y - 8}Q${x} ${y} ${x + 8} ${y}H${end}`,
      label: { x: end + 8, y: y - LABEL / 2, width: width - end - 8, height: LABEL },
    };
  });
}

export function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
