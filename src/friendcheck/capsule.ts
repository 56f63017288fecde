import { fail, ok, type Result } from '#model/result.ts';
import { compress, decompress } from '#seal/compress.ts';
import { decrypt, encrypt, keyOf, NONCE_BYTES, SALT_BYTES } from '#seal/passphrase.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/**
 * A capsule is small enough for a link. Base64url of:
 *
 *     0   1   version
 *     1   1   1 when encrypted, else 0
 *     2   28  salt and nonce, only when encrypted
 *     …   4   first bytes of SHA-256 over everything before and after them
 *     …       deflated text, encrypted or not
 */
const VERSION = 1;
const SUM = 4;
const SECRET = SALT_BYTES + NONCE_BYTES;
/** What a capsule may open to: twenty names take 2 kB; a list of 5,000 people half a megabyte. */
const MAX_OPENED = 2_000_000;
export const MAX_CAPSULE_TEXT = 400_000;

export type CapsuleProblem = 'none' | 'too-large' | 'damaged' | 'newer' | 'needs-passphrase' | 'wrong-passphrase';

/** Compresses, checks and, with a passphrase that is not empty, encrypts a text for travelling. */
export async function sealCapsule(text: string, passphrase: string): Promise<string> {
  const secret = crypto.getRandomValues(new Uint8Array(passphrase === '' ? 0 : SECRET));
  const header = joined(Uint8Array.of(VERSION, passphrase === '' ? 0 : 1), secret);
  let body = await compress(new TextEncoder().encode(text));
  if (passphrase !== '') body = await encrypt(body, await keyOf(passphrase, saltOf(secret)), nonceOf(secret), header);
  return toText(joined(header, await checksum(header, body), body));
}

/** The text of a capsule, or why it is refused. Nothing is half read: one changed character refuses it whole. */
export async function openCapsule(capsule: string, passphrase: string): Promise<Result<string, CapsuleProblem>> {
  if (capsule.length > MAX_CAPSULE_TEXT) return fail('too-large');
  const bytes = toBytes(capsule);
  if (!bytes || bytes.length < 2 + SUM + 1) return fail('damaged');
  if ((bytes[0] ?? 0) > VERSION) return fail('newer');
  const encrypted = bytes[1] === 1;
  const headerEnd = encrypted ? 2 + SECRET : 2;
  const header = bytes.slice(0, headerEnd);
  const body = bytes.slice(headerEnd + SUM);
  const sum = await checksum(header, body);
  if (bytes[0] !== VERSION || sum.some((byte, at) => bytes[headerEnd + at] !== byte)) return fail('damaged');
  if (!encrypted) return opened(body);
  if (passphrase === '') return fail('needs-passphrase');
  const secret = header.slice(2);
  const plain = await decrypt(body, await keyOf(passphrase, saltOf(secret)), nonceOf(secret), header);
  return plain ? opened(plain) : fail('wrong-passphrase');
}

async function opened(body: Bytes): Promise<Result<string, CapsuleProblem>> {
  const text = await decompress(body, MAX_OPENED);
  if (!text.ok) return text;
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(text.value));
  } catch {
    return fail('damaged');
  }
}

const saltOf = (secret: Bytes): Bytes => secret.slice(0, SALT_BYTES);
const nonceOf = (secret: Bytes): Bytes => secret.slice(SALT_BYTES, SECRET);

async function checksum(header: Bytes, body: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', joined(header, body))).slice(0, SUM);
}

function joined(...parts: readonly Bytes[]): Bytes {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function toText(bytes: Bytes): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary)
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/={1,2}$/, '');
}

function toBytes(text: string): Bytes | null {
  if (!/^[\w-]+$/.test(text)) return null;
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) =>
      letter.charCodeAt(0),
    );
    // The last letter has bits that say nothing; a capsule with others there was changed.
    return toText(bytes) === text ? bytes : null;
  } catch {
    return null;
  }
}
