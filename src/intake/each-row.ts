import { breathe } from './pause.ts';
import { Cells } from './row-cells.ts';
import type { Out, ReadContext } from './source.ts';
import type { Table } from './table.ts';

const ROWS_PER_BREATH = 4096;

/**
 * Goes through the rows of a table, counting them and letting cancels in. Blank rows and rows that do not
 * fit the header are not handed on.
 */
export async function eachRow(
  table: Table,
  out: Out,
  { tick, signal }: ReadContext,
  read: (cells: Cells) => void,
): Promise<void> {
  const cells = new Cells(table, out);
  const { length } = table.rows;
  for (let index = 0; index < length; index++) {
    cells.to(index);
    if (!cells.blank) {
      out.rows++;
      if (cells.fits()) read(cells);
    }
    if (index % ROWS_PER_BREATH === ROWS_PER_BREATH - 1) {
      tick(ROWS_PER_BREATH);
      await breathe(signal);
    }
  }
  tick(length % ROWS_PER_BREATH);
}
