import type { DiagramNode, Merged } from './path-merge.ts';

/** A node, or the free slot of a line that passes a column. */
export interface Item {
  readonly layer: number;
  readonly lane: string;
  readonly height: number;
  readonly node: DiagramNode | null;
  readonly line: string | null;
  y: number;
}

/** A company's band over the columns in which it has people. */
export interface Lane {
  readonly key: string;
  readonly y: number;
  readonly height: number;
  readonly first: number;
  readonly last: number;
}

export interface Sizes {
  readonly NODE: number;
  readonly SLIM: number;
  readonly GAP: number;
  readonly LANE: { readonly head: number; readonly pad: number; readonly gap: number };
}

interface Graph {
  readonly me: Item;
  readonly items: readonly Item[];
  readonly links: readonly (readonly [Item, Item])[];
}

interface Order {
  readonly lanes: readonly string[];
  readonly items: readonly Item[];
}

const SWEEPS = 12;

/**
 * Orders lanes and the people inside them by the mean height of their neighbours (barycentre), keeps the
 * order with the fewest crossings, then the shortest lines, and gives every item its y. Ties keep the given
 * order: the best way on top.
 */
export function arrange(merged: Merged, sizes: Sizes): { items: readonly Item[]; lanes: Lane[]; height: number } {
  const graph = graphOf(merged, sizes);
  let order: Order = { lanes: [...new Set(graph.items.map((item) => item.lane))], items: graph.items };
  let best = { order, crossings: Number.POSITIVE_INFINITY, length: Number.POSITIVE_INFINITY };
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    place(graph, order, sizes);
    const [crossings, length] = [crossingsOf(graph), lengthOf(graph)];
    const better = crossings < best.crossings || (crossings === best.crossings && length < best.length - 1);
    if (better) best = { order, crossings, length };
    order = sorted(graph, order);
  }
  const { lanes, height } = place(graph, best.order, sizes);
  return { items: [graph.me, ...graph.items], lanes, height };
}

/** The slots of a long line stay in the lane it starts from, or, from me, in the lane it goes to. */
function graphOf(merged: Merged, sizes: Sizes): Graph {
  const byId = new Map(
    merged.nodes.map((node): [DiagramNode['id'], Item] => {
      const lane = node.lane === '' ? `:${node.id}` : node.lane;
      return [node.id, { layer: node.layer, lane, height: sizes.NODE, node, line: null, y: 0 }];
    }),
  );
  const me = byId.get('me') ?? { layer: 0, lane: '', height: sizes.NODE, node: null, line: null, y: 0 };
  const items = [...byId.values()].filter((item) => item !== me);
  const links: [Item, Item][] = [];
  for (const line of merged.lines) {
    const [from, to] = [byId.get(line.from), byId.get(line.to)];
    if (!from || !to) continue;
    let at = from;
    for (let layer = from.layer + 1; layer < to.layer; layer++) {
      const lane = from === me ? to.lane : from.lane;
      const slot: Item = { layer, lane, height: sizes.SLIM, node: null, line: line.id, y: 0 };
      items.push(slot);
      links.push([at, slot]);
      at = slot;
    }
    links.push([at, to]);
  }
  return { me, items, links };
}

interface Strip extends Order {
  readonly key: string;
  readonly head: number;
  readonly height: number;
  /** Columns it needs room in; named people stand in `shown`. */
  readonly columns: readonly number[];
  readonly shown: readonly number[];
}

function place(graph: Graph, order: Order, sizes: Sizes): { lanes: Lane[]; height: number } {
  const strips = order.lanes.map((key) => stripOf(key, order, sizes));
  const before = strips.map((strip, at) =>
    strips.slice(0, at).flatMap((other, to) => (meet(strip, other) ? [to] : [])),
  );
  const after = strips.map((strip, at) => strips.flatMap((other, to) => (to > at && meet(strip, other) ? [to] : [])));
  const gap = sizes.LANE.gap;
  const packed = pack(strips, before, gap, () => 0);
  const height = Math.max(sizes.NODE, ...strips.map((strip, at) => (packed[at] ?? 0) + strip.height));
  put(graph, strips, packed, height, sizes);
  let tops = packed;
  for (let round = 0; round < 8 && strips.length > 1; round++) {
    const wishes = strips.map((strip, at) => (tops[at] ?? 0) + pull(graph, strip));
    tops = settle(strips, { before, after, packed, gap, height, wishes });
    put(graph, strips, tops, height, sizes);
  }
  const lanes = strips.flatMap((strip, at) =>
    strip.head > 0 && strip.shown.length > 0
      ? [
          {
            key: strip.key,
            y: tops[at] ?? 0,
            height: strip.height,
            first: Math.min(...strip.shown),
            last: Math.max(...strip.shown),
          },
        ]
      : [],
  );
  return { lanes, height };
}

function stripOf(key: string, order: Order, sizes: Sizes): Strip {
  const items = order.items.filter((item) => item.lane === key);
  const content = Math.max(...[...byLayer(items).values()].map((column) => stackOf(column, sizes)));
  const head = key.startsWith(':') ? 0 : sizes.LANE.head;
  const columns = [...new Set(items.map((item) => item.layer))];
  const shown = items.filter((item) => item.node).map((item) => item.layer);
  return { key, items, lanes: [key], head, height: head + content + 2 * sizes.LANE.pad, columns, shown };
}

