import type { LetterSheet } from '#export/letter-sheet.ts';
import type { Letter } from '#model/ask.ts';
import { MARGIN, PAPER, rangeOf, textNodes } from './page-breaks.ts';

const PT_PER_MM = 72 / 25.4;
const PT_PER_PX = 0.75;
const BULLET_GAP = 14;

type PlacedText = LetterSheet['texts'][number];

/**
 * The laid-out letter as text at its places, in points: the PDF is set line by line as the page shows it,
 * so nothing can break differently. `scale` is that of the preview.
 */
export function measureSheet(text: HTMLElement, paper: Letter['paper'], scale: number): LetterSheet {
  const zero = text.getBoundingClientRect();
  const toX = (x: number) => MARGIN.side * PT_PER_MM + ((x - zero.left) / scale) * PT_PER_PX;
  const toY = (y: number) => MARGIN.top * PT_PER_MM + ((y - zero.top) / scale) * PT_PER_PX;
  const pieces = textNodes(text).flatMap((node) => linesIn(node));
  const placed = pieces.map((piece): PlacedText & { readonly item: Element | null } => {
    const { ascent, size, bold } = faceOf(piece.element);
    return {
      text: piece.text,
      x: toX(piece.left),
      y: toY(piece.top) + ascent * PT_PER_PX,
      size: size * PT_PER_PX,
      bold,
      item: piece.element.closest('li'),
    };
  });
  return {
    width: PAPER[paper].width * PT_PER_MM,
    height: PAPER[paper].height * PT_PER_MM,
    texts: withBullets(placed),
    rules: [...text.querySelectorAll('tr')].map((row) => {
      const { left, bottom, width } = row.getBoundingClientRect();
      return { x: toX(left), y: toY(bottom), width: (width / scale) * PT_PER_PX };
    }),
  };
}

interface Piece {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly element: Element;
}

/** What of a text node stands on each line, found word by word. */
function linesIn(node: Text): Piece[] {
  const element = node.parentElement;
  if (!element) return [];
  const pieces: { text: string; left: number; top: number; end: number; element: Element }[] = [];
  for (const word of node.data.matchAll(/\S+/g)) {
    const end = word.index + word[0].length;
    // A long word may itself be broken: each of its boxes is a line of its own.
    for (const { text, rect } of boxesOf(node, word.index, end)) {
      const last = pieces.at(-1);
      if (last && Math.abs(last.top - rect.top) < rect.height / 2) {
        last.text += node.data.slice(last.end, word.index) + text;
        last.end = end;
      } else pieces.push({ text, left: rect.left, top: rect.top, end, element });
    }
  }
  return pieces;
}

function boxesOf(node: Text, start: number, end: number): { text: string; rect: DOMRect }[] {
  const whole = rangeOf(node, start, end);
  const first = whole.getClientRects()[0];
  if (whole.getClientRects().length <= 1) return first ? [{ text: node.data.slice(start, end), rect: first }] : [];
  const boxes: { text: string; rect: DOMRect }[] = [];
  for (let at = start; at < end; at++) {
    const rect = rangeOf(node, at, at + 1).getBoundingClientRect();
    const last = boxes.at(-1);
    if (last && Math.abs(last.rect.top - rect.top) < 1) last.text += node.data[at];
    else boxes.push({ text: node.data[at] ?? '', rect });
  }
  return boxes;
}

/** One dot before the first line of every list item, in the order of reading. */
function withBullets(placed: readonly (PlacedText & { readonly item: Element | null })[]): PlacedText[] {
  const begun = new Set<Element>();
  return placed.flatMap(({ item, ...piece }) => {
    if (!item || begun.has(item)) return [piece];
    begun.add(item);
    return [{ ...piece, text: '•', x: piece.x - BULLET_GAP * PT_PER_PX, bold: false }, piece];
  });
}

interface Face {
  readonly ascent: number;
  readonly size: number;
  readonly bold: boolean;
}

const context = document.createElement('canvas').getContext('2d');

/** Size and ascent in unscaled CSS pixels: the box of a range starts one ascent above the baseline. */
function faceOf(element: Element): Face {
  const style = getComputedStyle(element);
  const size = Number.parseFloat(style.fontSize);
  const bold = Number.parseInt(style.fontWeight, 10) >= 600;
  if (!context) return { ascent: size * 0.9, size, bold };
  context.font = `${style.fontWeight} ${size}px ${style.fontFamily}`;
  return { ascent: context.measureText('x').fontBoundingBoxAscent, size, bold };
}
