import { describe, expect, test } from 'vitest';
import { parseSource } from './read.ts';

const PLATFORM = new Set(['fetch', 'document', 'Worker', 'crypto', 'clock', 'process']);
const parse = (text: string): ReturnType<typeof parseSource> => parseSource('src/ui/a.tsx', text, PLATFORM);

describe('imports', () => {
  test('are found in every form, types told apart', () => {
    const { imports } = parse(`
      import './style.css';
      import { a } from './a.ts';
      import { type B, type C } from './b.ts';
      import { d, type E } from './d.ts';
      import type { F } from '#model/f.ts';
      type G = import('#ties/g.ts').G;
      const lazy = () => import('./lazy.tsx');
    `);
    expect(imports.map(({ from, type }) => `${from} ${type}`)).toEqual([
      './style.css false',
      './a.ts false',
      './b.ts true',
      './d.ts false',
      '#model/f.ts true',
      '#ties/g.ts true',
      './lazy.tsx false',
    ]);
  });

  test('that only pass through are barrels', () => {
    expect(parse("export * from './a.ts';").barrel).toBe(true);
    expect(parse("export { a } from './a.ts';").barrel).toBe(true);
    expect(parse("export type { A } from './a.ts'; export const a = 1;").barrel).toBe(false);
    expect(parse('export default 1;').hasDefault).toBe(true);
  });
});

describe('use of the platform', () => {
  test.each([
    ['fetch(url)', ['fetch']],
    ['const send = fetch;', ['fetch']],
    ['const { cookie } = document;', ['document']],
    ['const id = crypto.randomUUID();', ['crypto']],
    ['const list = { fetch };', ['fetch']],
    ['new Worker(url as string)', ['Worker']],
    ['const now = Date.now() + Math.random();', ['clock']],
    ['const today = new Date();', ['clock']],
    ['const view = <p>{document.title}</p>;', ['document']],
    ['(process as unknown)', ['process']],
  ])('%s', (text, names) => {
    expect(parse(text).globals).toEqual(names);
  });

  test.each([
    'service.fetch(url)',
    'const service = { fetch: 1 };',
    'function f(fetch: () => void) { fetch(); }',
    'const run = ({ document }: Input) => document.title;',
    'let worker: Worker | null = null; let c: typeof worker;',
    'interface Page { document: string; process(): void }',
    "import { fetch } from './mine.ts'; fetch();",
    'const day = new Date(0);',
    'const view = <document fetch="a" />;',
  ])('none in: %s', (text) => {
    expect(parse(text).globals).toEqual([]);
  });
});
