import { clusterLayout } from './clusters.ts';
import { type Drawing, type MapView, type Place, type Scene, SHAPES } from './drawing.ts';
import { focusLayout, thinned, withinHops } from './focus.ts';
import { forceLayout } from './force.ts';
import { huesOf } from './hues.ts';
import { type Kept, keep, seedsOf } from './kept.ts';
import { ringLayout } from './rings.ts';
import { type SceneInput, sceneOf } from './scene.ts';

const RINGS_UP_TO = 300;
const FORCE_UP_TO = 2000;

/** A drawing, and where everybody stands on it: for the next one. A focus keeps what was there. */
export interface Drawn {
  readonly drawing: Drawing;
  readonly kept: Kept | null;
}

/**
 * Records and a view in, a drawable graph out: hop rings up to 300 nodes, ForceAtlas2 up to 2,000, company
 * clusters above and for closed companies; a focus has hop rings of its own. The same input always gives the same picture; with the
 * places of the last one, everybody stays as near to theirs as the layout allows. Yields the share that is done,
 * so that the caller can say it, or stop.
 */
export function* draw(input: SceneInput, view: MapView, kept: Kept | null = null): Generator<number, Drawn> {
  const scene = sceneOf(input, view);
  yield 0;
  const centre = view.focus ? scene.keys.indexOf(view.focus.key) : -1;
  if (view.focus && centre !== -1) {
    const { hops, left } = thinned(scene, withinHops(scene, centre, view.focus.depth), view.crowd);
    const near = partOf(scene, hops);
    // Who was only reached through somebody left out goes too.
    const part = partOf(near, withinHops(near, near.keys.indexOf(view.focus.key), view.focus.depth));
    const inner = part.keys.indexOf(view.focus.key);
    const place = focusLayout(part, inner, withinHops(part, inner, view.focus.depth));
    return { drawing: { ...columns(part, place, view, input, 'focus'), left }, kept };
  }
  const layout = layoutFor(scene, view);
  const seeds = kept?.layout === layout ? seedsOf(scene, kept) : null;
  const place = yield* placed(layout, scene, seeds);
  const drawing = columns(scene, place, view, input, layout);
  const { people, companies, targets } = input.workspace;
  return { drawing, kept: keep(drawing, layout, kept, [...people.keys(), ...companies.keys(), ...targets.keys()]) };
}

function layoutFor({ keys, members }: Scene, view: MapView): Kept['layout'] {
  const nodes = keys.length;
  // Mostly closed companies: rings of many sizes and hardly a line, which only the clusters leave room for.
  if (members.filter((count) => count > 0).length > nodes / 2) return 'clusters';
  if (nodes <= RINGS_UP_TO) return 'rings';
  return nodes <= FORCE_UP_TO && !view.simple ? 'force' : 'clusters';
}

function* placed(layout: Kept['layout'], scene: Scene, seeds: Place | null): Generator<number, Place> {
  if (layout === 'rings') return ringLayout(scene, seeds);
  return layout === 'force' ? yield* forceLayout(scene, seeds) : clusterLayout(scene, seeds);
}

/** Only the nodes in `keep`, me always first; edges and homes renumbered. */
function partOf(scene: Scene, keep: ReadonlyMap<number, number>): Scene {
  const nodes = [0, ...[...keep.keys()].filter((node) => node !== 0).sort((a, b) => a - b)];
  const renumbered = new Map(nodes.map((node, i) => [node, i]));
  const pick = <T>(column: readonly T[]): T[] => nodes.map((node) => column[node] as T);
  return {
    keys: pick(scene.keys),
    shape: pick(scene.shape),
    ring: pick(scene.ring),
    band: pick(scene.band),
    standing: pick(scene.standing),
    opens: pick(scene.opens),
    members: pick(scene.members),
    home: pick(scene.home).map((home) => renumbered.get(home) ?? -1),
    edges: scene.edges.flatMap(({ a, b, standing }) => {
      const from = renumbered.get(a);
      const to = renumbered.get(b);
      return from === undefined || to === undefined ? [] : [{ a: from, b: to, standing }];
    }),
  };
}

function columns(
  scene: Scene,
  place: Place,
  view: MapView,
  { workspace }: SceneInput,
  layout: Drawing['layout'],
): Drawing {
  const nameOf = (node: number) => {
    const key = scene.keys[node];
    return key?.startsWith('company:') ? (workspace.companies.get(key as `company:${string}`)?.name ?? '') : '';
  };
  const { hue, groups } = huesOf(scene, view.colouring, nameOf);
  const small = scene.keys.length > FORCE_UP_TO;
  return {
    keys: scene.keys,
    shape: Uint8Array.from(scene.shape, (shape) => SHAPES.indexOf(shape)),
    ...place,
    size: Float32Array.from(scene.keys, (_, node) => sizeOf(scene, node, small)),
    hue,
    ring: Uint8Array.from(scene.ring),
    band: Uint8Array.from(scene.band),
    standing: Uint8Array.from(scene.standing),
    opens: Uint16Array.from(scene.opens),
    members: Uint32Array.from(scene.members),
    home: Int32Array.from(scene.home),
    edgeA: Uint32Array.from(scene.edges, ({ a }) => a),
    edgeB: Uint32Array.from(scene.edges, ({ b }) => b),
    edgeStanding: Uint8Array.from(scene.edges, ({ standing }) => standing),
    groups,
    layout,
    left: 0,
  };
}

/** Radius in pixels: bigger with every target opened. */
function sizeOf(scene: Scene, node: number, small: boolean): number {
  const shape = scene.shape[node];
  const members = scene.members[node] ?? 0;
  if (shape === 'me') return small ? 8 : 11;
  if (shape === 'target' || shape === 'manager') return small ? 6 : 9;
  if (shape === 'company') return members > 0 ? Math.min(22, 5 + Math.sqrt(members) * 1.4) : small ? 2.5 : 5;
  return (small ? 2.2 : 5) + Math.min(4, scene.opens[node] ?? 0) * (small ? 1 : 1.5);
}
