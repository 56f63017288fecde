import { PDFDocument, type PDFPage, rgb } from 'pdf-lib';
import type { CaseSheet } from '#handoff/case-sheet.ts';
import { blocksOf, type Run } from '#handoff/markup.ts';
import { type Fonts, letterFonts } from './letter-fonts.ts';

/** Points. */
const PAPER = { A4: [595.28, 841.89], Letter: [612, 792] } as const;
const MARGIN = 54;
/** The largest body size that keeps everything on one page is taken. */
const SIZES = [10.5, 10, 9.5, 9, 8.5, 8, 7.5];
const SMALLEST = 7;
const LEADING = 1.35;
const INDENT = 12;
const INK = rgb(0.1, 0.1, 0.1);
const GOES_ON = 'The letter goes on; the rest is left out here.';
const UNKNOWN_SIGNS = ' Signs that this file cannot hold are shown as "?".';

/** A line as it is drawn: `gap` is the white above it, in lines. */
interface Line {
  readonly words: readonly Run[];
  readonly scale: number;
  readonly indent: number;
  readonly gap: number;
}

/** One page for a coach, text as text. What no face can write is shown as "?", and said at the foot. */
export async function caseSheetPdf(sheet: CaseSheet, now: Date): Promise<Uint8Array<ArrayBuffer>> {
  const document = await PDFDocument.create();
  document.setTitle(sheet.title, { showInWindowTitleBar: true });
  document.setCreator('Handcarry');
  document.setProducer('Handcarry');
  document.setCreationDate(now);
  document.setModificationDate(now);
  const [width, height] = PAPER[sheet.paper];
  const all = [...sheet.parts.map(({ text }) => text), sheet.foot, GOES_ON, UNKNOWN_SIGNS, '•?']
    .join(' ')
    .replace(/\s+/g, ' ');
  const bold = [sheet.title, ...sheet.parts.flatMap(({ heading, text }) => [heading, text]), '?']
    .join(' ')
    .replace(/\s+/g, ' ');
  const fonts = await letterFonts(document, [
    { text: all, bold: false },
    { text: bold, bold: true },
  ]);
  const pen = new Pen(fonts, width - 2 * MARGIN);
  const room = height - 2 * MARGIN - SMALLEST * LEADING * 2;
  const size = SIZES.find((one) => heightOf(linesOf(sheet, pen, one), one) <= room) ?? SMALLEST;
  const lines = cut(linesOf(sheet, pen, size), size, room, pen);
  const page = document.addPage([width, height]);
  let y = height - MARGIN;
  for (const line of lines) {
    y -= (line.gap + 1) * size * line.scale * LEADING;
    pen.draw(page, line.words, { x: MARGIN + line.indent, y, size: size * line.scale });
  }
  const foot = pen.writable([{ text: sheet.foot, bold: false }]);
  const said = pen.lost ? [...foot, { text: UNKNOWN_SIGNS, bold: false }] : foot;
  pen.draw(page, said, { x: MARGIN, y: MARGIN - 10, size: 8 });
  return new Uint8Array(await document.save());
}

function linesOf(sheet: CaseSheet, pen: Pen, size: number): Line[] {
  const head = pen.broken([{ text: sheet.title, bold: true }], size * 1.4, 0);
  const lines: Line[] = head.map((words) => ({ words, scale: 1.4, indent: 0, gap: 0 }));
  for (const { heading, text } of sheet.parts) {
    const title = pen.broken([{ text: heading, bold: true }], size * 1.1, 0);
    lines.push(...title.map((words, i) => ({ words, scale: 1.1, indent: 0, gap: i === 0 ? 0.8 : 0 })));
    for (const block of blocksOf(text)) {
      const listed = block.kind === 'list';
      for (const [at, runs] of block.lines.entries()) {
        const marked = listed ? [{ text: '• ', bold: false }, ...runs] : runs;
        const broken = pen.broken(marked, size, listed ? INDENT : 0);
        const gap = at === 0 ? 0.3 : 0;
        lines.push(...broken.map((words, i) => ({ words, scale: 1, indent: listed ? INDENT : 0, gap: i ? 0 : gap })));
      }
    }
  }
  return lines;
}

