import Papa from 'papaparse';

/** Small enough that the rows of one slice are gone before the next comes: nothing is copied to old memory. */
const SLICE = 1 << 18;
/** After so many quotes that never close, the rest is taken line by line: each costs a look at all that follows. */
const MOST_RECOVERIES = 20;

/** PapaParse on one piece of text. `ignoreLast` leaves out a last record that may go on behind it. */
export function split(
  text: string,
  delimiter: string,
  { ignoreLast = false, preview = 0 } = {},
): Papa.ParseResult<string[]> {
  const parser = new Papa.Parser({ delimiter, newline: '\n', preview });
  return parser.parse(text, 0, ignoreLast) as Papa.ParseResult<string[]>;
}

/** All records, some at a time. A record that opens a quote and never closes it ends with its line. */
export function* recordsOf(text: string, delimiter: string): Generator<string[][]> {
  let at = 0;
  let size = SLICE;
  for (let recoveries = 0; at < text.length; ) {
    const last = at + size >= text.length;
    const part = text.slice(at, at + size);
    const { data, meta, errors } = split(part, delimiter, { ignoreLast: !last });
    if (!last) {
      if (data.length > 0) yield data;
      at += meta.cursor;
      // A record longer than the slice: take a longer one.
      size = meta.cursor === 0 ? size * 2 : SLICE;
      continue;
    }
    if (!errors.some(({ code }) => code === 'MissingQuotes')) return yield data;
    const closed = split(part, delimiter, { ignoreLast: true });
    if (closed.data.length > 0) yield closed.data;
    at += closed.meta.cursor;
    if (++recoveries > MOST_RECOVERIES) return yield* linesOf(text.slice(at), delimiter);
    const end = lineEnd(text, at);
    yield [cellsOf(text.slice(at, end), delimiter)];
    at = end + 1;
    size = SLICE;
  }
}

/** All lines as records, some at a time, for files whose cells never span lines. Most lines have no quote to look for. */
export function* linesOf(text: string, delimiter: string): Generator<string[][]> {
  for (let at = 0; at < text.length; ) {
    const end = lineEnd(text, Math.min(at + SLICE, text.length));
    const rows: string[][] = [];
    const quoted: { readonly line: string; readonly place: number }[] = [];
    for (const line of text.slice(at, end).split('\n')) {
      if (line.includes('"')) quoted.push({ line, place: rows.length });
      rows.push(line.split(delimiter));
    }
    if (quoted.length > 0) setQuoted(rows, quoted, delimiter);
    yield rows;
    at = end + 1;
  }
}

/** The cells of the lines that have quotes: split together unless a quote spans lines. */
function setQuoted(
  rows: string[][],
  quoted: readonly { readonly line: string; readonly place: number }[],
  delimiter: string,
): void {
  const { data } = split(quoted.map(({ line }) => line).join('\n'), delimiter);
  const isWhole = data.length === quoted.length;
  for (const [at, { line, place }] of quoted.entries())
    rows[place] = (isWhole ? data[at] : undefined) ?? cellsOf(line, delimiter);
}

function cellsOf(line: string, delimiter: string): string[] {
  const { data, errors } = split(line, delimiter);
  const [cells] = data;
  if (cells && !errors.some(({ code }) => code === 'MissingQuotes')) return cells;
  return line.split(delimiter).map((cell) => cell.replace(/^\s*"/, ''));
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
