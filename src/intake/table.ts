import { Columns } from './columns.ts';
import { linesOf, recordsOf, split } from './split.ts';

/** Some rows of a table; `first` is the number of the first one as a spreadsheet shows it. */
export interface Slice {
  readonly rows: readonly (readonly string[])[];
  readonly first: number;
}

const DELIMITERS = [',', ';', '\t', '|'] as const;
/** Rows and characters looked at to find the header; preambles have at most three rows. */
const HEAD_ROWS = 40;
const HEAD_CHARS = 65_536;

/** Where a header stands and what parts its cells. */
export interface Found {
  readonly delimiter: string;
  readonly headerRow: number;
  readonly header: readonly string[];
  readonly columns: Columns;
}

/**
 * The header by content: the first row, under any delimiter, that `knows` recognises; never a fixed
 * number of skipped rows. null when no row is one.
 */
export function findHeader(text: string, knows: (columns: Columns) => boolean): Found | null {
  const known = headersOf(text.slice(0, HEAD_CHARS)).filter(({ columns }) => knows(columns));
  // Under a wrong delimiter a quoted cell below may look like one: the first row is the header.
  return known.sort((a, b) => a.headerRow - b.headerRow)[0] ?? null;
}

let lastHead = '';
let lastHeaders: readonly Found[] = [];

/** Every row of the head as if it were the header; kept for the next reader that asks about the same file. */
function headersOf(head: string): readonly Found[] {
  if (head !== lastHead) {
    lastHeaders = delimitersOf(head).flatMap((delimiter) =>
      headRows(head, delimiter).flatMap((header, index) => {
        const columns = new Columns(header);
        return columns.size > 0 ? [{ delimiter, headerRow: index + 1, header, columns }] : [];
      }),
    );
    lastHead = head;
  }
  return lastHeaders;
}

/** The likeliest header of a table nobody knows: a full row of short words above rows of the same width. */
export function guessHeader(text: string): Found | null {
  const head = text.slice(0, HEAD_CHARS);
  let best: { found: Found; width: number } | null = null;
  for (const delimiter of delimitersOf(head)) {
    const rows = headRows(head, delimiter);
    const index = rows.findIndex((row, at) => looksLikeHeader(row) && (rows[at + 1]?.length ?? 0) >= row.length);
    const header = rows[index];
    if (!header || (best && best.width >= header.length)) continue;
    best = { found: { delimiter, headerRow: index + 1, header, columns: new Columns(header) }, width: header.length };
  }
  return best?.found ?? null;
}

/**
 * The rows below a found header. They are split when they are read, a quarter of a megabyte at a time. A
 * quote that is never closed costs its own row, not all that follow.
 */
export class Table {
  readonly header: readonly string[];
  readonly columns: Columns;
  readonly delimiter: string;

  constructor(
    private readonly text: string,
    private readonly found: Found,
    /** No cell of this kind of file spans lines: whatever its quotes say, a line is a row. */
    private readonly oneLine = false,
  ) {
    this.header = found.header;
    this.columns = found.columns;
    this.delimiter = found.delimiter;
  }

  *slices(): Generator<Slice> {
    let number = 1;
    for (const data of this.oneLine ? linesOf(this.text, this.delimiter) : recordsOf(this.text, this.delimiter)) {
      const above = Math.max(0, this.found.headerRow + 1 - number);
      if (data.length > above) yield { rows: above > 0 ? data.slice(above) : data, first: number + above };
      number += data.length;
    }
  }

  /** One column, from top to bottom. */
  *column(index: number): Generator<string> {
    for (const { rows } of this.slices()) for (const row of rows) yield row[index] ?? '';
  }
}

/** The first rows below a found header, for a preview. */
export function firstRows(text: string, { delimiter, headerRow }: Found, count: number): string[][] {
  const below = headRows(text.slice(0, HEAD_CHARS), delimiter).slice(headerRow);
  return below.filter((row) => row.some((cell) => cell.trim() !== '')).slice(0, count);
}

/** A row as one line again, for the problem list. */
export function lineOf(row: readonly string[], delimiter: string): string {
  return row
    .map((cell) => (/["\n]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(delimiter);
}

/** Excel's `sep=;` first line names the delimiter. */
function delimitersOf(head: string): readonly string[] {
  const named = /^sep=(.)\n/i.exec(head)?.[1];
  return named ? [named] : DELIMITERS;
}

function headRows(head: string, delimiter: string): string[][] {
  return split(head, delimiter, { preview: HEAD_ROWS }).data;
}

function looksLikeHeader(row: readonly string[]): boolean {
  const filled = row.filter((cell) => cell.trim() !== '');
  return (
    filled.length >= 2 &&
    filled.length >= row.length / 2 &&
    filled.every((cell) => cell.length < 60 && !/[@\d]{3}|:\/\/|@/.test(cell)) &&
    new Set(filled).size > filled.length / 2
  );
}
