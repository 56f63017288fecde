import { type Cells, LONGEST_NAME } from './row-cells.ts';

export interface Named {
  readonly name: string;
  readonly first: string;
  readonly last: string;
}

/** Name from two columns; all empty when there is none, null (and reported) when it is too long for one. */
export function personName(cells: Cells, first: number, last: number): Named | null {
  if (cells.raw(first).length + cells.raw(last).length > LONGEST_NAME) {
    const length = cells.raw(first).length + cells.raw(last).length;
    cells.problem('Name', 'too-long', `A name of ${length} characters is no name; the row was left out.`);
    return null;
  }
  const given = cells.text(first, 'First Name');
  const family = cells.text(last, 'Last Name');
  const name = given === '' ? family : family === '' ? given : `${given} ${family}`;
  return { first: given, last: family, name };
}