function heightOf(lines: readonly Line[], size: number): number {
  return lines.reduce((sum, { gap, scale }) => sum + (gap + 1) * size * scale * LEADING, 0);
}

/** Lines that fit; what had to go is said in the last one. */
function cut(lines: readonly Line[], size: number, room: number, pen: Pen): readonly Line[] {
  if (heightOf(lines, size) <= room) return lines;
  const note = pen.broken([{ text: GOES_ON, bold: false }], size, 0).map((words) => ({
    words,
    scale: 1,
    indent: 0,
    gap: 0.3,
  }));
  const kept = [...lines];
  while (kept.length > 0 && heightOf([...kept, ...note], size) > room) kept.pop();
  return [...kept, ...note];
}

/** Measures, breaks and draws in the letter's faces. */
class Pen {
  lost = false;
  /** Width at one point, by weight and text. */
  private readonly widths = new Map<string, number>();

  constructor(
    private readonly fonts: Fonts,
    private readonly width: number,
  ) {}

  /** The same runs without signs that no face has. */
  writable(runs: readonly Run[]): Run[] {
    return runs.map(({ text, bold }) => {
      const signs = Array.from(text.replace(/\s+/g, ' '), (sign) => {
        if (typeof this.fonts(sign, bold) !== 'string') return sign;
        this.lost = true;
        return '?';
      });
      return { text: signs.join(''), bold };
    });
  }

  /** Greedy line breaking at spaces; a word wider than the line is broken where it must be. */
  broken(runs: readonly Run[], size: number, indent: number): Run[][] {
    const room = this.width - indent;
    const lines: Run[][] = [];
    let line: Run[] = [];
    let used = 0;
    for (const word of this.writable(runs).flatMap(wordsOf)) {
      for (const piece of this.pieces(word, size, room)) {
        const wide = this.widthOf(piece, size);
        if (used > 0 && used + this.widthOf({ ...piece, text: piece.text.trimEnd() }, size) > room) {
          lines.push(line);
          line = [];
          used = 0;
        }
        line.push(piece);
        used += wide;
      }
    }
    return line.length > 0 ? [...lines, line] : lines;
  }

  draw(page: PDFPage, words: readonly Run[], at: { x: number; y: number; size: number }): void {
    let { x } = at;
    for (const { text, bold } of this.writable(joined(words))) {
      const runs = this.fonts(text, bold);
      if (typeof runs === 'string') continue;
      for (const run of runs) {
        page.drawText(run.text, { x, y: at.y, size: at.size, font: run.font, color: INK });
        x += run.font.widthOfTextAtSize(run.text, at.size);
      }
    }
  }

  private widthOf({ text, bold }: Run, size: number): number {
    const key = `${bold ? 'b' : ' '}${text}`;
    const known = this.widths.get(key);
    if (known !== undefined) return known * size;
    const runs = this.fonts(text, bold);
    const width =
      typeof runs === 'string' ? 0 : runs.reduce((sum, run) => sum + run.font.widthOfTextAtSize(run.text, 1), 0);
    this.widths.set(key, width);
    return width * size;
  }

  /** Signs one by one, without kerning: nothing comes out wider than the line. */
  private pieces(word: Run, size: number, room: number): Run[] {
    if (this.widthOf(word, size) <= room) return [word];
    const pieces: { text: string; bold: boolean }[] = [];
    let used = room;
    for (const sign of word.text) {
      const wide = this.widthOf({ ...word, text: sign }, size);
      const last = pieces.at(-1);
      if (!last || used + wide > room) {
        pieces.push({ ...word, text: sign });
        used = wide;
      } else {
        last.text += sign;
        used += wide;
      }
    }
    return pieces;
  }
}

/** Words with the space behind them. */
function wordsOf({ text, bold }: Run): Run[] {
  return (text.match(/\S+\s*|\s+/g) ?? []).map((word) => ({ text: word, bold }));
}

/** Neighbours of one weight as one run, so that a line reads as one text. */
function joined(words: readonly Run[]): Run[] {
  const runs: { text: string; bold: boolean }[] = [];
  for (const { text, bold } of words) {
    const last = runs.at(-1);
    if (last?.bold === bold) last.text += text;
    else runs.push({ text, bold });
  }
  return runs;
}
