import type { Out } from './source.ts';
import { lineOf, type Table } from './table.ts';
import { clean, hasHiddenCharacters, isPlain } from './text.ts';

/** Longest name taken in: LinkedIn cuts each part at 50, no address book at more than 200. */
export const LONGEST_NAME = 200;
const LONGEST_CELL = 400;

function isBlank(cell: string): boolean {
  return cell === '' || cell.trim() === '';
}

/** Reads the cells of one table row by row, cleaned; says what was wrong with a cell once per row. */
export class Cells {
  #row: readonly string[] = [];
  #number = 0;

  constructor(
    private readonly table: Table,
    private readonly out: Out,
  ) {}

  to(row: readonly string[], number: number): void {
    this.#row = row;
    this.#number = number;
  }

  /** The row's number as a spreadsheet shows it. */
  get number(): number {
    return this.#number;
  }

  get blank(): boolean {
    return this.#row.every(isBlank);
  }

  /** Whether the row's cells stand under the header; more cells, or only one, are reported. An early end is
   * reported too, but what is there fits. */
  fits(): boolean {
    const { header } = this.table;
    if (this.#row.length === header.length) return true;
    if (this.#row.length > header.length && this.#row.slice(header.length).some((cell) => cell.trim() !== '')) {
      const counts = `${this.#row.length} cells where the header has ${header.length}`;
      this.problem('', 'bad-row', `This row has ${counts}: most likely a comma without quotes. It was left out.`);
      return false;
    }
    if (this.#row.length === 1 && header.length > 2) {
      this.problem('', 'bad-row', `This row has one cell where the header has ${header.length}. It was left out.`);
      return false;
    }
    if (this.#row.length < header.length)
      this.problem(
        '',
        'truncated',
        `This row ends after ${this.#row.length} of ${header.length} cells; what is there went in.`,
      );
    return true;
  }

  get line(): string {
    return lineOf(this.#row, this.table.delimiter);
  }

  raw(column: number): string {
    return column < 0 ? '' : (this.#row[column] ?? '');
  }

  /** A cell as shown. Hidden characters are taken out and reported; a text beyond 400 is cut and reported. */
  text(column: number, field: string): string {
    const raw = this.raw(column);
    if (raw === '' || (raw.length <= LONGEST_CELL && isPlain(raw))) return raw;
    const text = clean(raw.length > 4 * LONGEST_CELL ? raw.slice(0, 4 * LONGEST_CELL) : raw);
    if (hasHiddenCharacters(raw))
      this.problem(field, 'hidden-characters', 'Hidden control characters were taken out; the row went in.');
    if (text.length <= LONGEST_CELL) return text;
    this.problem(field, 'too-long', `This text has ${raw.length} characters; the first ${LONGEST_CELL} were kept.`);
    return text.slice(0, LONGEST_CELL);
  }

  /** A long text as shown, without a report on its length. */
  quiet(column: number): string {
    return clean(this.raw(column).slice(0, 4 * LONGEST_CELL));
  }

  problem(field: string, code: Parameters<Out['problem']>[2], message: string): void {
    this.out.problem(this.#number, field, code, message, this.line);
  }
}
