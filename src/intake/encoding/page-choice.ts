import type { Decoded } from '#intake/decode.ts';
import type { CodePageChoice } from '#intake/types.ts';
import { plainText } from './plain-text.ts';

const MOST = 5;
const LINES = 3;
const LONGEST_LINE = 160;

/**
 * How else the bytes can be read, the way they are read first: null for Unicode, for text without a letter
 * that would differ, and for no text. Each way shows the first lines that have such letters.
 */
export function pageChoices(bytes: Uint8Array, decoded: Decoded): CodePageChoice | null {
  if (decoded.is === 'binary' || decoded.pages.length === 0) return null;
  const lines = linesWithLetters(bytes);
  const seen = new Set<string>();
  const now = decoded.pages.filter(({ page }) => page === decoded.encoding);
  const others = decoded.pages.filter(({ page }) => page !== decoded.encoding);
  const choices = [...now, ...others].flatMap(({ page, label }) => {
    const preview = lines.map((line) => (plainText(line, page) ?? '').trim().slice(0, LONGEST_LINE));
    const key = preview.join('\n');
    if (seen.has(key) || preview.includes('')) return [];
    seen.add(key);
    return [{ page, label, lines: preview }];
  });
  return choices.length < 2 ? null : { sure: decoded.sure, choices: choices.slice(0, MOST) };
}

function linesWithLetters(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  for (let start = 0; start < bytes.length && lines.length < LINES; ) {
    const found = bytes.indexOf(10, start);
    const end = found < 0 ? bytes.length : found;
    const line = bytes.subarray(start, end);
    if (line.some((byte) => byte >= 0x80)) lines.push(line);
    start = end + 1;
  }
  return lines;
}
