import { addressParser } from 'postal-mime';
import { mailAddress } from '#intake/address.ts';
import { textOfBytes } from '#intake/byte-text.ts';
import { clean } from '#intake/text.ts';
import { LONGEST_VALUE } from './headers.ts';

/** Somebody as a header names them; `address` is lower case, never ''. */
export interface Mailbox {
  readonly address: string;
  readonly name: string;
}

const MOST_KEPT = 20_000;
const SHORT = 300;

/** Reads address lists of headers. The same few come again and again, so short ones are kept. */
export class AddressReader {
  #known = new Map<string, readonly Mailbox[]>();

  /** The people of a header (a byte string), each once; null when it is too long to be read. */
  read(value: string | undefined): readonly Mailbox[] | null {
    if (value === undefined || value === '') return [];
    if (value.length > LONGEST_VALUE) return null;
    const known = this.#known.get(value);
    if (known) return known;
    const read = mailboxesOf(value);
    if (value.length <= SHORT) {
      if (this.#known.size >= MOST_KEPT) this.#known = new Map();
      this.#known.set(value, read);
    }
    return read;
  }
}

function mailboxesOf(value: string): Mailbox[] {
  const found = new Map<string, Mailbox>();
  for (const { address = '', name } of addressParser(textOfBytes(value).replace(/\s+/g, ' '), { flatten: true })) {
    const mail = mailAddress(address);
    if (mail !== '' && !found.has(mail)) found.set(mail, { address: mail, name: nameOf(name) });
  }
  return [...found.values()];
}

/** A name as it is shown: without quotes, and "Ruiz, Ana" turned round. An address is no name. */
function nameOf(raw: string): string {
  const bare = clean(raw.slice(0, 200)).replace(/^['"]+|['"]+$/g, '');
  if (bare.includes('@')) return '';
  const [, last, first] = /^([^\s,]+), ([^,.]+)$/.exec(bare) ?? [];
  return last && first ? `${first} ${last}` : bare;
}
