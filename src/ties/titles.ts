import functionsJson from '#data/words/functions.json' with { type: 'json' };
import hrJson from '#data/words/hr-titles.json' with { type: 'json' };
import seniorityJson from '#data/words/seniority.json' with { type: 'json' };

/** What a job title says. Words live in data/words; a title in a language they lack says nothing. */
export interface Title {
  /** 0 assistant to 6 executive; 1 where no word says more. */
  readonly rank: number;
  /** The word for that rank; '' for 1. */
  readonly level: string;
  /** Function names of data/words/functions.json, in the order of that file. */
  readonly functions: readonly string[];
  readonly hr: boolean;
}

const hrWords = new Set(hrJson.words);
const functionOf = new Map<string, Set<string>>();
for (const { name, words } of functionsJson) {
  for (const word of words) functionOf.set(word, (functionOf.get(word) ?? new Set()).add(name));
}

const read = new Map<string, Title>();
/** Titles repeat a great deal; beyond this many different ones the memory starts over. */
const REMEMBERED = 20_000;

/** Reads seniority, functions and HR out of one title as a file spells it. */
export function readTitle(text: string): Title {
  const known = read.get(text);
  if (known) return known;
  const folded = fold(text);
  const title = { ...levelOf(folded), functions: functionsOf(folded), hr: isHr(folded) };
  if (read.size >= REMEMBERED) read.clear();
  read.set(text, title);
  return title;
}

/** The functions that both titles name. */
export function sharedFunctions(a: string, b: string): string[] {
  const other = readTitle(b).functions;
  return readTitle(a).functions.filter((name) => other.includes(name));
}

interface Folded {
  readonly words: readonly string[];
  /** Words joined by blanks, with one at each end, so that phrases match whole words. */
  readonly line: string;
}

function fold(text: string): Folded {
  const words =
    text
      .slice(0, 300)
      .toLowerCase()
      .normalize('NFC')
      .match(/[\p{L}\p{N}&-]+/gu) ?? [];
  return { words, line: ` ${words.join(' ')} ` };
}

const has = ({ line }: Folded, phrase: string) => line.includes(` ${phrase} `);

function levelOf(folded: Folded): Pick<Title, 'rank' | 'level'> {
  const { levels, notManagers } = seniorityJson;
  const assistant = levels.find((level) => level.rank === 0);
  if (assistant && matches(folded, assistant)) return { rank: 0, level: assistant.name };
  for (const level of levels) {
    if (level.rank === 0 || !matches(folded, level)) continue;
    // "Product Manager" manages a product; "Director, Product Manager tools" is still a director.
    if (level.rank === 3 && notManagers.some((phrase) => has(folded, phrase))) continue;
    return { rank: level.rank, level: level.name };
  }
  return { rank: 1, level: '' };
}

function matches(folded: Folded, level: { words: string[]; phrases: string[]; openings: string[] }): boolean {
  return (
    folded.words.some((word) => level.words.includes(word)) ||
    level.phrases.some((phrase) => has(folded, phrase)) ||
    level.openings.some((word) => folded.words[0] === word)
  );
}

function functionsOf(folded: Folded): readonly string[] {
  const found = new Set<string>();
  for (const word of folded.words) for (const name of functionOf.get(word) ?? []) found.add(name);
  return functionsJson
    .filter(({ name, phrases }) => found.has(name) || phrases.some((phrase) => has(folded, phrase)))
    .map(({ name }) => name);
}

function isHr(folded: Folded): boolean {
  return folded.words.some((word) => hrWords.has(word)) || hrJson.phrases.some((phrase) => has(folded, phrase));
}
