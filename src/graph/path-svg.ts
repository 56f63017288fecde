import type { Drawing, PlacedLine, PlacedNode } from './path-diagram.ts';
import type { DiagramNode } from './path-merge.ts';

/** The words of a drawing; it has none of its own. */
export interface DrawingWords {
  readonly title: string;
  readonly name: (node: DiagramNode) => string;
  readonly under: (node: DiagramNode) => string;
  readonly lane: (key: string) => string;
  readonly line: (line: PlacedLine['line']) => string;
  readonly stubs: readonly string[];
}

const EDGE = 16;
const INK = {
  text: '#1d1b19',
  soft: '#6b655e',
  band: '#f3f1ed',
  line: '#8f8880',
  accent: '#0a6763',
  weaker: '#7a4d00',
};
const DASH = { confirmed: '', listed: '', inferred: ' stroke-dasharray="5 5"' } as const;
const THICK = { confirmed: 2.5, listed: 1.25, inferred: 2 } as const;

/**
 * A layered drawing as a picture of its own, on white, in the colours of paper. `lit` is the way in that is
 * drawn in the accent colour. Text stays text; everything that people are called is escaped.
 */
export function pathSvg(drawing: Drawing, words: DrawingWords, lit: string | null): string {
  const [width, height] = [Math.ceil(drawing.width + 2 * EDGE), Math.ceil(drawing.height + 2 * EDGE)];
  const parts = [
    ...drawing.lanes.map(
      (lane) =>
        `<rect x="${lane.x}" y="${lane.y}" width="${lane.width}" height="${lane.height}" rx="10" fill="${INK.band}"/>` +
        text(lane.label.x, lane.label.y + 12, words.lane(lane.key), 11, INK.soft, lane.label.width),
    ),
    ...drawing.lines.map((line) => drawnLine(line, lit)),
    ...drawing.lines.flatMap(({ line, label }) =>
      label ? [drawnWords(label, words.line(line), isWeaker(line, lit))] : [],
    ),
    ...drawing.stubs.map(
      ({ path, label }, at) =>
        `<path d="${path}" fill="none" stroke="${INK.line}" stroke-width="1.5" stroke-dasharray="1 5"/>` +
        text(label.x, label.y + 13, words.stubs[at] ?? '', 11.5, INK.soft, label.width),
    ),
    ...drawing.nodes.map((placed) => drawnNode(placed, words)),
  ];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${-EDGE} ${-EDGE} ${width} ${height}" font-family="system-ui, sans-serif">`,
    `<title>${escaped(words.title)}</title>`,
    `<rect x="${-EDGE}" y="${-EDGE}" width="${width}" height="${height}" fill="#ffffff"/>`,
    ...parts,
    '</svg>',
  ].join('\n');
}

function drawnLine({ line, path, middle, label }: PlacedLine, lit: string | null): string {
  const { standing } = line.step;
  const on = lit !== null && line.ways.includes(lit);
  const stroke = on ? INK.accent : INK.line;
  const mark =
    isWeaker(line, lit) && !label
      ? `<circle cx="${middle.x}" cy="${middle.y}" r="5" fill="#ffffff" stroke="${INK.weaker}" stroke-width="2"/>`
      : '';
  return `<path d="${path}" fill="none" stroke="${stroke}" stroke-width="${THICK[standing]}"${DASH[standing]}/>${mark}`;
}

function isWeaker(line: PlacedLine['line'], lit: string | null): boolean {
  return lit !== null && line.weakerIn.includes(lit);
}

function drawnWords(box: NonNullable<PlacedLine['label']>, words: string, weaker: boolean): string {
  const edge = weaker ? ` stroke="${INK.weaker}"` : '';
  const middle = box.x + box.width / 2;
  return (
    `<rect x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}" rx="9" fill="#ffffff"${edge}/>` +
    `<text x="${middle}" y="${box.y + 12.5}" font-size="11" text-anchor="middle" fill="${weaker ? INK.weaker : INK.soft}">${escaped(words)}</text>`
  );
}

function drawnNode({ node, x, y, width, height }: PlacedNode, words: DrawingWords): string {
  const name = words.name(node);
  if (node.role === 'me') {
    const [cx, cy] = [x + width / 2, y + height / 2];
    return `<circle cx="${cx}" cy="${cy}" r="${width / 2}" fill="${INK.accent}"/><text x="${cx}" y="${cy + 4}" font-size="13" font-weight="600" text-anchor="middle" fill="#ffffff">${escaped(name)}</text>`;
  }
  const [stroke, thick] = node.role === 'manager' ? [INK.accent, 2] : [INK.line, 1];
  const dash = node.role === 'hr' ? ' stroke-dasharray="2 3"' : '';
  const ink = node.role === 'hr' ? INK.soft : INK.text;
  return (
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="10" fill="#ffffff" stroke="${stroke}" stroke-width="${thick}"${dash}/>` +
    text(x + 10, y + 25, name, 13, ink, width - 20, ' font-weight="600"') +
    text(x + 10, y + 42, words.under(node), 11, INK.soft, width - 20)
  );
}

/** One line of text, cut where the box ends: about 0.56 em a letter. */
function text(x: number, y: number, words: string, size: number, fill: string, room: number, more = ''): string {
  const letters = Array.from(words);
  const fit = Math.max(1, Math.floor(room / (size * 0.56)));
  const shown = letters.length > fit ? `${letters.slice(0, fit - 1).join('')}…` : words;
  return `<text x="${x}" y="${y}" font-size="${size}" fill="${fill}"${more}>${escaped(shown)}</text>`;
}

const ENTITY = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
]);

/** What XML cannot hold is left out, what it reads as markup is written as text. */
function escaped(words: string): string {
  return words.replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '').replace(/[&<>"]/g, (sign) => ENTITY.get(sign) ?? sign);
}
