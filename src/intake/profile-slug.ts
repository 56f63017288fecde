const IN = /^(?:https?:\/\/)?(?:[a-z0-9-]+\.)*linkedin\.com\/(?:mwlite\/)?in\/([^/?#\s]+)/i;
/** How LinkedIn writes it: taken apart without a search. */
const USUAL = 'https://www.linkedin.com/in/';
const PLAIN = /^[a-z0-9-]+$/;

/**
 * The key of a LinkedIn profile: Connections.csv percent-encodes what messages.csv writes raw, so the
 * slug is decoded, NFC and lower case (FORMATS.md §1.4). '' when the address is no profile.
 */
export function profileSlug(address: string): string {
  const raw = address.startsWith(USUAL) ? address.slice(USUAL.length) : (IN.exec(address)?.[1] ?? '');
  if (raw === '') return '';
  if (PLAIN.test(raw)) return raw;
  if (/[/?#\s]/.test(raw)) return profileSlug(`${USUAL.slice(8)}${raw}`);
  try {
    return decodeURIComponent(raw).normalize('NFC').toLowerCase();
  } catch {
    return raw.normalize('NFC').toLowerCase();
  }
}
