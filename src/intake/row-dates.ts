import { addDays, type Day, secondsOf } from '#model/time.ts';
import { isSlashed, readDay, type SlashOrder, slashOrder } from './dates.ts';
import type { Cells } from './row-cells.ts';
import type { Out } from './source.ts';
import type { Table } from './table.ts';

/** Reads the days of one column in the one order that the column is written in. */
export class DayColumn {
  readonly #order: DateOrder;
  readonly #latest: Day;
  /** Days repeat from row to row. Only good ones are kept: a bad one is reported each time. */
  readonly #known = new Map<string, Day>();

  constructor(
    table: Table,
    private readonly column: number,
    private readonly field: string,
    private readonly out: Out,
    today: Day,
  ) {
    this.#order = new DateOrder(table, column);
    this.#latest = addDays(today, 1);
  }

  /** The day in this row; null without one. What is no date, or lies in the future, is reported. */
  of(cells: Cells, emptyIsFine = true): Day | null {
    if (this.column < 0) return null;
    const known = this.#known.get(cells.raw(this.column));
    if (known !== undefined) return known;
    const text = cells.text(this.column, this.field);
    if (text === '' && emptyIsFine) return null;
    const day = readDay(text, this.#order.of(text));
    if (day === null) {
      const what = text === '' ? 'There is no date here' : `"${text.slice(0, 40)}" is no date we know`;
      cells.problem(this.field, 'bad-date', `${what}; the row went in without it.`);
    } else if (day > this.#latest) {
      cells.problem(this.field, 'future-date', `"${text}" lies in the future; the row went in without the date.`);
    } else {
      this.out.saw(secondsOf(day));
      this.#known.set(cells.raw(this.column), day);
      return day;
    }
    return null;
  }
}

/** Which part of `a/b/year` is the month: only a column that has such a date is read to its end to find out. */
export class DateOrder {
  #found: SlashOrder | null = null;

  constructor(
    private readonly table: Table,
    private readonly column: number,
  ) {}

  /** The order to read this text of the column in. */
  of(text: string): SlashOrder {
    if (!isSlashed(text)) return 'month-first';
    this.#found ??= slashOrder(this.table.column(this.column));
    return this.#found;
  }
}
