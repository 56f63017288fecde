/** Paper in millimetres, with the margins that the print style has too. */
export const PAPER = {
  A4: { width: 210, height: 297 },
  Letter: { width: 215.9, height: 279.4 },
} as const;
export const MARGIN = { top: 22, side: 24 } as const;
const MM = 96 / 25.4;
const MOST_PAGES = 5;
/** Layout rounds to 1/64 px. */
const SLACK = 0.5;

export interface Pages {
  /** Where each page after the first begins, in CSS pixels from the top of the text. */
  readonly breaks: readonly number[];
  /** Words after the end of page one. */
  readonly over: number;
  /** The last words on page one; '' when everything fits. */
  readonly ends: string;
}

export const ONE_PAGE: Pages = { breaks: [], over: 0, ends: '' };

/** Height of the text area of a page in CSS pixels. */
export function textHeight(paper: keyof typeof PAPER): number {
  return (PAPER[paper].height - 2 * MARGIN.top) * MM;
}

/**
 * Where the pages of a laid-out text end: a page ends before the first line that does not fit whole, as the
 * printer does with `orphans: 1; widows: 1`. Rows of a table are not split. `scale` is that of the preview.
 */
export function measurePages(text: HTMLElement, paper: keyof typeof PAPER, scale: number): Pages {
  const limit = textHeight(paper);
  const zero = text.getBoundingClientRect().top;
  if (scale <= 0 || text.getBoundingClientRect().height / scale <= limit + SLACK) return ONE_PAGE;
  const lines = linesOf(text, zero, scale);
  const breaks: number[] = [];
  for (let top = 0; breaks.length < MOST_PAGES; ) {
    const next = lines.filter((line) => line.top >= top - SLACK && line.bottom > top + limit + SLACK);
    if (next.length === 0) break;
    const at = Math.min(...next.map((line) => line.top));
    if (at <= top) break;
    breaks.push(at);
    top = at;
  }
  const [end] = breaks;
  return end === undefined ? ONE_PAGE : { breaks, ...wordsAround(text, end, zero, scale) };
}

interface Line {
  readonly top: number;
  readonly bottom: number;
}

/** Every line box of every text, and every table row as one. */
function linesOf(text: HTMLElement, zero: number, scale: number): Line[] {
  const lines: Line[] = [];
  const add = (rect: DOMRect) => lines.push({ top: (rect.top - zero) / scale, bottom: (rect.bottom - zero) / scale });
  for (const node of textNodes(text)) {
    const row = node.parentElement?.closest('tr');
    if (row) add(row.getBoundingClientRect());
    else for (const rect of rangeOf(node, 0, node.length).getClientRects()) add(rect);
  }
  return lines;
}

/** Words after the end of page one, and the last few before it. */
function wordsAround(text: HTMLElement, end: number, zero: number, scale: number): { over: number; ends: string } {
  let over = 0;
  const before: string[] = [];
  for (const node of textNodes(text)) {
    for (const match of node.data.matchAll(/\S+/g)) {
      const rect = rangeOf(node, match.index, match.index + match[0].length).getBoundingClientRect();
      if ((rect.top - zero) / scale >= end - SLACK) over++;
      else if (over === 0) before.push(match[0]);
    }
  }
  return { over, ends: before.slice(-4).join(' ') };
}

/** Every text of the letter, in order. */
export function textNodes(root: HTMLElement): Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  while (walker.nextNode()) nodes.push(walker.currentNode as Text);
  return nodes;
}

/** The characters from `start` to `end` of a text. */
export function rangeOf(node: Text, start: number, end: number): Range {
  const range = document.createRange();
  range.setStart(node, start);
  range.setEnd(node, end);
  return range;
}
