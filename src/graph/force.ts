import { UndirectedGraph } from 'graphology';
import louvain from 'graphology-communities-louvain';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import { clusterLayout } from './clusters.ts';
import type { Place, Scene } from './drawing.ts';
import { alignedTo } from './kept.ts';

const ITERATIONS = 200;
/** From a layout that was already good: enough to let newcomers in. */
const AGAIN = 40;
/** Between two of these the caller may do something else. */
const STRIDE = 10;

/**
 * ForceAtlas2 (Jacomy et al., PLoS ONE 2014) from the company clusters as seeds, for 301 to 2,000 nodes.
 * People are also drawn to their company, or those without ties would fly apart. Deterministic. With seeds it
 * goes on from there, and is laid over them at the end. Yields the share that is done.
 */
export function* forceLayout(scene: Scene, seeds: Place | null = null): Generator<number, Place> {
  const start = seeds ? withNewcomers(scene, seeds) : clusterLayout(scene);
  const graph = graphOf(scene, true);
  scene.keys.forEach((key, node) => {
    graph.mergeNodeAttributes(key, { x: start.x[node], y: start.y[node] });
  });
  const settings = {
    ...forceAtlas2.inferSettings(graph),
    barnesHutOptimize: scene.keys.length > 500,
    strongGravityMode: true,
    gravity: 0.05,
  };
  const iterations = seeds ? AGAIN : ITERATIONS;
  for (let done = 0; done < iterations; done += STRIDE) {
    yield done / iterations;
    forceAtlas2.assign(graph, { iterations: STRIDE, settings });
  }
  const place: Place = { x: new Float32Array(scene.keys.length), y: new Float32Array(scene.keys.length) };
  scene.keys.forEach((key, node) => {
    place.x[node] = Number(graph.getNodeAttribute(key, 'x'));
    place.y[node] = Number(graph.getNodeAttribute(key, 'y'));
  });
  return seeds ? alignedTo(seeds, place, 'all') : place;
}

/** Who is new starts beside their company, else at the rim: never two in one spot. */
function withNewcomers(scene: Scene, seeds: Place): Place {
  const place: Place = { x: seeds.x.slice(), y: seeds.y.slice() };
  const isNew = (node: number): boolean => Number.isNaN(seeds.x[node] ?? Number.NaN);
  const reach = seeds.x.reduce((most, x) => (Number.isNaN(x) ? most : Math.max(most, Math.abs(x))), 1);
  for (let node = 0; node < scene.keys.length; node++) {
    if (!isNew(node)) continue;
    const home = scene.home[node] ?? -1;
    const near = home !== -1 && !isNew(home) ? home : -1;
    const [x, y] = near === -1 ? [0, 0] : [seeds.x[near] ?? 0, seeds.y[near] ?? 0];
    const out = near === -1 ? reach : reach / 40;
    place.x[node] = x + Math.cos(node) * out;
    place.y[node] = y + Math.sin(node) * out;
  }
  return place;
}

/** Community number of every node by Louvain (Blondel et al. 2008) with a fixed seed; me apart (-1). */
export function communitiesOf(scene: Scene): Int32Array {
  const graph = graphOf(scene, false);
  const communities = new Int32Array(scene.keys.length).fill(-1);
  if (graph.size === 0) return communities;
  const found = louvain(graph, { rng: seeded(7) });
  scene.keys.forEach((key, node) => {
    if (node > 0 && graph.degree(key) > 0) communities[node] = found[key] ?? -1;
  });
  return communities;
}

function graphOf(scene: Scene, withHomes: boolean): UndirectedGraph {
  const graph = new UndirectedGraph();
  for (const key of scene.keys) graph.addNode(key);
  for (const { a, b } of scene.edges) {
    // My own ties would make one community of everybody.
    if (a === 0 || b === 0) continue;
    graph.mergeEdge(scene.keys[a], scene.keys[b]);
  }
  if (withHomes) {
    scene.home.forEach((home, node) => {
      if (home !== -1 && home !== node) graph.mergeEdge(scene.keys[home], scene.keys[node]);
    });
  }
  return graph;
}

/** Mulberry32: a small seeded generator, so that the same network has the same communities. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
