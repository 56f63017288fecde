import { describe, expect, test } from 'vitest';
import { apply } from '#model/change.ts';
import { personByHand } from '#model/person.ts';
import { targetSchema } from '#model/target.ts';
import { type Entry, emptyWorkspace, type Workspace } from '#model/workspace.ts';
import { createSearch } from '#workspace/search.ts';

const acme = {
  id: 'company:acme',
  name: 'Acme',
  names: ['Acme', 'ACME GmbH'],
  imports: [],
  size: null,
  tags: [],
  note: '',
} as const;
const put: Entry[] = [
  { ...acme, names: [...acme.names], imports: [], tags: [] },
  personByHand('person:jose', {
    name: 'José Łukasz',
    company: 'company:acme',
    position: 'CFO',
    email: 'jl@acme.example',
  }),
  personByHand('person:proto', { name: '__proto__ constructor' }),
  personByHand('person:li', { name: '李 小龙' }),
  personByHand('person:ana', { name: 'Ana Sousa', tags: ['porto'] }),
  targetSchema.parse({
    id: 'target:t',
    created: '2026-11-23',
    title: 'Head of Sales',
    company: 'company:acme',
    manager: 'person:ana',
  }),
];

function opened() {
  let workspace: Workspace | null = apply(emptyWorkspace('w', ''), { what: '', put, remove: [] }).workspace;
  const search = createSearch(() => workspace);
  return {
    find: (text: string) => search.find(text, 5).map(({ name }) => name),
    search,
    set: (next: Workspace | null) => {
      workspace = next;
    },
    now: () => workspace ?? emptyWorkspace('', ''),
  };
}

describe('search', () => {
  test.each([
    ['jose', ['José Łukasz']],
    ['lukasz', ['José Łukasz']],
    ['ana', ['Ana Sousa', 'Head of Sales']],
    ['an so', ['Ana Sousa', 'Head of Sales']],
    ['sousza', ['Ana Sousa', 'Head of Sales']],
    ['porto', ['Ana Sousa']],
    ['jl@acme', ['José Łukasz']],
    ['gmbh', ['Acme']],
    ['constructor', ['__proto__ constructor']],
    ['__proto__', ['__proto__ constructor']],
    ['李', ['李 小龙']],
    ['toString', []],
    ['   ', []],
  ])('%s', (text, expected) => {
    expect(opened().find(text)).toEqual(expected);
  });

  test('follows the workspace', () => {
    const { find, set, now } = opened();
    expect(find('marta')).toEqual([]);
    const marta = personByHand('person:marta', { name: 'Marta Silva' });
    set(apply(now(), { what: '', put: [marta], remove: ['person:ana'] }).workspace);
    expect(find('marta')).toEqual(['Marta Silva']);
    expect(find('sousa')).toEqual([]);
    set(
      apply(now(), { what: '', put: [{ ...marta, own: { ...marta.own, name: 'Marta Dias' } }], remove: [] }).workspace,
    );
    expect([find('dias'), find('silva')]).toEqual([['Marta Dias'], []]);
    set(emptyWorkspace('other', ''));
    expect(find('dias')).toEqual([]);
    set(null);
    expect(find('dias')).toEqual([]);
  });

  test('shows the position and the company', () => {
    expect(opened().search.find('jose', 1)).toEqual([
      { id: 'person:jose', kind: 'person', name: 'José Łukasz', detail: 'CFO, Acme' },
    ]);
  });
});
