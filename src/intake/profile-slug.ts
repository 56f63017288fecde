const IN = /^(?:https?:\/\/)?(?:[a-z0-9-]+\.)*linkedin\.com\/(?:mwlite\/)?in\/([^/?#\s]+)/i;
/** How LinkedIn writes nine of ten. */
const USUAL = 'https://www.linkedin.com/in/';
const PLAIN = /^https:\/\/www\.linkedin\.com\/in\/[a-z0-9-]+$/;

/** The same for an address as LinkedIn writes nine of ten, which needs no cleaning; '' for any other. */
export function usualSlug(address: string): string {
  return PLAIN.test(address) ? address.slice(USUAL.length) : '';
}

/**
 * The key of a LinkedIn profile: Connections.csv percent-encodes what messages.csv writes raw, so the
 * slug is decoded, NFC and lower case (FORMATS.md §1.4). '' when the address is no profile.
 */
export function profileSlug(address: string): string {
  if (PLAIN.test(address)) return address.slice(USUAL.length);
  const raw = address.startsWith(USUAL) ? address.slice(USUAL.length) : (IN.exec(address)?.[1] ?? '');
  if (raw === '') return '';
  if (/[/?#\s]/.test(raw)) return profileSlug(`${USUAL.slice(8)}${raw}`);
  try {
    return decodeURIComponent(raw).normalize('NFC').toLowerCase();
  } catch {
    return raw.normalize('NFC').toLowerCase();
  }
}
