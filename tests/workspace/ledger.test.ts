import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apply, type Change } from '#model/change.ts';
import { emptyWorkspace, type Workspace } from '#model/workspace.ts';
import { company, person, pid } from '#tests/ties/records.ts';
import { difference } from '#workspace/ledger.ts';

const names = fc.constantFrom('a', 'b', 'constructor', '__proto__');
const changes: fc.Arbitrary<Change> = fc.oneof(
  names.map((name) => ({ what: '', put: [person(name), company(name)], remove: [] })),
  names.map((name) => ({ what: '', put: [], remove: [pid(name)] })),
  fc.constant({ what: '', put: [emptyWorkspace('', '').me], remove: [] }),
);

const told = ({ put, remove }: Change) => ({ put: new Set(put), remove: new Set(remove) });

test('the difference of two states is the same whether the changes between them are known or not', () => {
  fc.assert(
    fc.property(fc.array(changes, { maxLength: 6 }), fc.nat(6), (all, from) => {
      const states: Workspace[] = [emptyWorkspace('w', '')];
      for (const change of all) states.push(apply(states.at(-1) as Workspace, change).workspace);
      const [before, after] = [states[Math.min(from, all.length)] as Workspace, states.at(-1) as Workspace];
      expect(told(difference('', before, after))).toEqual(told(difference('', before, { ...after })));
      expect(told(difference('', after, before))).toEqual(told(difference('', after, { ...before })));
    }),
    { numRuns: 200 },
  );
});
