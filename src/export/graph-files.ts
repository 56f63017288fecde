import { UndirectedGraph } from 'graphology';
import { write } from 'graphology-gexf';
import { BANDS, type Drawing, SHAPES } from '#graph/drawing.ts';
import { xmlEscaped, xmlText } from '#graph/xml.ts';
import { STANDINGS } from '#model/tie.ts';

interface NodeFacts {
  readonly label: string;
  readonly kind: string;
  readonly ring: number;
  readonly band: string;
  readonly opens: number;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/** The drawing as GEXF 1.3 for Gephi, with places and sizes. */
export function gexfOf(drawing: Drawing, labels: readonly string[], title: string): string {
  const graph = new UndirectedGraph();
  drawing.keys.forEach((key, node) => {
    graph.addNode(key, factsOf(drawing, labels, node));
  });
  eachEdge(drawing, (a, b, standing) => {
    graph.mergeEdge(a, b, { standing });
  });
  return write(graph, {
    version: '1.3',
    formatNode: (_, { label, x, y, size, ...attributes }) => ({
      label: xmlText(String(label)),
      attributes,
      viz: { x, y, size },
    }),
    formatEdge: (_, attributes) => ({ attributes }),
  }).replace('<meta>', `<meta>\n    <description>${xmlEscaped(title)}</description>`);
}

/** The drawing as GraphML (graphology has a reader for it only). */
export function graphmlOf(drawing: Drawing, labels: readonly string[]): string {
  const keys = [
    ...(['label', 'kind', 'band'] as const).map(
      (name) => `<key id="${name}" for="node" attr.name="${name}" attr.type="string"/>`,
    ),
    ...(['ring', 'opens', 'x', 'y', 'size'] as const).map(
      (name) => `<key id="${name}" for="node" attr.name="${name}" attr.type="double"/>`,
    ),
    '<key id="standing" for="edge" attr.name="standing" attr.type="string"/>',
  ];
  const nodes = drawing.keys.map((key, node) => {
    const data = Object.entries(factsOf(drawing, labels, node)).map(
      ([name, value]) => `<data key="${name}">${xmlEscaped(String(value))}</data>`,
    );
    return `<node id="${xmlEscaped(key)}">${data.join('')}</node>`;
  });
  const edges: string[] = [];
  eachEdge(drawing, (a, b, standing) => {
    edges.push(
      `<edge source="${xmlEscaped(a)}" target="${xmlEscaped(b)}"><data key="standing">${standing}</data></edge>`,
    );
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...keys,
    '<graph id="network" edgedefault="undirected">',
    ...nodes,
    ...edges,
    '</graph>',
    '</graphml>',
    '',
  ].join('\n');
}

function factsOf(drawing: Drawing, labels: readonly string[], node: number): NodeFacts {
  return {
    label: xmlText(labels[node] ?? ''),
    kind: SHAPES[drawing.shape[node] ?? 1] ?? 'person',
    ring: drawing.ring[node] ?? 3,
    band: BANDS[drawing.band[node] ?? 4] ?? 'none',
    opens: drawing.opens[node] ?? 0,
    x: drawing.x[node] ?? 0,
    y: drawing.y[node] ?? 0,
    size: drawing.size[node] ?? 1,
  };
}

function eachEdge(drawing: Drawing, use: (a: string, b: string, standing: string) => void): void {
  drawing.edgeA.forEach((a, edge) => {
    const from = drawing.keys[a];
    const to = drawing.keys[drawing.edgeB[edge] ?? 0];
    if (from && to && from !== to) use(from, to, STANDINGS[drawing.edgeStanding[edge] ?? 2] ?? 'inferred');
  });
}
