import type { Box, Drawing, PlacedLine, PlacedNode } from './path-diagram.ts';
import type { DiagramLine, Merged } from './path-merge.ts';

const TRACK = 26;
const EDGE = 18;
const ROW = 52;
const DOT = 12;
const BEND = 10;
const STUB = 26;

/**
 * The same graph for a narrow screen: one row per person, a track per step, names right of the tracks, so
 * that nothing overlaps at any number of people.
 *
 *   o      You
 *   ├─o    Ana
 *   ├─o    Bruno
 *     └─o  Marta
 */
export function tracks(merged: Merged, room: { width: number; stubs: number }): Drawing {
  const rows = [...merged.nodes].sort((a, b) => a.layer - b.layer || Number(a.role === 'hr') - Number(b.role === 'hr'));
  const dotX = (layer: number) => EDGE + layer * TRACK;
  const left = dotX(merged.layers - 1) + DOT + 8;
  const nodes: PlacedNode[] = rows.map((node, at) => ({
    node,
    x: left,
    y: at * ROW,
    width: room.width - left,
    height: ROW - 6,
  }));
  const rowOf = new Map(nodes.map((placed) => [placed.node.id, placed]));
  const lines = merged.lines.flatMap((line) => {
    const [from, to] = [rowOf.get(line.from), rowOf.get(line.to)];
    return from && to ? [trackLine(line, from, to, dotX)] : [];
  });
  const height = rows.length * ROW;
  return {
    width: room.width,
    height: height + room.stubs * STUB,
    nodes,
    lines,
    lanes: [],
    stubs: Array.from({ length: room.stubs }, (_, at) => {
      const y = height + at * STUB + STUB / 2;
      const label: Box = { x: left, y: y - 9, width: room.width - left, height: 18 };
      return { path: `M${dotX(0)} ${y}H${left - 10}`, label };
    }),
  };
}

/** From me down my own track and then across; from others across at once and then down the track they go to. */
function trackLine(line: DiagramLine, from: PlacedNode, to: PlacedNode, dotX: (layer: number) => number): PlacedLine {
  const a = { x: dotX(from.node.layer), y: from.y + from.height / 2 };
  const b = { x: dotX(to.node.layer), y: to.y + to.height / 2 };
  const path =
    line.from === 'me'
      ? `M${a.x} ${a.y}V${b.y - BEND}Q${a.x} ${b.y} ${a.x + BEND} ${b.y}H${b.x}`
      : `M${a.x} ${a.y}H${b.x - BEND}Q${b.x} ${a.y} ${b.x} ${a.y + BEND}V${b.y}`;
  const middle = line.from === 'me' ? { x: (a.x + b.x) / 2, y: b.y } : { x: (a.x + b.x) / 2, y: a.y };
  return { line, path, middle, label: null };
}

/** Where the dot of a row sits in the narrow drawing. */
export function dotOf(placed: PlacedNode): { x: number; y: number } {
  return { x: EDGE + placed.node.layer * TRACK, y: placed.y + placed.height / 2 };
}
