/** Bytes 0x80 to 0x9F of windows-1252. Node 20 decodes them as Latin-1 control characters, browsers do not. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Bytes of a code page as text, null where they are none of it. */
export function plainText(bytes: Uint8Array, page: string): string | null {
  if (page === 'windows-1252') return windows1252(bytes);
  try {
    return new TextDecoder(page, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

export function windows1252(bytes: Uint8Array): string {
  const latin = new TextDecoder('windows-1252').decode(bytes);
  return latin.replace(/[\u0080-\u009f]/g, (c) => WINDOWS_1252.charAt(c.charCodeAt(0) - 0x80));
}
