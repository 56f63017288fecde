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

/** The files that make regular expressions at run time. */
export function makersUnder(folder: string): string[] {
  const made = (node: unknown): boolean => {
    if (typeof node !== 'object' || node === null) return false;
    if ('callee' in node && (node.callee as { name?: string }).name === 'RegExp') return true;
    return Object.values(node).some(made);
  };
  return filesUnder(folder).filter(
    (file) =>
      /\.tsx?$/.test(file) && made(parseAst(readFileSync(file, 'utf8'), { lang: file.endsWith('x') ? 'tsx' : 'ts' })),
  );
}

/** Every regular expression that is made by `new RegExp` while `work` runs. */
export async function patternsMadeBy(path: string, work: () => Promise<unknown>): Promise<Pattern[]> {
  const found = new Map<string, Pattern>();
  const Real = globalThis.RegExp;
  globalThis.RegExp = new Proxy(Real, {
    construct: (target, args: [string, string?]) => {
      const made = new target(...args);
      found.set(String(made), { path, source: made.source, flags: made.flags });
      return made;
    },
  });
  try {
    await work();
  } finally {
    globalThis.RegExp = Real;
  }
  return [...found.values()];
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
