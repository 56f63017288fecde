import { byteString } from '#intake/byte-text.ts';
import { type Separator, separatorOf } from './date.ts';
import { HeaderCollector, type Headers, isHeader } from './headers.ts';

const LF = 10;
const CR = 13;
/** What begins a separator, with the line end before it. */
const BREAK = Uint8Array.from('\nFrom ', (char) => char.charCodeAt(0));
/** How far the search may move on when this byte stands where the last of `BREAK` would (Horspool). */
const STEP = stepsOf(BREAK);
/** Enough of the end of a piece to see a blank line before a break that the next piece completes. */
const OVERLAP = BREAK.length + 3;
const LONGEST_SEPARATOR = 400;
/** As much of the line after a separator shows whether it is a header. */
const ENOUGH = 80;
/** A header line that goes on beyond this is none: its rest is skipped, not kept. */
const LONGEST_LINE = 1 << 20;
/** What git writes before a patch: a message quoted whole in a body, not the next one of the mailbox. */
const GIT = /^From [0-9a-f]{40} Mon Sep 17 00:00:00 2001/;
const GMAIL = /^\d+@xxx$/;

/**
 * Finds the messages of a mailbox in its bytes, piece by piece and in constant memory (FORMATS.md §6):
 *
 *     …                          a separator counts only
 *     (blank)                    after a blank line,
 *     From ada@x Mon Apr  7 …    with a date,
 *     From: Ada <ada@x>          and before a header:
 *     From here on it went       so not this line of a body
 *
 * In a mailbox that begins as Gmail's do (`From 182…@xxx`) only such lines separate. Bodies are searched
 * for `\nFrom ` alone, never line by line.
 */
export class MailboxScanner {
  #isInHeader = false;
  #isSkipping = false;
  #isEnd = false;
  #separator: Separator = { sender: '', at: null };
  #isGmail: boolean | null = null;
  /** What the next piece must complete; two line ends stand before the first one. */
  #rest: Uint8Array = Uint8Array.of(LF, LF);
  #buffer = new Uint8Array(0);
  #isStart = true;
  readonly #headers = new HeaderCollector();

  constructor(private readonly found: (headers: Headers, separator: Separator) => void) {}

  push(piece: Uint8Array): void {
    const bytes = this.#joined(piece);
    if (this.#isStart) {
      this.#rest = bytes;
      if (bytes.length < 5) return;
      this.#isStart = false;
      // A byte order mark after the two line ends is two more.
      if (bytes[2] === 0xef && bytes[3] === 0xbb && bytes[4] === 0xbf) bytes.fill(LF, 2, 5);
    }
    this.#scan(bytes);
  }

  end(): void {
    this.#isEnd = true;
    this.#scan(this.#joined(Uint8Array.of(LF)));
    if (this.#isInHeader) this.#message();
  }

  #joined(piece: Uint8Array): Uint8Array {
    const rest = this.#rest.slice();
    const length = rest.length + piece.length;
    if (this.#buffer.length < length) this.#buffer = new Uint8Array(length);
    this.#buffer.set(rest);
    this.#buffer.set(piece, rest.length);
    return this.#buffer.subarray(0, length);
  }

  #scan(bytes: Uint8Array): void {
    let at = 0;
    while (at >= 0) at = this.#isInHeader ? this.#header(bytes, at) : this.#body(bytes, at);
  }

  /** Reads on from `at`, in a body; where to read on, or -1 when the next piece is needed. */
  #body(bytes: Uint8Array, at: number): number {
    const found = breakIn(bytes, at);
    if (found < 0) return this.#wait(bytes, Math.max(at, bytes.length - OVERLAP));
    if (!isAfterBlank(bytes, found)) return found + 1;
    const end = bytes.indexOf(LF, found + 1);
    const isShort = bytes.length - found < LONGEST_SEPARATOR + ENOUGH;
    if (!this.#isEnd && isShort && (end < 0 || bytes.length - end < ENOUGH))
      return this.#wait(bytes, Math.max(0, found - OVERLAP));
    if (end < 0 || end - found > LONGEST_SEPARATOR) return found + 1;
    const separator = this.#separatorIn(bytes, found + 1, end);
    if (separator === null || !isHeader(bytes, end + 1, bytes.length)) return found + 1;
    this.#separator = separator;
    this.#isInHeader = true;
    return end;
  }

  /**
   * The same in a header, whose next line begins after the line end at `at`. It ends with a blank line, which
   * is also the one before the next separator.
   */
  #header(bytes: Uint8Array, at: number): number {
    const lineEnd = bytes.indexOf(LF, at + 1);
    if (lineEnd < 0) {
      if (bytes.length - at <= LONGEST_LINE && !this.#isSkipping) return this.#wait(bytes, at);
      this.#isSkipping = true;
      return this.#wait(bytes, bytes.length - 1);
    }
    const end = bytes[lineEnd - 1] === CR ? lineEnd - 1 : lineEnd;
    if (this.#isSkipping) this.#isSkipping = false;
    else if (end > at + 1) this.#headers.line(bytes, at + 1, end);
    else {
      this.#message();
      return at;
    }
    return lineEnd;
  }

  #wait(bytes: Uint8Array, from: number): -1 {
    this.#rest = bytes.subarray(from);
    return -1;
  }

  #separatorIn(bytes: Uint8Array, start: number, end: number): Separator | null {
    const line = byteString(bytes.subarray(start, end));
    const separator = GIT.test(line) ? null : separatorOf(line.trimEnd());
    if (separator === null) return null;
    const isGmail = GMAIL.test(separator.sender);
    this.#isGmail ??= isGmail;
    return this.#isGmail && !isGmail ? null : separator;
  }

  #message(): void {
    this.#isInHeader = false;
    this.found(this.#headers.done(), this.#separator);
  }
}

/** Whether the line that ends at `at` is blank. */
function isAfterBlank(bytes: Uint8Array, at: number): boolean {
  return bytes[at - 1] === LF || (bytes[at - 1] === CR && bytes[at - 2] === LF);
}

/** Where `\nFrom ` next stands (Horspool: looks at the last byte first, and mostly steps over all six). */
function breakIn(bytes: Uint8Array, from: number): number {
  const last = BREAK.length - 1;
  for (let at = from + last; at < bytes.length; at += STEP[bytes[at] as number] as number) {
    if (bytes[at] !== BREAK[last]) continue;
    let back = 1;
    while (back <= last && bytes[at - back] === BREAK[last - back]) back++;
    if (back > last) return at - last;
  }
  return -1;
}

function stepsOf(pattern: Uint8Array): Uint8Array {
  const steps = new Uint8Array(256).fill(pattern.length);
  for (let at = 0; at < pattern.length - 1; at++) steps[pattern[at] as number] = pattern.length - 1 - at;
  return steps;
}
