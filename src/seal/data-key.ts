import { decrypt, encrypt, keyOf, NONCE_BYTES, ROUNDS, SALT_BYTES } from './passphrase.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** A random AES-256 key as it is kept: readable with the passphrase only. Another passphrase wraps the same key anew. */
export interface WrappedKey {
  /** Random; everything the key encrypts names it. */
  readonly id: string;
  readonly rounds: number;
  readonly salt: Bytes;
  readonly nonce: Bytes;
  readonly wrapped: Bytes;
}

/** Bytes under a key. */
export interface Sealed {
  readonly nonce: Bytes;
  readonly bytes: Bytes;
}

/** More than this is no record of ours and would only hold the page up. */
const MAX_ROUNDS = 10_000_000;
const KEY_BYTES = 32;

/** The browser has no encryption on plain http (but on localhost). */
export function canEncrypt(): boolean {
  return (crypto as { subtle?: SubtleCrypto }).subtle !== undefined;
}

export async function newDataKey(passphrase: string): Promise<{ key: CryptoKey; kept: WrappedKey }> {
  const raw = randomBytes(KEY_BYTES);
  const id = [...randomBytes(12)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const kept = await wrap(raw, id, passphrase);
  return { key: await imported(raw), kept };
}

/** The key, not readable by anybody; null when the passphrase is another one, or a byte was changed. */
export async function openDataKey(kept: WrappedKey, passphrase: string): Promise<CryptoKey | null> {
  const raw = await unwrap(kept, passphrase);
  return raw && imported(raw);
}

/** The same key under another passphrase; null when the one before is wrong. */
export async function rewrapDataKey(kept: WrappedKey, before: string, after: string): Promise<WrappedKey | null> {
  const raw = await unwrap(kept, before);
  if (!raw) return null;
  const again = await wrap(raw, kept.id, after);
  raw.fill(0);
  return again;
}

/** `about` says what these bytes are and where they belong; bytes moved elsewhere are refused. A fresh nonce each time. */
export async function sealBytes(key: CryptoKey, bytes: Bytes, about: string): Promise<Sealed> {
  const nonce = randomBytes(NONCE_BYTES);
  return { nonce, bytes: await encrypt(bytes, key, nonce, utf8(about)) };
}

export function unsealBytes(key: CryptoKey, { nonce, bytes }: Sealed, about: string): Promise<Bytes | null> {
  return decrypt(bytes, key, nonce, utf8(about));
}

async function wrap(raw: Bytes, id: string, passphrase: string): Promise<WrappedKey> {
  const salt = randomBytes(SALT_BYTES);
  const nonce = randomBytes(NONCE_BYTES);
  const wrapped = await encrypt(raw, await keyOf(passphrase, salt), nonce, headerOf(id, ROUNDS));
  return { id, rounds: ROUNDS, salt, nonce, wrapped };
}

async function unwrap({ id, rounds, salt, nonce, wrapped }: WrappedKey, passphrase: string): Promise<Bytes | null> {
  if (!(rounds >= 1 && rounds <= MAX_ROUNDS)) return null;
  return decrypt(wrapped, await keyOf(passphrase, salt, rounds), nonce, headerOf(id, rounds));
}

/** The readable copy is wiped: what is left in memory can be used but not read. */
async function imported(raw: Bytes): Promise<CryptoKey> {
  const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
  raw.fill(0);
  return key;
}

function headerOf(id: string, rounds: number): Bytes {
  return utf8(`handcarry data key ${id} ${rounds}`);
}

function utf8(text: string): Bytes {
  return new TextEncoder().encode(text);
}

function randomBytes(count: number): Bytes {
  return crypto.getRandomValues(new Uint8Array(count));
}
