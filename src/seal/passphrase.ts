type Bytes = Uint8Array<ArrayBuffer>;

export const SALT_BYTES = 16;
export const NONCE_BYTES = 12;
/** PBKDF2-SHA-256 as OWASP advises it (2023): 600,000 rounds. */
export const ROUNDS = 600_000;

/** The AES-256 key of a passphrase. Typed differently composed (é as one or two characters) it is the same one. */
export async function keyOf(passphrase: string, salt: Bytes, rounds = ROUNDS): Promise<CryptoKey> {
  const typed = new TextEncoder().encode(passphrase.normalize('NFC'));
  const material = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

/** `header` is not hidden, but cannot be changed either. */
export async function encrypt(bytes: Bytes, key: CryptoKey, nonce: Bytes, header: Bytes): Promise<Bytes> {
  return new Uint8Array(
    await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce, additionalData: header }, key, bytes),
  );
}

/** null: the key is another one, or a byte was changed. */
export async function decrypt(bytes: Bytes, key: CryptoKey, nonce: Bytes, header: Bytes): Promise<Bytes | null> {
  try {
    return new Uint8Array(
      await crypto.subtle.decrypt({ name: 'AES-GCM', iv: nonce, additionalData: header }, key, bytes),
    );
  } catch {
    return null;
  }
}
