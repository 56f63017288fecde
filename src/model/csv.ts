/** What a spreadsheet would run: =, +, -, @ and their full-width twins, |, % after any blank, or a leading tab or line end. */
const FORMULA = /^[\s\p{Cc}]*[=+\-@\uff1d\uff0b\uff0d\uff20|%]|^[\t\r\n]/u;

/**
 * Rows as CSV (CRLF, UTF-8 with a byte order mark, for Excel). A cell that a spreadsheet would run as a
 * formula starts with an apostrophe (OWASP, CSV injection).
 */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

function cell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",;\r\n\t]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}
