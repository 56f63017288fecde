/** A stretch of text in one weight. */
export interface Run {
  readonly text: string;
  readonly bold: boolean;
}

/** A paragraph has its lines, a list its items; both as runs. */
export interface Block {
  readonly kind: 'paragraph' | 'list';
  readonly lines: readonly (readonly Run[])[];
}

const ITEM = /^\s*[-•*]\s+(.*)$/;

/**
 * The small markup of a letter section (model/ask.ts) as blocks: `**bold**`, lines that start with `- ` are a
 * list, an empty line parts paragraphs. Asterisks without a partner stay as they are.
 */
export function blocksOf(text: string): Block[] {
  const blocks: { kind: Block['kind']; lines: Run[][] }[] = [];
  let open = false;
  for (const line of text.split(/\r\n|\r|\n/)) {
    if (line.trim() === '') {
      open = false;
      continue;
    }
    const item = ITEM.exec(line);
    const kind = item ? 'list' : 'paragraph';
    const last = blocks.at(-1);
    const runs = runsOf((item?.[1] ?? line).trim());
    if (open && last?.kind === kind) last.lines.push(runs);
    else blocks.push({ kind, lines: [runs] });
    open = true;
  }
  return blocks;
}

function runsOf(line: string): Run[] {
  const runs: Run[] = [];
  const opening = /\*\*(?=\S)/g;
  const closing = /(?<=\S)\*\*/g;
  let at = 0;
  for (let open = opening.exec(line); open; open = opening.exec(line)) {
    closing.lastIndex = open.index + 3;
    const close = closing.exec(line);
    // Where one finds no partner, none after it does.
    if (!close) break;
    if (open.index > at) runs.push({ text: line.slice(at, open.index), bold: false });
    runs.push({ text: line.slice(open.index + 2, close.index), bold: true });
    at = close.index + 2;
    opening.lastIndex = at;
  }
  if (at < line.length) runs.push({ text: line.slice(at), bold: false });
  return runs;
}

/** The same text without its markup, for plain copies and for counting. */
export function plainOf(text: string): string {
  return blocksOf(text)
    .map(({ kind, lines }) =>
      lines.map((runs) => (kind === 'list' ? '- ' : '') + runs.map((run) => run.text).join('')).join('\n'),
    )
    .join('\n\n');
}
