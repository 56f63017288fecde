import { LONGEST_NAME } from './row-cells.ts';
import type { Out } from './source.ts';
import { clean, hasHiddenCharacters } from './text.ts';

const LONGEST_FIELD = 400;

/** A field of a card or an event as it is shown, as `Cells.text` does it for tables. */
export function fieldText(out: Out, row: number, field: string, raw: string): string {
  const text = clean(raw.slice(0, 4 * LONGEST_FIELD));
  if (hasHiddenCharacters(raw))
    out.problem(row, field, 'hidden-characters', 'Hidden control characters were taken out; the rest went in.');
  if (text.length <= LONGEST_FIELD) return text;
  out.problem(row, field, 'too-long', `This text has ${raw.length} characters; the first ${LONGEST_FIELD} were kept.`);
  return text.slice(0, LONGEST_FIELD);
}

/** Whether a name is too long to be one; then it is reported, and nobody is made of it. */
export function isTooLongName(out: Out, row: number, raw: string): boolean {
  if (raw.length <= LONGEST_NAME) return false;
  out.problem(row, 'Name', 'too-long', `A name of ${raw.length} characters is no name; it was left out.`);
  return true;
}
