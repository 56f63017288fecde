import { readFileSync } from 'node:fs';
import { parseAst } from 'vite';
import { filesUnder } from './read.ts';

/** One regular expression of the source. */
export interface Pattern {
  readonly path: string;
  readonly source: string;
  readonly flags: string;
}

/** Every regular expression literal below a folder, each once. */
export function patternsUnder(folder: string): Pattern[] {
  const found = new Map<string, Pattern>();
  for (const path of filesUnder(folder).filter((file) => /\.tsx?$/.test(file))) {
    const program: unknown = parseAst(readFileSync(path, 'utf8'), { lang: path.endsWith('.tsx') ? 'tsx' : 'ts' });
    for (const { pattern, flags } of literalsIn(program)) {
      const key = `/${pattern}/${flags}`;
      if (!found.has(key)) found.set(key, { path, source: pattern, flags });
    }
  }
  return [...found.values()];
}

function* literalsIn(node: unknown): Generator<{ pattern: string; flags: string }> {
  if (typeof node !== 'object' || node === null) return;
  if ('regex' in node) yield node.regex as { pattern: string; flags: string };
  for (const value of Object.values(node)) yield* literalsIn(value);
}

/** What is repeated to make a line that a pattern may choke on: of every kind of character, and of what it names itself. */
export function pumpsFor({ source, flags }: Pattern): string[] {
  const plain = source.replace(/\\[a-zA-Z](\{[^}]*\})?|[\^$|()[\]{}?*+\\]/g, '\u0000');
  const named = plain.split('\u0000').filter((part) => part !== '' && part.length <= 12);
  const own = [...named, ...named.flatMap((part) => [...part])];
  // A line has no line break in it; a pattern that reads several lines at once meets them.
  const lines = flags.includes('m') ? ['\n'] : [];
  return [...new Set([...KINDS, ...lines, ...own, ...own.flatMap((part) => [`${part} `, `1${part}`])])];
}

const KINDS = ['a', 'A', '1', ' ', '\t', '-', '.', ',', '"', '/', '@', '(', '<', 'a ', 'a1', 'é', '\u00a0', 'a,'];
/** What stands behind the repetition, so that a match fails only at the very end. */
export const ENDS = ['\u0001', 'a', ' x'];