/** Two lanes need each their own height when they have room in a common column, or between their columns. */
function meet(a: Strip, b: Strip): boolean {
  return Math.min(...a.columns) <= Math.max(...b.columns) && Math.min(...b.columns) <= Math.max(...a.columns);
}

function pack(
  strips: readonly Strip[],
  before: readonly (readonly number[])[],
  gap: number,
  wish: (at: number) => number,
): number[] {
  const tops: number[] = [];
  strips.forEach((_, at) => {
    const bottoms = (before[at] ?? []).map((to) => (tops[to] ?? 0) + (strips[to]?.height ?? 0) + gap);
    tops.push(Math.max(0, wish(at), ...bottoms));
  });
  return tops;
}

interface Slack {
  readonly before: readonly (readonly number[])[];
  readonly after: readonly (readonly number[])[];
  /** The highest place each strip can take. */
  readonly packed: readonly number[];
  readonly gap: number;
  readonly height: number;
  readonly wishes: readonly number[];
}

/**
 * Moves every strip towards its wish without changing the order: once from the top down, once from the bottom
 * up. Both keep all distances, so their mean does too, and leans neither up nor down.
 */
function settle(strips: readonly Strip[], { before, after, packed, gap, height, wishes }: Slack): number[] {
  const lowest: number[] = [];
  for (let at = strips.length - 1; at >= 0; at--) {
    const own = strips[at]?.height ?? 0;
    lowest[at] = Math.min(height, ...(after[at] ?? []).map((to) => (lowest[to] ?? height) - gap)) - own;
  }
  const down = pack(strips, before, gap, (at) => Math.min(wishes[at] ?? 0, lowest[at] ?? 0));
  const up: number[] = [];
  for (let at = strips.length - 1; at >= 0; at--) {
    const own = strips[at]?.height ?? 0;
    const wish = Math.max(wishes[at] ?? 0, packed[at] ?? 0);
    up[at] = Math.min(wish, height - own, ...(after[at] ?? []).map((to) => (up[to] ?? height) - gap - own));
  }
  return strips.map((_, at) => ((down[at] ?? 0) + (up[at] ?? 0)) / 2);
}

/** How far a strip would have to move for its lines to be level. */
function pull(graph: Graph, strip: Strip): number {
  const inside = new Set(strip.items);
  const drops = graph.links.flatMap(([from, to]) => {
    if (inside.has(from) === inside.has(to)) return [];
    return [inside.has(from) ? centre(to) - centre(from) : centre(from) - centre(to)];
  });
  return mean(drops);
}

/** Gives every item its y from the tops of the strips; me at the mean of those next to me. */
function put(graph: Graph, strips: readonly Strip[], tops: readonly number[], height: number, sizes: Sizes): void {
  strips.forEach((strip, at) => {
    const content = strip.height - strip.head - 2 * sizes.LANE.pad;
    for (const column of byLayer(strip.items).values()) {
      let y = (tops[at] ?? 0) + strip.head + sizes.LANE.pad + (content - stackOf(column, sizes)) / 2;
      for (const item of column) {
        item.y = y;
        y += item.height + sizes.GAP;
      }
    }
  });
  const next = graph.links.filter(([from]) => from === graph.me).map(([, to]) => centre(to));
  const wish = next.length > 0 ? mean(next) : height / 2;
  graph.me.y = Math.min(Math.max(wish - graph.me.height / 2, 0), height - graph.me.height);
}

function stackOf(column: readonly Item[], sizes: Sizes): number {
  return column.reduce((sum, item) => sum + item.height, (column.length - 1) * sizes.GAP);
}

function byLayer(items: readonly Item[]): Map<number, Item[]> {
  const layers = new Map<number, Item[]>();
  for (const item of items) layers.set(item.layer, [...(layers.get(item.layer) ?? []), item]);
  return layers;
}

function sorted(graph: Graph, order: Order): Order {
  const around = new Map<Item, number[]>();
  const add = (item: Item, other: Item) => around.set(item, [...(around.get(item) ?? []), centre(other)]);
  for (const [from, to] of graph.links) {
    add(from, to);
    add(to, from);
  }
  const wish = (item: Item) => mean(around.get(item) ?? [centre(item)]);
  const wishes = new Map(order.items.map((item) => [item, wish(item)]));
  const laneWish = new Map(
    order.lanes.map((lane) => [
      lane,
      mean(order.items.filter((item) => item.lane === lane && around.has(item)).map((item) => wishes.get(item) ?? 0)),
    ]),
  );
  // HR has no line and hangs below the hiring manager of its lane.
  const key = (item: Item) => (around.has(item) ? (wishes.get(item) ?? 0) : Number.POSITIVE_INFINITY);
  return {
    lanes: [...order.lanes].sort((a, b) => (laneWish.get(a) ?? 0) - (laneWish.get(b) ?? 0)),
    items: [...order.items].sort((a, b) => compare(key(a), key(b))),
  };
}

function crossingsOf(graph: Graph): number {
  let crossings = 0;
  graph.links.forEach(([a, b], at) => {
    for (const [c, d] of graph.links.slice(at + 1)) {
      if (a.layer === c.layer && (centre(a) - centre(c)) * (centre(b) - centre(d)) < 0) crossings++;
    }
  });
  return crossings;
}

function lengthOf(graph: Graph): number {
  return graph.links.reduce((sum, [from, to]) => sum + Math.abs(centre(from) - centre(to)), 0);
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function centre(item: Item): number {
  return item.y + item.height / 2;
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
