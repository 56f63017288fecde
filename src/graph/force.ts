import { UndirectedGraph } from 'graphology';
import louvain from 'graphology-communities-louvain';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import { clusterLayout } from './clusters.ts';
import type { Place, Scene } from './drawing.ts';

const ITERATIONS = 200;

/**
 * ForceAtlas2 (Jacomy et al., PLoS ONE 2014) from the company clusters as seeds, for 301 to 2,000 nodes.
 * People are also drawn to their company, or those without ties would fly apart. Deterministic.
 */
export function forceLayout(scene: Scene): Place {
  const seeds = clusterLayout(scene);
  const graph = graphOf(scene, true);
  scene.keys.forEach((key, node) => {
    graph.mergeNodeAttributes(key, { x: seeds.x[node], y: seeds.y[node] });
  });
  const settings = {
    ...forceAtlas2.inferSettings(graph),
    barnesHutOptimize: scene.keys.length > 500,
    strongGravityMode: true,
    gravity: 0.05,
  };
  const found = forceAtlas2(graph, { iterations: ITERATIONS, settings });
  const place: Place = { x: new Float32Array(scene.keys.length), y: new Float32Array(scene.keys.length) };
  scene.keys.forEach((key, node) => {
    place.x[node] = found[key]?.x ?? 0;
    place.y[node] = found[key]?.y ?? 0;
  });
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
