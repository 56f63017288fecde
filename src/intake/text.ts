const PLAIN = /^[!-~]+(?: [!-~]+)*$/;
/** Invisible characters that only disturb matching. Joiners stay: emoji and Persian need them. */
const INVISIBLE = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]/g;
/** Characters no honest export contains (isolates such as U+2066 are common in LinkedIn's). */
const SUSPECT = /[^\P{Cc}\t\n\r]|[\u202a-\u202e]/u;

/** Whether a cell is shown as it stands: printable ASCII with single spaces. Most cells are. */
export function isPlain(raw: string): boolean {
  return PLAIN.test(raw);
}

/** A cell as it is shown: no control or direction characters, single spaces, NFC. */
export function clean(raw: string): string {
  if (raw === '' || PLAIN.test(raw)) return raw;
  return raw
    .replace(INVISIBLE, '')
    .replace(/\s+/gu, ' ')
    .replace(/\p{Cc}/gu, '')
    .trim()
    .normalize('NFC');
}

/** Whether a cell holds control or direction-override characters, which can make a name read as another. */
export function hasHiddenCharacters(raw: string): boolean {
  return SUSPECT.test(raw);
}

/** Lower case without accents, punctuation as spaces: the ground of every comparison. */
export function fold(text: string): string {
  if (/^[ -~]*$/.test(text))
    return text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[ßøłđıæœþð]/g, (letter) => LETTERS.get(letter) ?? letter)
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const LETTERS: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ı', 'i'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['þ', 'th'],
  ['ð', 'd'],
]);
