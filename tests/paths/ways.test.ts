import { describe, expect, test } from 'vitest';
import { NOBODY_YET } from '#model/me.ts';
import { PLAIN } from '#paths/target-ways.ts';
import { createWays } from '#paths/ways.ts';
import {
  at,
  cid,
  company,
  contact,
  iid,
  imported,
  messages,
  person,
  pid,
  says,
  sighting,
  TODAY,
  target,
  tid,
  workspaceOf,
} from '../ties/records.ts';

const two = [at('2026-10-01'), at('2026-10-20')];
const ana = contact('Ana Reis', 'beta', 'Data Engineer', {
  events: [messages([at('2026-10-02'), at('2026-10-21')], two)],
});
const ben = contact('Ben Okafor', 'acme', 'Analyst', { own: { closeness: 5 } });
const carl = contact('Carl Weiss', 'acme', 'Recruiter');
const marta = person('Marta Silva', { own: { name: 'Marta Silva', company: cid('acme'), position: 'Head of Data' } });
const base = [
  company('acme', '11-50'),
  company('beta'),
  imported('mine'),
  ana,
  ben,
  carl,
  marta,
  target('t', 'acme', 'marta'),
];
const ids = (ways: readonly { id: string }[]) => ways.map(({ id }) => id.replaceAll('person:', ''));
const answer = (
  records: Parameters<typeof workspaceOf>[0],
  over: Parameters<typeof workspaceOf>[1] = {},
  filter = {},
) => {
  const found = createWays(workspaceOf(records, over), TODAY).ways(tid('t'), { ...PLAIN, ...filter });
  if (!found) throw new Error('no such target');
  return found;
};

describe('a target page', () => {
  test('puts a confirmed way first, a lead last, the insider below, and leaves HR out', () => {
    const found = answer([...base, says('ana', 'marta', { how: 'told', says: 'well' })]);
    expect(ids(found.confirmed)).toEqual(['ana>marta']);
    expect(ids(found.leads)).toEqual(['ben>marta']);
    expect(found.leads[0]?.question).toBe(
      'Ben, do you know Marta Silva at Acme? Well, a little, or have you only met?',
    );
    expect(found.inside.map((one) => one.person)).toEqual([pid('ben')]);
    expect(found.leftOut.hr).toEqual([pid('carl')]);
    expect(found.missing).toEqual([]);
  });
});
