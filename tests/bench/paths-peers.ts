import { UndirectedGraph } from 'graphology';
import dijkstra from 'graphology-shortest-path/dijkstra.js';
import { allSimplePaths } from 'graphology-simple-path';
import createGraph, { type Graph } from 'ngraph.graph';
import { nba } from 'ngraph.path';
import { costIn, type Network } from '#paths/network.ts';

/** What the peers answer with, in the app's integer costs. */
export interface Peers {
  readonly graphologyMs: number;
  readonly ngraphMs: number;
  /** All simple ways of at most `ties` ties, sorted, the first k: the costs. */
  enumerate(target: number, ties: number, k: number): number[];
  /** The cheapest way of any length by NBA*. */
  nba(target: number): number;
  /** The cheapest way of any length to everybody, by graphology's Dijkstra. */
  singleSource(): unknown;
  /** The same to one target, from both sides. */
  bidirectional(target: number): unknown;
}

/** Every pair once. The peers get a clean list; ours is built from columns with repeated pairs. */
function forEachTie(network: Network, use: (a: number, b: number, cost: number) => void): void {
  for (let a = 0; a < network.people; a++) {
    for (let at = network.starts[a] as number; at < (network.ends[a] as number); at += 2) {
      const b = network.ties[at + 1] as number;
      if (a < b) use(a, b, costIn(network.ties[at] as number));
    }
  }
}

/** Each peer with its own native graph, built once. */
export function createPeers(network: Network): Peers {
  const beforeGraphology = performance.now();
  const graph = new UndirectedGraph<Record<string, never>, { weight: number }>({ multi: false, allowSelfLoops: false });
  for (let v = 0; v < network.people; v++) graph.addNode(`${v}`);
  forEachTie(network, (a, b, weight) => graph.addEdge(`${a}`, `${b}`, { weight }));
  const beforeNgraph = performance.now();
  const other: Graph<undefined, number> = createGraph();
  for (let v = 0; v < network.people; v++) other.addNode(v);
  forEachTie(network, (a, b, weight) => other.addLink(a, b, weight));
  const built = performance.now();
  const finder = nba(other, { oriented: false, distance: (_from, _to, link) => link.data });
  const costOf = (path: readonly string[]) =>
    path.reduce(
      (sum, node, i) => sum + (i === 0 ? 0 : graph.getEdgeAttribute(graph.edge(path[i - 1], node), 'weight')),
      0,
    );
  return {
    graphologyMs: beforeNgraph - beforeGraphology,
    ngraphMs: built - beforeNgraph,
    enumerate(target, ties, k) {
      const paths = allSimplePaths(graph, '0', `${target}`, { maxDepth: ties });
      return paths
        .map(costOf)
        .sort((x, y) => x - y)
        .slice(0, k);
    },
    nba(target) {
      const nodes = finder.find(0, target);
      let sum = 0;
      for (let i = 1; i < nodes.length; i++) {
        sum +=
          other.getLink(nodes[i]?.id ?? 0, nodes[i - 1]?.id ?? 0)?.data ??
          other.getLink(nodes[i - 1]?.id ?? 0, nodes[i]?.id ?? 0)?.data ??
          0;
      }
      return sum;
    },
    singleSource: () => dijkstra.singleSource(graph, '0', 'weight'),
    bidirectional: (target) => dijkstra.bidirectional(graph, '0', `${target}`, 'weight'),
  };
}
