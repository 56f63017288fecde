import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { apply, type Change } from '#model/change.ts';
import type { PersonId } from '#model/ids.ts';
import { personByHand } from '#model/person.ts';
import { emptyWorkspace, type Workspace } from '#model/workspace.ts';

const person = (id: PersonId, name: string) => personByHand(id, { name });
const IDS: PersonId[] = ['person:ana', 'person:__proto__', 'person:constructor', 'person:toString'];

const change: fc.Arbitrary<Change> = fc.record({
  what: fc.string(),
  put: fc.array(
    fc.tuple(fc.constantFrom(...IDS), fc.string()).map(([id, name]) => person(id, name)),
    { maxLength: 5 },
  ),
  remove: fc.array(fc.constantFrom(...IDS), { maxLength: 3 }),
});

const content = (workspace: Workspace) => new Map([...workspace.people].sort(([a], [b]) => (a < b ? -1 : 1)));

test('the inverse of a change takes exactly that change back', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 4 }), change, (before, last) => {
      const start = before.reduce((at, step) => apply(at, step).workspace, emptyWorkspace('workspace:x', 'x'));
      const { workspace, inverse } = apply(start, last);
      const back = apply(workspace, inverse).workspace;
      expect(content(back)).toEqual(content(start));
      expect(back.revision).toBe(start.revision + 2);
    }),
  );
});

test('the workspace before is untouched', () => {
  const before = emptyWorkspace('workspace:x', 'x');
  const { workspace } = apply(before, { what: 'add', put: [person('person:ana', 'Ana')], remove: [] });
  expect(before.people.size).toBe(0);
  expect(workspace.people.size).toBe(1);
  expect(workspace.companies).toBe(before.companies);
});

test('removing what is not there changes nothing but the revision', () => {
  const before = emptyWorkspace('workspace:x', 'x');
  const { workspace, inverse } = apply(before, { what: 'remove', put: [], remove: ['person:nobody'] });
  expect(workspace.people.size).toBe(0);
  expect(inverse.put).toEqual([]);
});

test('my own record is replaced and restored', () => {
  const before = emptyWorkspace('workspace:x', 'x');
  const { workspace, inverse } = apply(before, { what: 'me', put: [{ ...before.me, name: 'Jo' }], remove: [] });
  expect(workspace.me.name).toBe('Jo');
  expect(apply(workspace, inverse).workspace.me).toEqual(before.me);
});
