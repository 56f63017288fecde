import parts from '#data/words/name-parts.json';
import nicknames from '#data/words/nicknames.json';
import { mailAddress } from '#intake/address.ts';
import { fold } from '#intake/text.ts';

const DROPPED: ReadonlySet<string> = new Set([...parts.titles, ...parts.credentials]);
const FORMAL: ReadonlyMap<string, string> = new Map(
  nicknames.flatMap((names) => names.map((name) => [name, names[0] ?? name] as const)),
);

const known = new Map<string, readonly string[]>();
const CACHE_LIMIT = 100_000;

/** The parts of a name that identify: folded, without titles, degrees, pronouns and middle initials. */
export function nameTokens(name: string): readonly string[] {
  let tokens = known.get(name);
  if (tokens === undefined) {
    tokens = tokensOf(name);
    if (known.size >= CACHE_LIMIT) known.clear();
    known.set(name, tokens);
  }
  return tokens;
}

function tokensOf(name: string): readonly string[] {
  // Somebody known by address alone has no name to compare.
  if (name.includes('@') && mailAddress(name) !== '') return [];
  const [before = '', ...after] = name.includes(',') ? name.replace(/\([^()]*\)/g, ' ').split(',') : [name];
  // "Lee, Sam" is a name turned round; in "Jane Doe, Ph.D., PMP" only the first part is one.
  const spelled = before.trim().includes(' ') ? before : [before, ...after].join(' ');
  const bare = spelled.replace(/\([^()]*\)|['’`]/g, (found) => (found.length > 1 ? ' ' : ''));
  const all = fold(bare).split(' ');
  const named = all.filter((token) => token !== '' && !DROPPED.has(token));
  const tokens = named.length > 0 ? named : all.filter((token) => token !== '');
  if (tokens.length < 3) return tokens;
  const long = tokens.filter((token) => token.length > 1);
  return long.length >= 2 ? long : tokens;
}

/** Same key, same name in whatever order its parts stand. '' when there is nothing to compare. */
export function strictKey(tokens: readonly string[]): string {
  const [first = '', second] = tokens;
  if (second === undefined) return first;
  return tokens.length === 2 ? inOrder(first, second) : [...tokens].sort().join(' ');
}

/** First and last part with nicknames made formal and ae, oe, ue folded: near enough to ask, never to merge. */
export function looseKey(tokens: readonly string[]): string {
  const [first, last] = [tokens[0], tokens.at(-1)];
  if (first === undefined || last === undefined || tokens.length < 2) return '';
  return inOrder(formal(first), formal(last));
}

function inOrder(a: string, b: string): string {
  return a <= b ? `${a} ${b}` : `${b} ${a}`;
}

/** Whether a name is whole enough to identify together with a company: two parts, none an initial. */
export function isFullName(tokens: readonly string[]): boolean {
  if (tokens.length >= 2) return tokens.every((token) => token.length > 1 || !/[a-z]/.test(token));
  // Scripts written without spaces.
  return /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]{2,}$/u.test(tokens[0] ?? '');
}

/** Whether two names can be one person who uses one mailbox: same first name, an initial, a part left out. */
export function mayBeOne(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 0 || b.length === 0) return true;
  if (looseKey(a) !== '' && looseKey(a) === looseKey(b)) return true;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.every((token) => long.some((other) => formal(other) === formal(token)))) return true;
  const sameLast = formal(a.at(-1) ?? '') === formal(b.at(-1) ?? '');
  const sameInitial = (a[0] ?? '').charAt(0) === (b[0] ?? '').charAt(0);
  const initialOnly = (a[0] ?? '').length === 1 || (b[0] ?? '').length === 1;
  return formal(a[0] ?? '') === formal(b[0] ?? '') || (sameLast && sameInitial && initialOnly);
}

function formal(token: string): string {
  const plain = token.includes('e') ? token.replace(/([aou])e/g, '$1') : token;
  return FORMAL.get(token) ?? FORMAL.get(plain) ?? plain;
}
