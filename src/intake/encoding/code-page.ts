import pages from '#data/words/code-pages.json';
import columnWords from '#data/words/column-words.json';
import connections from '#data/words/connection-headers.json';
import outlook from '#data/words/outlook-headers.json';
import { foldHeader } from '#intake/columns.ts';
import { plainText } from './plain-text.ts';

/** One way to read the bytes of a text that is not Unicode. */
export interface CodePage {
  readonly page: string;
  /** Its name for people. */
  readonly label: string;
  /** From 0 to about 2: how much the text looks like one that a person wrote. */
  readonly likely: number;
}

/** How much of a file is looked at: enough for its letters, and quick. */
const SAMPLE = 60_000;
/** Most local files are Western European; another page must look clearly better. */
const WESTERN = 0.15;
/** The lead that makes a guess sure. */
const LEAD = 0.1;
/** Each header word beyond ASCII that is known as this page reads it. */
const HEADER_WORD = 0.4;

const KNOWN: ReadonlySet<string> = new Set([
  ...Object.values(outlook).flat(2),
  ...Object.values(connections).flat(),
  ...columnWords.flatMap(({ words }) => words),
]);

/**
 * Code pages that can be meant, likeliest first; never empty. Each must decode the bytes whole; then known
 * header words count, and letters that one language has together (a Czech name read as Western European has
 * ø, è and ì in one word, which none has).
 */
export function likelyPages(bytes: Uint8Array): readonly CodePage[] {
  const sample = linesWithLetters(bytes);
  const found = pages.flatMap(({ page, label, letters, common }) => {
    const text = plainText(sample, page);
    if (text === null) return [];
    const letterScore = isDouble(page)
      ? pairScore(sample, page)
      : common
        ? scriptScore(text, common)
        : latinScore(text, letters);
    const likely = letterScore + headerScore(text) + (page === 'windows-1252' ? WESTERN : 0);
    return [{ page, label, likely }];
  });
  return found.length === 0
    ? [{ page: 'windows-1252', label: 'Western European', likely: 0 }]
    : found.sort((a, b) => b.likely - a.likely);
}

/** Whether the first of them is clearly the one. */
export function isSure([first, second]: readonly CodePage[]): boolean {
  return !first || !second || (first.likely >= 0.5 && first.likely - second.likely >= LEAD);
}

/** The lines that have anything but ASCII in them, up to the sample's length, whole. */
function linesWithLetters(bytes: Uint8Array): Uint8Array {
  const kept: number[] = [];
  let start = 0;
  while (start < bytes.length && kept.length < SAMPLE) {
    const found = bytes.indexOf(10, start);
    const end = found < 0 ? bytes.length : found + 1;
    const line = bytes.subarray(start, end);
    // The last line may end in the middle of a character.
    const isWhole = found >= 0 || kept.length === 0;
    if (isWhole && line.length < SAMPLE && line.some((byte) => byte >= 0x80)) for (const byte of line) kept.push(byte);
    start = end;
  }
  return kept.length > 0 ? Uint8Array.from(kept) : bytes.subarray(0, SAMPLE);
}

/** Share of the letters beyond ASCII that the best of the languages has, in words that can be words. */
function latinScore(text: string, languages: readonly string[]): number {
  let all = 0;
  const good = languages.map(() => 0);
  for (const word of wordsOf(text)) {
    const foreign = [...word].filter((char) => char > '\u007f');
    all += foreign.length;
    // The lower case of İ is i with a dot above it, two characters.
    const letters = foreign.map((char) => (char === 'İ' ? 'ı' : char.toLowerCase()));
    if (!isLatinWord(word, foreign.length)) continue;
    for (const [at, language] of languages.entries())
      good[at] = (good[at] ?? 0) + letters.filter((letter) => language.includes(letter)).length;
  }
  return all === 0 ? 0 : Math.max(...good) / all;
}

