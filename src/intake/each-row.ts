import { breathe } from './pause.ts';
import { Cells } from './row-cells.ts';
import type { Out, ReadContext } from './source.ts';
import type { Table } from './table.ts';

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
  for (const { rows, first } of table.slices()) {
    for (let index = 0; index < rows.length; index++) {
      cells.to(rows[index] ?? [], first + index);
      if (cells.blank) continue;
      out.rows++;
      if (cells.fits()) read(cells);
    }
    tick(rows.length);
    await breathe(signal);
  }
}
