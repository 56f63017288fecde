import { type CodePage, isSure, likelyPages } from '#intake/encoding/code-page.ts';
import { plainText, windows1252 } from '#intake/encoding/plain-text.ts';

/** How the bytes of a text file were read. `binary` is no text at all (a PDF, a picture, an archive). */
export type Decoded =
  | {
      readonly is: 'text';
      readonly text: string;
      /** `utf-8`, `utf-16le`, `utf-16be`, or the code page. */
      readonly encoding: string;
      /** For a file of a code page: all that can be meant, likeliest first, and whether the first is sure. */
      readonly pages: readonly CodePage[];
      readonly sure: boolean;
    }
  | { readonly is: 'binary' };

/** How much is looked at to tell text from binary. */
const SAMPLE = 4096;

/**
 * Text of a file, line ends made `\n`: a byte order mark decides, then UTF-16 without one, then strict
 * UTF-8 (with a few broken bytes at most), else the likeliest code page (what Excel and classic Outlook
 * write where they are used), or the one that the person chose.
 */
export function decode(bytes: Uint8Array, chosen = ''): Decoded {
  const encoding = encodingOf(bytes);
  if (encoding === 'binary') return { is: 'binary' };
  const unicode = (text: string): Decoded => ({ is: 'text', text, encoding, pages: [], sure: true });
  if (encoding !== 'utf-8') return unicode(textOf(bytes, encoding));
  try {
    return unicode(textOf(bytes, 'utf-8'));
  } catch {
    const damaged = textOf(bytes, 'utf-8', false);
    if (chosen === '' && isMostlyUtf8(damaged)) return unicode(damaged);
    return ofPage(bytes, chosen);
  }
}

function ofPage(bytes: Uint8Array, chosen: string): Decoded {
  const pages = likelyPages(bytes);
  const page = pages.find((each) => each.page === chosen)?.page ?? pages[0]?.page ?? 'windows-1252';
  // A few bytes beyond what was looked at may be none of the page: damage, marked as such.
  const text = plainText(bytes, page) ?? new TextDecoder(page).decode(bytes);
  return { is: 'text', text: lines(text), encoding: page, pages, sure: chosen !== '' || isSure(pages) };
}

/** A value in the middle of a file whose parts may differ: strict UTF-8, else the code page. */
export function valueText(bytes: Uint8Array, page = 'windows-1252'): string {
  try {
    return textOf(bytes, 'utf-8');
  } catch {
    return plainText(bytes, page) ?? windows1252(bytes);
  }
}

/** A few broken bytes among many good characters: a damaged file, not another encoding. */
function isMostlyUtf8(text: string): boolean {
  const foreign = text.match(/[\u0080-\uffff]/g) ?? [];
  const broken = foreign.filter((character) => character === '\ufffd').length;
  return foreign.length - broken > 4 * broken;
}

/** The same for the first part of a file, which may end in the middle of a character. */
export function decodeHead(bytes: Uint8Array, chosen = ''): Decoded {
  return decode(bytes.subarray(0, bytes.length - unfinished(bytes)), chosen);
}

/** How many bytes at the end start a UTF-8 character that goes on behind the cut. */
function unfinished(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte < 0xc0) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return length > back ? back : 0;
  }
  return 0;
}

function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | 'binary' {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, SAMPLE);
  let even = 0;
  let odd = 0;
  let control = 0;
  for (let i = 0; i < sample.length; i++) {
    const byte = sample[i] ?? 0;
    if (byte === 0 && i % 2 === 1) odd++;
    else if (byte === 0) even++;
    else if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) control++;
  }
  if (odd > sample.length / 5 && even < sample.length / 50) return 'utf-16le';
  if (even > sample.length / 5 && odd < sample.length / 50) return 'utf-16be';
  const noise = control + even + odd;
  return startsLikeBinary(sample) || noise > sample.length / 20 + 1 ? 'binary' : 'utf-8';
}

function startsLikeBinary(bytes: Uint8Array): boolean {
  const start = String.fromCharCode(...bytes.subarray(0, 8));
  return ['%PDF-', 'PK\u0003\u0004', 'PK\u0005\u0006', '\u001f\u008b', '\u0089PNG', '\u00ff\u00d8\u00ff', 'Rar!'].some(
    (magic) => start.startsWith(magic),
  );
}

function textOf(bytes: Uint8Array, encoding: string, fatal = encoding === 'utf-8'): string {
  return lines(new TextDecoder(encoding, { fatal }).decode(bytes));
}

function lines(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}