/** Accents are few in a word, and þ begins one: read so, Turkish has it in the middle. */
function isLatinWord(word: string, accents: number): boolean {
  const isLatin = /^[\p{Script=Latin}'’-]+$/u.test(word) && hasCase(word) && !/\p{L}þ/iu.test(word);
  return isLatin && accents <= Math.max(1, 0.7 * word.length);
}

/** Share of the characters beyond ASCII in words of one script, and how many are its common letters. */
function scriptScore(text: string, common: string): number {
  let all = 0;
  let good = 0;
  let often = 0;
  const script = scriptOf(common);
  for (const word of wordsOf(text)) {
    const foreign = [...word].filter((char) => char > '\u007f');
    all += foreign.length;
    if (!script.test(word) || !hasCase(word) || /^\p{M}|ς./u.test(word)) continue;
    good += foreign.length;
    often += foreign.filter((char) => common.includes(char.toLowerCase())).length;
  }
  return all === 0 ? 0 : (good / all) * (0.4 + 0.6 * Math.min(1, often / Math.max(1, good) / 0.6));
}

/** A letter of a script, and a word that is written in it alone. */
const SCRIPTS: readonly (readonly [letter: RegExp, word: RegExp])[] = [
  [/\p{Script=Cyrillic}/u, /^(?:\p{Script=Cyrillic}|\p{M}|[-'’.])+$/u],
  [/\p{Script=Greek}/u, /^(?:\p{Script=Greek}|\p{M}|[-'’.])+$/u],
  [/\p{Script=Hebrew}/u, /^(?:\p{Script=Hebrew}|\p{M}|[-'’.])+$/u],
  [/\p{Script=Arabic}/u, /^(?:\p{Script=Arabic}|\p{M}|[-'’.])+$/u],
  [/\p{Script=Thai}/u, /^(?:\p{Script=Thai}|\p{M}|[-'’.])+$/u],
];

function scriptOf(letters: string): RegExp {
  return SCRIPTS.find(([letter]) => letter.test(letters))?.[1] ?? /^$/;
}

/** Runs of whatever is neither ASCII punctuation, digit nor space, and has something beyond ASCII. */
function wordsOf(text: string): readonly string[] {
  return (text.match(/[a-zA-Z\u0080-\uffff'’-]+/g) ?? []).filter((word) => /[\u0080-\uffff]/.test(word));
}

/** "Anna", "ANNA", "anna", "McAdam": an upper letter after a lower one is rare, a lower one between two upper ones rarer. */
function hasCase(word: string): boolean {
  return !/\p{Ll}\p{Lu}(?!\p{Ll})|\p{Lu}\p{Lu}\p{Ll}/u.test(word);
}

const isDouble = (page: string): boolean =>
  page === 'shift_jis' || page === 'gb18030' || page === 'big5' || page === 'euc-kr';

/**
 * Share of the characters beyond ASCII in the part of the page where everyday characters stand: kana and the
 * first level of kanji, Hangul, the first level of hanzi.
 */
function pairScore(bytes: Uint8Array, page: string): number {
  let all = 0;
  let good = 0;
  let low = 0;
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    all++;
    const isSingle = page === 'shift_jis' && lead >= 0xa0 && lead <= 0xdf;
    if (isSingle) continue;
    const trail = bytes[++at] ?? 0;
    if (isEveryday(page, lead, trail)) good++;
    if (trail < 0x80) low++;
  }
  // Hangul lies within the hanzi of GB: with nothing but Hangul it is Korean.
  const share = all === 0 ? 0 : good / all;
  if (page === 'gb18030') return share - 0.15;
  // Four in ten characters of Big5 end in an ASCII byte; in the others hardly one does.
  return page === 'big5' && low === 0 ? share - 0.2 : share;
}

function isEveryday(page: string, lead: number, trail: number): boolean {
  switch (page) {
    case 'shift_jis':
      return (lead >= 0x81 && lead <= 0x83) || (lead >= 0x88 && lead <= 0x98);
    case 'euc-kr':
      return lead >= 0xb0 && lead <= 0xc8 && trail >= 0xa1;
    case 'gb18030':
      return ((lead >= 0xb0 && lead <= 0xd7) || lead === 0xa1 || lead === 0xa3) && trail >= 0xa1;
    default:
      return lead >= 0xa4 && lead <= 0xc6 && (trail >= 0xa1 || (trail >= 0x40 && trail <= 0x7e));
  }
}

function headerScore(text: string): number {
  const words = new Set(
    text
      .slice(0, 8000)
      .split(/[\n,;\t]/)
      .filter((cell) => /[\u0080-\uffff]/.test(cell))
      .map(foldHeader),
  );
  let known = 0;
  for (const word of words) if (KNOWN.has(word)) known++;
  return Math.min(known, 3) * HEADER_WORD;
}
