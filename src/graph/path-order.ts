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
 * order with the fewest crossings, and gives every item its y. Ties keep the given order: the best way on top.
 */
export function arrange(merged: Merged, sizes: Sizes): { items: readonly Item[]; lanes: Lane[]; height: number } {
  const graph = graphOf(merged, sizes);
  let order: Order = { lanes: [...new Set(graph.items.map((item) => item.lane))], items: graph.items };
  let best = { order, crossings: Number.POSITIVE_INFINITY };
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    place(graph, order, sizes);
    const crossings = crossingsOf(graph);
    if (crossings < best.crossings) best = { order, crossings };
    if (crossings === 0 && sweep > 1) break;
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

function place(graph: Graph, order: Order, sizes: Sizes): { lanes: Lane[]; height: number } {
  const lanes: Lane[] = [];
  let top = 0;
  for (const key of order.lanes) {
    const members = order.items.filter((item) => item.lane === key);
    const layers = byLayer(members);
    const stack = (column: readonly Item[]) =>
      column.reduce((sum, item) => sum + item.height, (column.length - 1) * sizes.GAP);
    const content = Math.max(...[...layers.values()].map(stack));
    const head = key.startsWith(':') ? 0 : sizes.LANE.head;
    for (const column of layers.values()) {
      let y = top + head + sizes.LANE.pad + (content - stack(column)) / 2;
      for (const item of column) {
        item.y = y;
        y += item.height + sizes.GAP;
      }
    }
    const height = head + content + 2 * sizes.LANE.pad;
    const named = members.filter((item) => item.node).map((item) => item.layer);
    if (head > 0) lanes.push({ key, y: top, height, first: Math.min(...named), last: Math.max(...named) });
    top += height + sizes.LANE.gap;
  }
  const height = Math.max(top - sizes.LANE.gap, sizes.NODE);
  const next = graph.links.filter(([from]) => from === graph.me).map(([, to]) => centre(to));
  const wish = next.length > 0 ? mean(next) : height / 2;
  graph.me.y = Math.min(Math.max(wish - graph.me.height / 2, 0), height - graph.me.height);
  return { lanes, height };
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

function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function centre(item: Item): number {
  return item.y + item.height / 2;
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
