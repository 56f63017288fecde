import { valueText } from './decode.ts';

/*
 * A byte string holds one byte a character (U+0000 to U+00FF): lines are unfolded in it, because folding
 * may split a UTF-8 sequence (FORMATS.md §5), and only then read as text.
 */

const PIECE = 8192;

export function byteString(bytes: Uint8Array): string {
  if (bytes.length <= PIECE) return pieceOf(bytes);
  let text = '';
  for (let at = 0; at < bytes.length; at += PIECE) text += pieceOf(bytes.subarray(at, at + PIECE));
  return text;
}

function pieceOf(bytes: Uint8Array): string {
  // Spreading would go through an iterator: five times as slow, and headers are all pieces.
  return Reflect.apply(String.fromCharCode, null, bytes);
}

export function bytesOf(byteText: string): Uint8Array {
  return Uint8Array.from(byteText, (char) => char.charCodeAt(0));
}

/** A byte string as text: in the named charset if it is one, else UTF-8, else the code page. */
export function textOfBytes(byteText: string, charset = '', page = 'windows-1252'): string {
  if (charset === '' && /^[\t -~]*$/.test(byteText)) return byteText;
  const bytes = bytesOf(byteText);
  const decoder = charset === '' || /^(?:utf-?8|iso-?8859-1|us-ascii)$/i.test(charset) ? null : decoderOf(charset);
  return decoder ? decoder.decode(bytes) : valueText(bytes, page);
}

function decoderOf(charset: string): TextDecoder | null {
  try {
    return new TextDecoder(charset);
  } catch {
    return null;
  }
}
