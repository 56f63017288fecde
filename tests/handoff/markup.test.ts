import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blocksOf, plainOf } from '#handoff/markup.ts';

const shape = (text: string) =>
  blocksOf(text).map(({ kind, lines }) => [
    kind,
    lines.map((runs) => runs.map((run) => (run.bold ? `<${run.text}>` : run.text)).join('')),
  ]);

test('parts paragraphs, lists and bold', () => {
  expect(shape('One line\nand its second.\n\n- Cut **40 %** of cost\n- Grew\n\nEnd')).toEqual([
    ['paragraph', ['One line', 'and its second.']],
    ['list', ['Cut <40 %> of cost', 'Grew']],
    ['paragraph', ['End']],
  ]);
});

test.each([
  ['a ** b ** c', 'a ** b ** c'],
  ['**open', '**open'],
  ['2 * 3 * 4', '2 * 3 * 4'],
  ['**a****b**', '<a><b>'],
])('asterisks without a partner stay: %s', (text, shown) => {
  expect(shape(text)).toEqual([['paragraph', [shown]]]);
});

test('a list pasted from Word keeps its items, Windows line ends are line ends', () => {
  expect(shape('• One\r\n• Two')).toEqual([['list', ['One', 'Two']]]);
});

test('no word is ever lost', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const letters = (from: string) => from.replace(/[\s*•-]/g, '');
      expect(letters(plainOf(text))).toBe(letters(text));
    }),
  );
});
