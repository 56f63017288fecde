import suffixes from '#data/words/company-suffixes.json';
import notCompanies from '#data/words/not-companies.json';
import { fold } from './text.ts';

const SUFFIXES: ReadonlySet<string> = new Set(suffixes);
/** The last words of legal forms: most names end in none, and need no further look. */
const ENDS: ReadonlySet<string> = new Set(suffixes.map((suffix) => suffix.split(' ').at(-1) ?? ''));
const PLAIN = /^[A-Za-z0-9 .,&-]*$/;
const LONGEST_SUFFIX = Math.max(...suffixes.map((suffix) => suffix.split(' ').length));
const NOT_COMPANIES: ReadonlySet<string> = new Set(notCompanies);
const keys = new Map<string, string>();
const CACHE_LIMIT = 200_000;

/**
 * What two spellings of one company share: folded, without legal form ("Inc.", "S.A. de C.V.",
 * "GmbH & Co. KG"), leading "the" and "and". Cautious: no other word is dropped, so "Plan A" is not
 * "Plan" and "Studio C" is not "Studio". A name without letters or digits is its own key.
 */
export function companyKey(name: string): string {
  let key = keys.get(name);
  if (key === undefined) {
    key = keyOf(name);
    if (keys.size >= CACHE_LIMIT) keys.clear();
    keys.set(name, key);
  }
  return key;
}

/** Whether the words name no employer at all: "Freelance", "Self-employed", "Stealth startup". */
export function isNoCompany(name: string): boolean {
  return NOT_COMPANIES.has(companyKey(name)) && NOT_COMPANIES.has(fold(name));
}

function keyOf(name: string): string {
  const tokens = fold(PLAIN.test(name) ? name : spelledOut(name)).split(' ');
  const kept = tokens.length > 1 ? tokens.filter((token) => token !== 'and' && token !== 'und') : tokens;
  if (kept.length > 1 && kept[0] === 'the') kept.shift();
  while (dropSuffix(kept));
  return kept.join(' ') || name.trim().toLowerCase();
}

/** What folding would lose: "C++" is not "C#", and "O'Neill" is one word. */
function spelledOut(name: string): string {
  return name
    .replaceAll('+', ' plus ')
    .replaceAll('#', ' sharp ')
    .replace(/['’]/g, '')
    .replace(/株式会社|有限公司|股份有限公司/g, ' ');
}

/** Drops the longest legal form at the end, unless nothing would be left. */
function dropSuffix(tokens: string[]): boolean {
  if (!ENDS.has(tokens.at(-1) ?? '')) return false;
  for (let length = Math.min(LONGEST_SUFFIX, tokens.length - 1); length > 0; length--) {
    if (!SUFFIXES.has(tokens.slice(-length).join(' '))) continue;
    tokens.length -= length;
    return true;
  }
  return false;
}
