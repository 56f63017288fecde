import { csvOf } from '#model/csv.ts';
import type { Problem } from '#model/problem.ts';

const HEADER = ['File', 'Row', 'Field', 'Problem', 'What it means', 'Original line'];

/** Problems as CSV with the original line, safe against formulas. */
export function problemsCsv(problems: readonly Problem[]): string {
  const rows = problems.map(({ file, row, field, code, message, original }) => [
    file,
    row === 0 ? '' : String(row),
    field,
    code,
    message,
    original ?? '',
  ]);
  return csvOf([HEADER, ...rows]);
}
