import type { Answer, AskedName } from './types.ts';

/** What was understood for one name. `sure` is false where the person should look once more. */
export interface Understood {
  readonly answer: Answer | null;
  readonly sure: boolean;
}

type Token =
  | { readonly is: 'name'; readonly name: number }
  | { readonly is: 'says'; readonly says: Answer; readonly sure: boolean };

const LONGEST = 20_000;

/** Phrases by answer, the longer before the shorter that they contain. A bare "yes" could mean three things. */
const PHRASES: readonly (readonly [source: string, says: Answer, sure: boolean])[] = [
  ['rather not(?: say)?|prefer not(?: to)?(?: say)?|no comment|skip|pass', 'rather-not', true],
  [
    "(?:don'?t|do not|didn'?t|never)(?: really)? (?:know|met|meet|heard)|no idea|no clue|unknown|not at all|never",
    'no',
    true,
  ],
  [
    '(?:know|knows|knew)(?: (?:him|her|them|each other))?(?: (?:very|really|quite|pretty))? well|(?:very|quite|pretty) well',
    'well',
    true,
  ],
  ['well|close(?: friend)?|good friend|friends?|best', 'well', true],
  ['(?:have |has |only |just )?met(?: (?:him|her|them))?(?: once| briefly)?|in passing|briefly|once', 'met', true],
  ['know|knows|knew|worked with|work with|colleague', 'know', true],
  ['a (?:bit|little)|sort of|kind of|slightly', 'met', false],
  ['yes|yep|yeah|sure|ok', 'know', false],
  ['no|nope|nah|none|not', 'no', true],
];
const NOT_A_NUMBER_OF_MINE =
  /^(?:\s*(?:years?|yrs?|months?|weeks?|days?|times?|hours?|minutes?|min|people|of (?:them|you|these)|am|pm|%|x\b)|[.,:/]\d)/i;

const EVERYBODY = /\b(?:all(?: of them)?|every(?:one|body)|both|any(?: of them)?|none|nobody)\b/i;

/**
 * Reads a friend's reply as a human writes it: "1 know, 2 no", "1. met 3: well", "know 1 and 3", names
 * instead of numbers, in any order, with chatter around it. Only the first 20,000 characters are read, in
 * time linear in them. Names nobody spoke of come back as null.
 */
export function readReply(reply: string, names: readonly AskedName[]): Understood[] {
  const text = plain(reply.slice(0, LONGEST));
  const said = new Map<number, Understood>();
  for (const line of text.split('\n'))
    for (const [name, understood] of pair(tokensOf(line, names))) note(said, name, understood);
  const whole = tokensOf(text, names);
  if (said.size < names.length) {
    // An answer on the line below its name: taken, but shown as a guess.
    for (const [name, understood] of pair(whole)) if (!said.has(name)) said.set(name, { ...understood, sure: false });
  }
  const speaks = whole.find((token) => token.is === 'says');
  if (said.size === 0 && speaks && (EVERYBODY.test(text) || names.length === 1)) {
    return names.map(() => ({ answer: speaks.says, sure: names.length === 1 && speaks.sure }));
  }
  return names.map((_, name) => said.get(name) ?? { answer: null, sure: true });
}

/** The same name answered twice with different words is a question to ask back. */
function note(said: Map<number, Understood>, name: number, understood: Understood): void {
  const before = said.get(name);
  said.set(name, before && before.answer !== understood.answer ? { ...understood, sure: false } : understood);
}

/**
 * Gives every run of names the answer beside it: the one after ("1 and 2 know"), unless the line starts
 * with an answer and ends with a name ("know 1 and 2"). An answer on both sides makes the first run unsure.
 */
function pair(tokens: readonly Token[]): Map<number, Understood> {
  const first = tokens[0];
  const answerFirst = first?.is === 'says' && tokens.at(-1)?.is === 'name';
  const ordered = answerFirst ? [...tokens].reverse() : tokens;
  const doubtful = !answerFirst && first?.is === 'says' && first.sure;
  const said = new Map<number, Understood>();
  let run: number[] = [];
  for (const token of ordered) {
    if (token.is === 'name') run.push(token.name);
    else {
      for (const name of run)
        note(said, name, { answer: token.says, sure: token.sure && !(doubtful && said.size < run.length) });
      run = [];
    }
  }
  return said;
}

/** Names (by number or by name) and answers in the order they stand. */
function tokensOf(text: string, names: readonly AskedName[]): Token[] {
  const found: { at: number; end: number; token: Token }[] = [];
  for (const match of text.matchAll(/\d{1,3}/g)) {
    const name = Number(match[0]) - 1;
    const before = text[match.index - 1] ?? ' ';
    if (name < 0 || name >= names.length || /[\d\p{L}.,/:]/u.test(before)) continue;
    if (!NOT_A_NUMBER_OF_MINE.test(text.slice(match.index + match[0].length, match.index + 24))) {
      found.push({ at: match.index, end: match.index + match[0].length, token: { is: 'name', name } });
    }
  }
  if (found.length === 0) found.push(...namesIn(text, names));
  for (const [source, says, sure] of PHRASES) {
    for (const match of text.matchAll(new RegExp(`\\b(?:${source})\\b`, 'gi'))) {
      const end = match.index + match[0].length;
      if (!found.some((other) => match.index < other.end && other.at < end))
        found.push({ at: match.index, end, token: { is: 'says', says, sure } });
    }
  }
  return found.sort((a, b) => a.at - b.at).map(({ token }) => token);
}

/** Where a whole name, or a first or last name that only one of them has, stands in the text. */
function namesIn(text: string, names: readonly AskedName[]): { at: number; end: number; token: Token }[] {
  const low = fold(text);
  const words = names.map(({ name }) =>
    fold(name)
      .split(/\s+/)
      .filter((word) => word.length > 2),
  );
  return words.flatMap((mine, name) => {
    const own = mine.filter((word) => words.every((other, i) => i === name || !other.includes(word)));
    const hits = own.flatMap((word) => {
      const at = low.search(new RegExp(`(?<!\\p{L})${escaped(word)}(?!\\p{L})`, 'u'));
      return at === -1 ? [] : [{ at, end: at + word.length, token: { is: 'name', name } as const }];
    });
    return hits.slice(0, 1);
  });
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u20e3\ufe0f]/g, ' ')
    .replaceAll('\u2019', "'");
}

/** Lower case without accents, of the same length, so that places in it are places in the text. */
function fold(text: string): string {
  return [...text]
    .map((letter) => letter.normalize('NFD').slice(0, letter.length).toLowerCase().slice(0, letter.length))
    .join('');
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
