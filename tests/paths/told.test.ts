import { expect, test } from 'vitest';
import type { OwnWords } from '#model/person.ts';
import { PLAIN } from '#paths/answers/target-ways.ts';
import { createWays } from '#paths/ways.ts';
import {
  at,
  cid,
  company,
  contact,
  imported,
  messages,
  person,
  pid,
  says,
  TODAY,
  target,
  tid,
  workspaceOf,
} from '#tests/ties/records.ts';

type Records = Parameters<typeof workspaceOf>[0];
const talk = [messages([at('2026-10-02'), at('2026-10-21')], [at('2026-10-01'), at('2026-10-20')])];
const ana = (own: Partial<OwnWords> = {}) => contact('Ana Reis', 'beta', 'Data Engineer', { events: talk, own });
const dora = contact('Dora Lind', 'beta', 'Accountant', { own: { closeness: 3 } });
const ben = contact('Ben Okafor', 'beta', 'Analyst', { own: { closeness: 5 } });
const named = (name: string) => person(name, { own: { name, company: cid('acme') } });
const base: Records = [
  company('acme'),
  company('beta'),
  imported('mine'),
  dora,
  ben,
  named('Marta Silva'),
  named('Eva Lund'),
  target('t', 'acme', 'marta'),
];

function top(records: Records) {
  const found = createWays(workspaceOf([...base, ...records]), TODAY).ways(tid('t'), {
    ...PLAIN,
    maxIntermediaries: 2,
  });
  return found?.confirmed[0];
}

test('without the weaker step: the best way that does not take it, which the fallback may', () => {
  const met = [ana(), says('ana', 'eva', {}), says('dora', 'eva', {}), says('eva', 'marta', { says: 'met' })];
  const way = top(met);
  expect([way?.id, way?.weaker, way?.fallback]).toEqual([
    'person:ana>person:eva>person:marta',
    2,
    'person:dora>person:eva>person:marta',
  ]);
  expect(way?.otherwise).toBeNull();
  const lead = says('ben', 'marta', { how: 'think' });
  expect(top([...met, lead])?.otherwise).toEqual([pid('ben'), pid('marta')]);
});

test('without a step of mine the fallback is next', () => {
  const way = top([ana(), says('ana', 'marta', { says: 'well' }), says('dora', 'marta', { says: 'met' })]);
  expect([way?.weaker, way?.fallback, way?.otherwise]).toEqual([0, 'person:dora>person:marta', null]);
});

test('what would make it better is the step that would raise it most', () => {
  const better = (own: Partial<OwnWords>, word: 'know' | 'well') =>
    top([ana(own), says('ana', 'marta', { says: word })])?.better;
  // A word of mine takes 50 % to 77, one of hers "knows" from .6 to .9.
  expect(better({}, 'know')).toBe('Say how close you are to Ana (1 to 5).');
  expect(better({ closeness: 3 }, 'know')).toBe('Ask Ana how well they know Marta.');
  expect(better({ closeness: 3 }, 'well')).toBe('Get back in touch with Ana before you ask for anything.');
});
