import { byteString } from '#intake/byte-text.ts';

/** Headers whose value is kept, as a byte string, unfolded. */
const KEPT = [
  'from',
  'to',
  'cc',
  'bcc',
  'date',
  'sender',
  'delivered-to',
  'x-original-to',
  'envelope-to',
  'message-id',
  'x-gmail-labels',
  'precedence',
  'auto-submitted',
  'return-path',
  'content-type',
  'received',
] as const;
/** Headers that only matter by being there. */
const NOTICED = [
  'received',
  'x-received',
  'list-id',
  'list-post',
  'list-unsubscribe',
  'mailing-list',
  'x-mailing-list',
  'x-google-groups',
  'feedback-id',
  'x-autoreply',
  'x-autorespond',
  'x-campaign',
] as const;

export type Kept = (typeof KEPT)[number];

const KEEP: ReadonlyMap<string, Kept> = new Map(KEPT.map((name) => [name, name]));
const NOTICE: ReadonlySet<string> = new Set(NOTICED);
const LONGEST_NAME = 20;
/** Most of a header is signatures and traces: first letter and length tell nearly all of them apart. */
const MAY_MATTER = new Uint8Array(32 * 32);
for (const name of [...KEPT, ...NOTICED]) MAY_MATTER[shapeOf(name.charCodeAt(0), name.length)] = 1;
/** Beyond this an address list has many more than the ten people that count. */
export const LONGEST_VALUE = 16_384;

/** The headers of one message that say who wrote to whom when. */
export interface Headers {
  readonly values: ReadonlyMap<Kept, string>;
  readonly noticed: ReadonlySet<string>;
}

/** Takes in header lines one by one; everything else of a message passes by. */
export class HeaderCollector {
  #values = new Map<Kept, string>();
  #noticed = new Set<string>();
  #open: Kept | null = null;

  /** One line without its end; `bytes` is not kept. */
  line(bytes: Uint8Array, start: number, end: number): void {
    const first = bytes[start];
    if (first === 32 || first === 9) {
      if (this.#open !== null) this.#add(this.#open, ` ${textAt(bytes, start + 1, end)}`);
      return;
    }
    this.#open = null;
    const colon = colonOf(bytes, start, end);
    if (colon < 0) return;
    if (!MAY_MATTER[shapeOf(bytes[start] ?? 0, colon - start)]) return;
    const name = textAt(bytes, start, colon).toLowerCase();
    if (NOTICE.has(name)) this.#noticed.add(name);
    const kept = KEEP.get(name);
    if (kept === undefined) return;
    // Each server on the way adds its own on top; address lists may be written in parts.
    const isList = kept === 'to' || kept === 'cc' || kept === 'bcc';
    if (this.#values.has(kept) && !isList) return;
    this.#open = kept;
    this.#add(kept, `${this.#values.has(kept) ? ', ' : ''}${textAt(bytes, colon + 1, end)}`);
  }

  /** What was taken in since the last call. */
  done(): Headers {
    const headers = { values: this.#values, noticed: this.#noticed };
    this.#values = new Map();
    this.#noticed = new Set();
    this.#open = null;
    return headers;
  }

  #add(name: Kept, text: string): void {
    const before = this.#values.get(name) ?? '';
    if (before.length <= LONGEST_VALUE) this.#values.set(name, before + text);
  }
}

/** Whether a line begins as a header does: a word of printable characters and a colon. */
export function isHeader(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end && at < start + 80; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === 58) return at > start;
    if (byte <= 32 || byte >= 127) return false;
  }
  return false;
}

function shapeOf(first: number, length: number): number {
  return (first & 31) * 32 + (length & 31);
}

function colonOf(bytes: Uint8Array, start: number, end: number): number {
  const last = Math.min(end, start + LONGEST_NAME);
  for (let at = start; at < last; at++) if (bytes[at] === 58) return at;
  return -1;
}

function textAt(bytes: Uint8Array, start: number, end: number): string {
  return byteString(bytes.subarray(start, Math.min(end, start + LONGEST_VALUE)));
}
