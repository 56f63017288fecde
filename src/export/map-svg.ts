import { type Drawing, GREY, SHAPES, type Shape } from '#graph/drawing.ts';
import { placeLabels, type Sight } from '#graph/labels.ts';
import { xmlEscaped } from '#graph/xml.ts';

export interface SvgColours {
  readonly ground: string;
  readonly text: string;
  readonly accent: string;
  readonly grey: string;
  readonly hues: readonly string[];
  /** By standing: confirmed, listed, inferred. */
  readonly lines: readonly string[];
}

const MARGIN = 60;
const FONT = 14;
const LETTER = 7.4;
const MOST_NAMES = 200;

/** The drawing as an SVG of `width` pixels: shapes, lines by state, and names that never cover each other. */
export function mapSvg(drawing: Drawing, labels: readonly string[], colours: SvgColours, width: number): string {
  const frame = frameOf(drawing, width);
  const at = (node: number) => ({ x: frame.x(drawing.x[node] ?? 0), y: frame.y(drawing.y[node] ?? 0) });
  const lines = [...drawing.edgeA.keys()].map((edge) => {
    const a = at(drawing.edgeA[edge] ?? 0);
    const b = at(drawing.edgeB[edge] ?? 0);
    const standing = drawing.edgeStanding[edge] ?? 2;
    const dash = standing === 2 ? ' stroke-dasharray="4 4"' : '';
    return `<path d="M${n(a.x)} ${n(a.y)}L${n(b.x)} ${n(b.y)}" stroke="${colours.lines[standing] ?? colours.grey}" stroke-width="${standing === 0 ? 1.4 : 0.8}"${dash}/>`;
  });
  const marks = drawing.keys.map((_, node) => {
    const { x, y } = at(node);
    return markOf(
      SHAPES[drawing.shape[node] ?? 1] ?? 'person',
      x,
      y,
      drawing.size[node] ?? 4,
      colourOf(drawing, node, colours),
    );
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${n(frame.height)}" viewBox="0 0 ${width} ${n(frame.height)}" font-family="system-ui, sans-serif" font-size="${FONT}">`,
    `<rect width="100%" height="100%" fill="${colours.ground}"/>`,
    `<g fill="none">${lines.join('')}</g>`,
    `<g>${marks.join('')}</g>`,
    `<g fill="${colours.text}" stroke="${colours.ground}" stroke-width="3" paint-order="stroke">${names(drawing, labels, at, { width, height: frame.height })}</g>`,
    '</svg>',
    '',
  ].join('\n');
}

function names(
  drawing: Drawing,
  labels: readonly string[],
  at: (node: number) => { x: number; y: number },
  sight: Sight,
): string {
  const ranked = [...drawing.keys.keys()].sort((a, b) => (drawing.size[b] ?? 0) - (drawing.size[a] ?? 0) || a - b);
  const wishes = ranked.map((node) => ({
    node,
    ...at(node),
    clear: (drawing.size[node] ?? 4) + 4,
    width: (labels[node] ?? '').length * LETTER,
  }));
  return placeLabels(wishes, MOST_NAMES, FONT + 4, [], sight)
    .map(({ node, left, top }) => `<text x="${n(left)}" y="${n(top + FONT)}">${xmlEscaped(labels[node] ?? '')}</text>`)
    .join('');
}

function frameOf(drawing: Drawing, width: number) {
  let [left, right, bottom, top] = [0, 1, 0, 1];
  for (const [node] of drawing.keys.entries()) {
    left = Math.min(left, drawing.x[node] ?? 0);
    right = Math.max(right, drawing.x[node] ?? 0);
    bottom = Math.min(bottom, drawing.y[node] ?? 0);
    top = Math.max(top, drawing.y[node] ?? 0);
  }
  const scale = (width - 2 * MARGIN) / Math.max(right - left, 1);
  return {
    height: Math.max(1, top - bottom) * scale + 2 * MARGIN,
    x: (x: number) => MARGIN + (x - left) * scale,
    y: (y: number) => MARGIN + (top - y) * scale,
  };
}

function markOf(shape: Shape, x: number, y: number, size: number, colour: string): string {
  const [cx, cy, r] = [n(x), n(y), n(size)];
  if (shape === 'manager')
    return `<path d="M${cx} ${n(y - size)}L${n(x + size)} ${cy}L${cx} ${n(y + size)}L${n(x - size)} ${cy}Z" fill="${colour}"/>`;
  if (shape === 'hr')
    return `<rect x="${n(x - size * 0.8)}" y="${n(y - size * 0.8)}" width="${n(size * 1.6)}" height="${n(size * 1.6)}" fill="${colour}"/>`;
  if (shape === 'target')
    return `<path d="M${cx} ${n(y - size)}L${n(x + size)} ${n(y + size)}L${n(x - size)} ${n(y + size)}Z" fill="${colour}"/>`;
  if (shape === 'company')
    return `<circle cx="${cx}" cy="${cy}" r="${r}" fill="none" stroke="${colour}" stroke-width="2"/>`;
  return `<circle cx="${cx}" cy="${cy}" r="${r}" fill="${colour}"/>`;
}

function colourOf(drawing: Drawing, node: number, colours: SvgColours): string {
  if (node === 0) return colours.text;
  const hue = drawing.hue[node] ?? GREY;
  return SHAPES[drawing.shape[node] ?? 1] === 'target' ? colours.accent : (colours.hues[hue] ?? colours.grey);
}

function n(value: number): number {
  return Math.round(value * 10) / 10;
}
