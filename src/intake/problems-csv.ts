import type { Problem } from '#model/problem.ts';

const HEADER = ['File', 'Row', 'Field', 'Problem', 'What it means', 'Original line'];

/**
 * Problems as CSV (CRLF, UTF-8 with a byte order mark, for Excel), with the original line. A cell that a
 * spreadsheet would run as a formula starts with an apostrophe.
 */
export function problemsCsv(problems: readonly Problem[]): string {
  const rows = problems.map(({ file, row, field, code, message, original }) => [
    file,
    row === 0 ? '' : String(row),
    field,
    code,
    message,
    original ?? '',
  ]);
  return `\ufeff${[HEADER, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

function cell(text: string): string {
  const safe =
    /^[\s\p{Cc}]*[=+\-@\uff1d\uff0b\uff0d\uff20|%]/u.test(text) || /^[\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",;\r\n\t]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}
