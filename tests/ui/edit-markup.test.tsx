import { expect, test } from 'vitest';
import { enterInList, pasteInto, type Selected, toggleBold, toggleList } from '#ui/handoff/edit-markup.ts';

/** `[` and `]` stand for the ends of the selection. */
const at = (marked: string): Selected => {
  const start = marked.indexOf('[');
  const end = marked.indexOf(']') - 1;
  return { text: marked.replace(/[[\]]/g, ''), start, end };
};
const show = ({ text, start, end }: Selected) => `${text.slice(0, start)}[${text.slice(start, end)}]${text.slice(end)}`;

test.each([
  ['cut [40 %] of cost', 'cut **[40 %]** of cost'],
  ['cut **[40 %]** of cost', 'cut [40 %] of cost'],
  ['cut [**40 %**] of cost', 'cut [40 %] of cost'],
  ['cut [40 % ]of cost', 'cut **[40 %]** of cost'],
  ['[- cut cost]', '- **[cut cost]**'],
  ['[- one\n\n- two]', '[- **one**\n\n- **two**]'],
  ['[- **one**\n- **two**]', '[- one\n- two]'],
  ['[]', '**[]**'],
])('bold on %s', (before, after) => {
  expect(show(toggleBold(at(before)))).toBe(after);
});

test.each([
  ['one\nt[wo\nthr]ee\nfour', 'one\n[- two\n- three]\nfour'],
  ['[- one\n- two]', '[one\ntwo]'],
  ['[]', '[- ]'],
])('list on %j', (before, after) => {
  expect(show(toggleList(at(before)))).toBe(after);
});

test('Enter goes on with a list, and ends it on an empty item', () => {
  expect(show(enterInList(at('- one[]')) ?? at('[]'))).toBe('- one\n- []');
  expect(show(enterInList(at('- one\n- []')) ?? at('[]'))).toBe('- one\n[]');
  expect(enterInList(at('one[]'))).toBeNull();
});

test.each([
  ['cut [40 %] of cost', '**half**', 'cut **half**[] of cost'],
  ['One:[]', '- a\n- b', 'One:\n- a\n- b[]'],
  ['- []', '- a\n- b', '- a\n- b[]'],
  ['[all]', '- a', '- a[]'],
])('pasted into %j', (before, pasted, after) => {
  expect(show(pasteInto(at(before), pasted))).toBe(after);
});
