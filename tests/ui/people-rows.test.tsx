import { describe, expect, test } from 'vitest';
import type { CompanyId, PersonId } from '#model/ids.ts';
import { personByHand } from '#model/person.ts';
import { emptyWorkspace, type Workspace } from '#model/workspace.ts';
import type { MyTie } from '#ties/types.ts';
import { filterRows, NO_FILTER, rolesIn, rowsOf, sortRows } from '#ui/people/rows.ts';
import { moveBy, type TableState } from '#ui/people/selection.ts';

const ACME: CompanyId = 'company:acme';

function workspaceOf(...names: readonly string[]): Workspace {
  const people = names.map((name, at) => personByHand(`person:${at}`, { name, company: at % 2 === 0 ? ACME : null }));
  return {
    ...emptyWorkspace('w', 'w'),
    companies: new Map([
      [ACME, { id: ACME, name: 'Acme & Söhne', names: [], imports: [], size: null, tags: [], note: '' }],
    ]),
    people: new Map(people.map((person) => [person.id, person])),
  };
}

function tie(person: PersonId, standing: MyTie['standing'], p: number, lastWrote: number | null = null): MyTie {
  const facts = {
    wrote: 0,
    sent: 0,
    answered: 0,
    days: null,
    firstWrote: null,
    lastWrote,
    lastSent: null,
    quiet: null,
    waiting: 0,
    asOf: null,
    meetings: 0,
  };
  return { person, standing, p, order: p, band: 'none', percent: null, label: null, facts };
}

const names = (rows: readonly { name: string }[]) => rows.map((row) => row.name);

describe('rows', () => {
  const workspace = workspaceOf('José Ångström', '__proto__', 'constructor', 'Ana Costa');
  const columns = {
    ids: ['person:0', 'person:1', 'person:2'] as const,
    ties: [
      tie('person:0', 'listed', 0.9),
      tie('person:1', 'confirmed', 0.2, 86_400),
      tie('person:2', 'inferred', 0.99),
    ],
  };
  const rows = rowsOf(workspace, columns);

  test('a confirmed tie comes before a stronger listed one, and nobody of mine comes last', () => {
    const sorted = sortRows(rows, { key: 'warmth', down: true });
    expect(names(sorted)).toEqual(['__proto__', 'José Ångström', 'constructor', 'Ana Costa']);
  });

  test('names sort without regard to case and accents, ties in a column by name', () => {
    expect(names(sortRows(rows, { key: 'name', down: false }))).toEqual([
      '__proto__',
      'Ana Costa',
      'constructor',
      'José Ångström',
    ]);
    expect(names(sortRows(rows, { key: 'closeness', down: true }))[0]).toBe('__proto__');
    expect(names(sortRows(rows, { key: 'last', down: true }))[0]).toBe('__proto__');
  });

  test.each([
    ['jose ang', ['José Ångström']],
    ['angstrom', ['José Ångström']],
    ['sohne', ['José Ångström', 'constructor']],
    ['an', ['José Ångström', 'Ana Costa']],
    ['', ['José Ångström', '__proto__', 'constructor', 'Ana Costa']],
    ['nobody', []],
  ])('typing %j finds by name and company', (typed, found) => {
    expect(names(filterRows(rows, { ...NO_FILTER, typed }))).toEqual(found);
  });

  test('filters combine; "not said yet" and "no tie of yours" are filters too', () => {
    expect(names(filterRows(rows, { ...NO_FILTER, standing: 'none' }))).toEqual(['Ana Costa']);
    expect(names(filterRows(rows, { ...NO_FILTER, company: ACME, standing: 'listed' }))).toEqual(['José Ångström']);
    expect(filterRows(rows, { ...NO_FILTER, closeness: 'unsaid' })).toHaveLength(4);
    expect(filterRows(rows, { ...NO_FILTER, closeness: '5' })).toHaveLength(0);
  });

  test('before the worker has answered everybody is listed without a tie', () => {
    expect(rowsOf(workspace, null).every((row) => row.tie === null)).toBe(true);
  });
});

test('roles are derived from lists that were shared', () => {
  const workspace = workspaceOf('Ana');
  const imports = new Map([
    [
      'import:1' as const,
      {
        id: 'import:1' as const,
        on: '2026-01-01',
        owner: 'person:0' as const,
        files: [],
        newest: null,
        counts: { added: 0, same: 0, updated: 0, hidden: 0, problems: 0 },
      },
    ],
  ]);
  expect(rolesIn({ ...workspace, imports }).get('person:0')).toEqual(['shared a list']);
});

describe('keys of the table', () => {
  const ids: PersonId[] = ['person:a', 'person:b', 'person:c', 'person:d'];
  const press = (state: TableState, key: string, shift = false, command = false) =>
    moveBy(state, { key, shift, command }, ids, 2);
  const start: TableState = { at: 0, from: 0, selected: [] };

  test('arrows, pages and ends stay inside the list', () => {
    expect(press(start, 'ArrowUp')?.at).toBe(0);
    expect(press(start, 'PageDown')?.at).toBe(2);
    expect(press(start, 'End')?.at).toBe(3);
    expect(press({ ...start, at: 3 }, 'ArrowDown')?.at).toBe(3);
    expect(press(start, 'x')).toBeNull();
    expect(moveBy(start, { key: 'ArrowDown', shift: false, command: false }, [], 2)).toBeNull();
  });

  test('Shift runs from where it began, in both directions', () => {
    const run = press({ ...start, at: 1, from: 1 }, 'ArrowDown', true);
    expect(run?.selected).toEqual(['person:b', 'person:c']);
    expect(press({ at: 2, from: 1, selected: [] }, 'Home', true)?.selected).toEqual(['person:a', 'person:b']);
  });

  test('Space turns one over, Ctrl A takes all, Escape takes none', () => {
    const one = press(start, ' ');
    expect(one?.selected).toEqual(['person:a']);
    expect(one && press(one, ' ')?.selected).toEqual([]);
    expect(press(start, 'a', false, true)?.selected).toEqual(ids);
    expect(press({ ...start, selected: ids }, 'Escape')?.selected).toEqual([]);
    expect(press(start, 'Escape')).toBeNull();
  });
});
