import Papa from 'papaparse';
import { Columns } from './columns.ts';
import { breathe } from './pause.ts';

/** A file of rows under one header. `headerRow` counts from 1 as a spreadsheet shows it. */
export interface Table {
  readonly header: readonly string[];
  readonly columns: Columns;
  readonly headerRow: number;
  readonly delimiter: string;
  readonly rows: readonly (readonly string[])[];
}

const DELIMITERS = [',', ';', '\t', '|'] as const;
/** Rows and characters looked at to find the header; preambles have at most three rows. */
const HEAD_ROWS = 40;
const HEAD_CHARS = 65_536;
const SLICE = 4 << 20;

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
  return headersOf(text.slice(0, HEAD_CHARS)).find(({ columns }) => knows(columns)) ?? null;
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
 * All rows below a found header, split by PapaParse four megabytes at a time so that a cancel is heard.
 * Blank rows stay (they count as rows); a last row of one empty cell is only the final line end.
 */
export async function readRows(text: string, found: Found, signal?: AbortSignal): Promise<Table> {
  let rows: string[][] = [];
  let at = 0;
  let size = SLICE;
  while (at < text.length) {
    const last = at + size >= text.length;
    const part = at === 0 && last ? text : text.slice(at, at + size);
    const { data, meta } = split(part, found.delimiter, !last);
    if (last && rows.length === 0) rows = data;
    // Not `push(...data)`: a million rows would overflow the stack.
    else for (const row of data) rows.push(row);
    if (last) break;
    // A record longer than the slice: take a longer one.
    if (meta.cursor === 0) size *= 2;
    else size = SLICE;
    at += meta.cursor;
    await breathe(signal);
  }
  const end = rows.at(-1);
  if (end && end.length === 1 && end[0] === '') rows.pop();
  const { header, columns, headerRow, delimiter } = found;
  return { header, columns, headerRow, delimiter, rows: rows.slice(headerRow) };
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
  return split(head, delimiter, false, HEAD_ROWS).data;
}

function split(text: string, delimiter: string, ignoreLast: boolean, preview = 0): Papa.ParseResult<string[]> {
  const parser = new Papa.Parser({ delimiter, newline: '\n', preview });
  return parser.parse(text, 0, ignoreLast) as Papa.ParseResult<string[]>;
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
