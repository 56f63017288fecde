import { describe, expect, test } from 'vitest';
import { apply, type Change } from '#model/change.ts';
import { tieIdOf } from '#model/ids.ts';
import { personByHand } from '#model/person.ts';
import { emptyWorkspace, type Workspace } from '#model/workspace.ts';
import { settleDoubles } from '#workspace/changes/merge-people.ts';
import { addStatement } from '#workspace/changes/tie.ts';

const next = (workspace: Workspace, change: Change): Workspace => apply(workspace, change).workspace;
const withPeople = (...names: string[]): Workspace =>
  next(emptyWorkspace('w', ''), {
    what: '',
    put: names.map((name) => personByHand(`person:${name}`, { name })),
    remove: [],
  });

describe('answers to "Same person?"', () => {
  const who = (workspace: Workspace) => [...workspace.people.keys()].sort();

  test('join in chains, keep apart, and leave no trace of an id that went', () => {
    const at = withPeople('a', 'b', 'c', 'd', 'e');
    const change = settleDoubles(at, [
      { about: 'person:b', same: 'person:a', options: ['person:a'] },
      { about: 'person:c', same: 'person:b', options: ['person:b', 'person:d'] },
      { about: 'person:e', same: null, options: ['person:d', 'person:c'] },
    ]);
    const settled = next(at, change);
    expect(change.what).toBe('Same person: 2 people joined, 1 person kept apart');
    expect(who(settled)).toEqual(['person:a', 'person:d', 'person:e']);
    expect(settled.people.get('person:e')?.own.notSame).toEqual(['person:d']);
    expect(settled.people.get('person:d')?.own.notSame).toEqual(['person:e']);
  });

  test('a tie that two joined ties make has each statement once', () => {
    let at = withPeople('keep', 'away', 'marta');
    const says = { on: '2026-01-01', how: 'told', says: 'met' } as const;
    at = next(at, addStatement(at, 'person:away', 'person:marta', says));
    at = next(at, addStatement(at, 'person:keep', 'person:marta', { ...says, on: '2026-02-02', by: 'person:away' }));
    const merged = next(
      at,
      settleDoubles(at, [{ about: 'person:away', same: 'person:keep', options: ['person:keep'] }]),
    );
    const tie = merged.ties.get(tieIdOf('person:keep', 'person:marta'));
    expect(tie?.statements.map(({ on, by }) => [on, by])).toEqual([
      ['2026-01-01', null],
      ['2026-02-02', 'person:keep'],
    ]);
  });
});
