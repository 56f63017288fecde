import fc from 'fast-check';
import { expect, test } from 'vitest';
import { filled } from '#model/change.ts';
import { type Entry, emptyWorkspace, entriesOf } from '#model/workspace.ts';
import { Arriving } from '#paths/answers/arriving.ts';
import { PLAIN } from '#paths/answers/target-ways.ts';
import { createWays, type Ways } from '#paths/ways.ts';
import { generated } from '#tests/bench/ties-workspace.ts';
import { TODAY } from '#tests/ties/records.ts';

const workspace = generated({
  contacts: 60,
  people: 150,
  friends: 4,
  perList: 40,
  companies: 9,
  messages: 900,
  targets: 4,
});
const stored = entriesOf(workspace).sort((a, b) => (a.id < b.id ? -1 : 1));

const answers = (ways: Ways) => ({
  targets: [...workspace.targets.keys()].map((id) => ways.ways(id, { ...PLAIN, maxIntermediaries: 2 })),
  portfolio: ways.portfolio(),
  people: ways.people(),
  questions: ways.questions(20),
});

function arrived(entries: readonly Entry[]): Arriving {
  const arriving = new Arriving();
  for (const entry of entries) arriving.add(entry);
  return arriving;
}

test('what was gathered while the records arrived gives the answers of a fresh start', () => {
  const opened = filled(emptyWorkspace('', ''), stored);
  const gathered = arrived(stored).facts(opened);
  expect(gathered?.all.length).toBe(workspace.people.size);
  expect(gathered?.context.shift).not.toBe(0);
  expect(answers(createWays(opened, TODAY, arrived(stored)))).toEqual(answers(createWays(opened, TODAY)));
});

test('in any other order, or of other records, nothing is taken from it', () => {
  const expected = answers(createWays(workspace, TODAY));
  fc.assert(
    fc.property(fc.shuffledSubarray(stored, { minLength: stored.length - 2 }), (entries) => {
      expect(answers(createWays(workspace, TODAY, arrived(entries)))).toEqual(expected);
    }),
    { numRuns: 20 },
  );
  const late = [...stored].sort((a, b) => Number(a.id.startsWith('import:')) - Number(b.id.startsWith('import:')));
  expect(arrived(late).facts(workspace)).toBeNull();
  expect(arrived(stored.filter(({ id }) => id !== 'person:p7')).facts(workspace)).toBeNull();
});
