import { type Drawing, GREY, type NodeKey, SHAPES } from '#graph/drawing.ts';
import { type Palette, rgbOf } from './palette.ts';

/** Nodes by importance: who gets a label first, and who lies on top. */
export function rankOf({ keys, shape, members, opens, standing, band }: Drawing): Uint32Array {
  const weight = (node: number): number => {
    const kind = SHAPES[shape[node] ?? 1];
    if (kind === 'me') return 1e6;
    if (kind === 'target' || kind === 'manager') return 1e5;
    if (kind === 'company') return 1e3 + (members[node] ?? 0);
    return (opens[node] ?? 0) * 1e4 + (3 - (standing[node] ?? 3)) * 100 + (band[node] === 0 ? 50 : 0);
  };
  // One number a node, importance above position: numbers sort ten times faster than a comparison is called.
  const room = 2 ** 20;
  const order = Float64Array.from(keys, (_, node) => node - weight(node) * room).sort();
  return Uint32Array.from(order, (value) => ((value % room) + room) % room);
}

/** Four bytes a node: its hue, or near the background when something else is lit. */
export function coloursOf(drawing: Drawing, palette: Palette, lit: Uint8Array | null): Uint8Array {
  const hues = Uint32Array.from({ length: GREY + 1 }, (_, hue) => packed(palette.hues[hue] ?? palette.grey));
  const [accent, dim] = [packed(palette.accent), packed(palette.dim)];
  const target = SHAPES.indexOf('target');
  const { hue, shape } = drawing;
  const colours = new Uint32Array(hue.length);
  for (let node = 0; node < colours.length; node++)
    colours[node] = lit && !lit[node] ? dim : shape[node] === target ? accent : (hues[hue[node] ?? GREY] ?? 0);
  if (colours.length > 0 && lit?.[0] !== 0) colours[0] = packed(palette.text);
  return new Uint8Array(colours.buffer);
}

/** Red in the lowest byte, opaque: what the graphics card reads as four bytes in this order. */
function packed(colour: string): number {
  const [red, green, blue] = rgbOf(colour);
  return ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;
}

/** Painted first to last: the dimmed, then the lit, and in each the most important on top. */
export function orderOf(ranked: Uint32Array, lit: Uint8Array | null): Uint32Array {
  const order = new Uint32Array(ranked.length);
  let at = 0;
  for (const wanted of lit ? [0, 1] : [0]) {
    for (let i = ranked.length - 1; i >= 0; i--) {
      const node = ranked[i] ?? 0;
      if (!lit || lit[node] === wanted) order[at++] = node;
    }
  }
  return order;
}

/** One for every node that is lit. */
export function marked(keys: readonly NodeKey[], lit: ReadonlySet<NodeKey>): Uint8Array {
  const marks = new Uint8Array(keys.length);
  for (let node = 0; node < marks.length; node++) if (lit.has(keys[node] ?? 'me:me')) marks[node] = 1;
  return marks;
}
