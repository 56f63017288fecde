import {
  AlignmentType,
  convertMillimetersToTwip,
  Document,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { type Block, blocksOf, type Run } from '#handoff/markup.ts';
import type { Letter } from '#model/ask.ts';

const FONT = 'Georgia';
/** Half points: 11 pt. */
const SIZE = 22;
const MARGIN_MM = { top: 22, side: 24 };
const PAPER_MM = { A4: [210, 297], Letter: [215.9, 279.4] } as const;

/** The letter as a Word file: real paragraphs, bold and lists, on the paper that was chosen. */
export async function letterDocx(letter: Letter, title: string): Promise<Uint8Array<ArrayBuffer>> {
  const [width, height] = PAPER_MM[letter.paper];
  const margin = {
    top: mm(MARGIN_MM.top),
    bottom: mm(MARGIN_MM.top),
    left: mm(MARGIN_MM.side),
    right: mm(MARGIN_MM.side),
  };
  const document = new Document({
    title,
    creator: 'Handcarry',
    styles: { default: { document: { run: { font: FONT, size: SIZE } } } },
    sections: [
      { properties: { page: { size: { width: mm(width), height: mm(height) }, margin } }, children: contentOf(letter) },
    ],
  });
  return new Uint8Array(await (await Packer.toBlob(document)).arrayBuffer());
}

function contentOf(letter: Letter): (Paragraph | Table)[] {
  const middle = letter.pairs.length > 0 ? [pairsTable(letter.pairs)] : [letter.need, letter.did].flatMap(paragraphs);
  const closing = letter.closing.split('\n').filter((line) => line.trim() !== '');
  return [
    ...paragraphs(letter.greeting),
    ...middle,
    ...[letter.lack, letter.why, letter.next].flatMap(paragraphs),
    ...closing.map((line) => new Paragraph({ children: [new TextRun(line)] })),
  ];
}

function paragraphs(text: string): Paragraph[] {
  return blocksOf(text).flatMap((block) => (block.kind === 'list' ? listItems(block) : [paragraph(block)]));
}

function word({ text, bold }: Run, onNewLine = false): TextRun {
  return new TextRun({ text, ...(bold ? { bold } : {}), ...(onNewLine ? { break: 1 } : {}) });
}

function paragraph({ lines }: Block): Paragraph {
  const children = lines.flatMap((runs, at) => runs.map((run, i) => word(run, at > 0 && i === 0)));
  return new Paragraph({ children, spacing: { after: 160 }, alignment: AlignmentType.LEFT });
}

function listItems({ lines }: Block): Paragraph[] {
  return lines.map(
    (runs) =>
      new Paragraph({
        children: runs.map((run) => word(run)),
        bullet: { level: 0 },
        spacing: { after: 80 },
      }),
  );
}

function pairsTable(pairs: Letter['pairs']): Table {
  const cell = (text: string, bold = false) =>
    new TableCell({
      width: { size: 50, type: WidthType.PERCENTAGE },
      children: bold ? [new Paragraph({ children: [new TextRun({ text, bold })] })] : atLeastOne(paragraphs(text)),
    });
  const head = new TableRow({ children: [cell('You need', true), cell('I did', true)], tableHeader: true });
  const rows = pairs.map(({ need, did }) => new TableRow({ children: [cell(need), cell(did)] }));
  return new Table({ rows: [head, ...rows], width: { size: 100, type: WidthType.PERCENTAGE } });
}

/** A Word cell must hold a paragraph. */
function atLeastOne(content: Paragraph[]): Paragraph[] {
  return content.length > 0 ? content : [new Paragraph({})];
}

function mm(millimetres: number): number {
  return convertMillimetersToTwip(millimetres);
}
