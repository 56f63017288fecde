import { fail, type Result } from '#model/result.ts';
import { compress, decompress } from './compress.ts';
import { decrypt, encrypt, keyOf, NONCE_BYTES, ROUNDS, SALT_BYTES } from './passphrase.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/**
 * A sealed file:
 *
 *     0   8   magic "HANDCARY"
 *     8   1   version of this layout
 *     9   1   1 when encrypted, else 0
 *     10  4   PBKDF2 rounds (0 when not encrypted), big endian
 *     14  16  salt, then 12 nonce: zero when not encrypted
 *     42  32  SHA-256 of everything before and after it
 *     74  …   deflated content, encrypted or not
 */
const MAGIC = new TextEncoder().encode('HANDCARY');
const VERSION = 1;
const HEADER = 14 + SALT_BYTES + NONCE_BYTES;
const SUM = 32;
const MAX_ROUNDS = 10_000_000;
/** What a sealed file may hold: many times the largest workspace measured. */
const MAX_CONTENT = 1024 * 1024 * 1024;

export type SealProblem = 'not-sealed' | 'newer' | 'damaged' | 'needs-passphrase' | 'wrong-passphrase' | 'too-large';

/** Compresses, checks and, with a passphrase that is not empty, encrypts. The same content never seals to the same bytes then. */
export async function seal(content: Bytes, passphrase: string): Promise<Bytes> {
  const header = new Uint8Array(HEADER);
  header.set(MAGIC);
  header[8] = VERSION;
  let body = await compress(content);
  if (passphrase !== '') {
    header[9] = 1;
    new DataView(header.buffer).setUint32(10, ROUNDS);
    const { salt, nonce } = randomPartsOf(header);
    crypto.getRandomValues(salt);
    crypto.getRandomValues(nonce);
    body = await encrypt(body, await keyOf(passphrase, salt.slice()), nonce.slice(), header);
  }
  const sealed = new Uint8Array(HEADER + SUM + body.length);
  sealed.set(header);
  sealed.set(body, HEADER + SUM);
  sealed.set(await checksum(header, body), HEADER);
  return sealed;
}

/** Whether a file that begins with these bytes is a sealed one. */
export function isSealed(start: Uint8Array): boolean {
  return MAGIC.every((byte, at) => start[at] === byte);
}

/**
 * The content, or why it is refused. Any changed bit is refused, with or without a passphrase, and so is
 * what would open to more than `limit` bytes.
 */
export async function unseal(
  sealed: Bytes,
  passphrase: string,
  limit = MAX_CONTENT,
): Promise<Result<Bytes, SealProblem>> {
  if (!isSealed(sealed)) return fail('not-sealed');
  if (sealed.length < HEADER + SUM) return fail('damaged');
  const version = sealed[8] ?? 0;
  if (version > VERSION) return fail('newer');
  const header = sealed.slice(0, HEADER);
  const body = sealed.slice(HEADER + SUM);
  const expected = await checksum(header, body);
  if (version < 1 || expected.some((byte, at) => sealed[HEADER + at] !== byte)) return fail('damaged');
  if (header[9] === 0) return decompress(body, limit);
  if (passphrase === '') return fail('needs-passphrase');
  const rounds = new DataView(header.buffer).getUint32(10);
  if (rounds < 1 || rounds > MAX_ROUNDS) return fail('damaged');
  const { salt, nonce } = randomPartsOf(header);
  const plain = await decrypt(body, await keyOf(passphrase, salt.slice(), rounds), nonce.slice(), header);
  return plain ? decompress(plain, limit) : fail('wrong-passphrase');
}

function randomPartsOf(header: Bytes): { salt: Bytes; nonce: Bytes } {
  return { salt: header.subarray(14, 14 + SALT_BYTES), nonce: header.subarray(14 + SALT_BYTES, HEADER) };
}

async function checksum(header: Bytes, body: Bytes): Promise<Bytes> {
  const both = new Uint8Array(header.length + body.length);
  both.set(header);
  both.set(body, header.length);
  return new Uint8Array(await crypto.subtle.digest('SHA-256', both));
}
