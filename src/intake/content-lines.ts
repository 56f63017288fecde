import { byteString } from './byte-text.ts';

/** One property line of a vCard or iCalendar file, unfolded, as a byte string. */
export interface ContentLine {
  readonly text: string;
  /** Its first line in the file, from 1. */
  readonly row: number;
}

/** Beyond this a line is a picture or a mistake; the rest of it is left out. */
const LONGEST = 65_536;
const LF = 10;
const CR = 13;
/** Never looked at, and most of the bytes of a file with pictures. */
const PICTURE = /^(?:[A-Za-z0-9-]+\.)?(?:PHOTO|LOGO|SOUND|KEY|ATTACH)[;:]/i;
export const QUOTED_PRINTABLE = /^[^:]*;(?:ENCODING=)?QUOTED-PRINTABLE/i;

/**
 * The unfolded lines of a file: a line that begins with a blank goes on the one before it, and so does the
 * next line after a soft break of quoted-printable (vCard 2.1: `=` at the end, no blank). What pictures
 * hold is dropped; the line itself stays, so that its folded rest is known to be its own.
 */
export function* contentLines(file: Uint8Array): Generator<ContentLine> {
  const bytes = file[0] === 0xef && file[1] === 0xbb && file[2] === 0xbf ? file.subarray(3) : file;
  const lineEnd = bytes.includes(LF) ? LF : CR;
  let open: { text: string; row: number; quoted: boolean; dropped: boolean } | null = null;
  let row = 0;
  for (let at = 0; at < bytes.length; ) {
    const found = bytes.indexOf(lineEnd, at);
    const end = found < 0 ? bytes.length : found;
    const last = lineEnd === LF && end > at && bytes[end - 1] === CR ? end - 1 : end;
    const line = bytes.subarray(at, Math.min(last, at + LONGEST));
    at = end + 1;
    row++;
    const isFolded = line[0] === 32 || line[0] === 9;
    const isSoft: boolean = open?.quoted === true && open.text.endsWith('=');
    if (open && (isSoft || isFolded)) {
      if (open.dropped || open.text.length > LONGEST) continue;
      open.text = isSoft ? open.text.slice(0, -1) + byteString(line) : open.text + byteString(line.subarray(1));
      continue;
    }
    if (open && open.text !== '') yield open;
    const start = byteString(line.subarray(0, 40));
    const dropped = PICTURE.test(start);
    const text: string = dropped ? start : byteString(line);
    open = { text, row, dropped, quoted: !dropped && QUOTED_PRINTABLE.test(text) };
  }
  if (open && open.text !== '') yield open;
}
