const IN = /^(?:https?:\/\/)?(?:[a-z0-9-]+\.)*linkedin\.com\/(?:mwlite\/)?in\/([^/?#\s]+)/i;
const PLAIN = /^[a-z0-9-]+$/;

/**
 * The key of a LinkedIn profile: Connections.csv percent-encodes what messages.csv writes raw, so the
 * slug is decoded, NFC and lower case (FORMATS.md §1.4). '' when the address is no profile.
 */
export function profileSlug(address: string): string {
  const raw = IN.exec(address)?.[1];
  if (raw === undefined) return '';
  if (PLAIN.test(raw)) return raw;
  try {
    return decodeURIComponent(raw).normalize('NFC').toLowerCase();
  } catch {
    return raw.normalize('NFC').toLowerCase();
  }
}
