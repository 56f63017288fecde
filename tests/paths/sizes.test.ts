import { describe, expect, test } from 'vitest';
import { PLAIN } from '#paths/answers/target-ways.ts';
import { createWays } from '#paths/ways.ts';
import {
  cid,
  company,
  contact,
  imported,
  person,
  says,
  sighting,
  TODAY,
  target,
  tid,
  workspaceOf,
} from '#tests/ties/records.ts';

type Records = Parameters<typeof workspaceOf>[0];
const ben = contact('Ben Okafor', 'acme', 'Analyst', { own: { closeness: 5 } });
const marta = person('Marta Silva', {
  own: { name: 'Marta Silva', company: cid('acme'), position: 'Head of Data' },
});
const base: Records = [company('beta'), imported('mine'), target('t', 'acme', 'marta')];

function answer(records: Records) {
  const found = createWays(workspaceOf(records), TODAY).ways(tid('t'), PLAIN);
  if (!found) throw new Error('no such target');
  return found;
}
const names = (ways: readonly { id: string }[]) => ways.map(({ id }) => id.replaceAll('person:', ''));
const without = (records: Records, ...ids: string[]) =>
  records.filter(({ id }) => !ids.some((one) => id.endsWith(`:${one}`)));

describe('about how many people work there', () => {
  const open = ({ sizes }: ReturnType<typeof answer>) => sizes.filter(({ size }) => size === null);
  const inside = (name: string, over: object) =>
    contact(name, 'acme', '', { sightings: [sighting({ name, company: cid('acme'), ...over })] });
  const large = [...base, company('acme', 'more')];

  test('is asked of a former employer of the manager too, where somebody of mine was there with them', () => {
    const was = (name: string, now: string) => [
      sighting({ name, company: cid('gamma'), seen: '2018-01-01' }),
      sighting({ name, company: cid('gamma'), seen: '2021-01-01', row: 3 }),
      sighting({ name, company: cid(now), seen: '2026-11-20', row: 4 }),
    ];
    const records = [
      ...base,
      company('acme', 'more'),
      company('gamma'),
      { ...marta, sightings: was('Marta Silva', 'acme') },
    ];
    const nobody = answer(records);
    expect(open(nobody)).toEqual([]);
    const eva = contact('Eva Roth', 'beta', '', { sightings: was('Eva Roth', 'beta') });
    expect(open(answer([...records, eva]))).toEqual([{ company: cid('gamma'), unit: null, size: null }]);
    const sized = answer([...without(records, 'gamma'), company('gamma', '11-50'), eva]);
    expect(names(sized.leads)).toEqual(['eva>marta']);
    expect(sized.sizes).toContainEqual({ company: cid('gamma'), unit: null, size: '11-50' });
  });

  test('of a department in a large company, where it would open a lead, and the answer does', () => {
    const tax = { department: 'Tax' };
    const records = [...large, inside('Marta Silva', tax), inside('Ben Oak', tax)];
    expect(answer(records).leads).toEqual([]);
    expect(open(answer(records))).toEqual([{ company: cid('acme'), unit: 'Tax', size: null }]);
    const acme = { ...company('acme', 'more'), units: [{ name: 'Tax', size: '1-10' as const }] };
    const told = answer([...without(records, 'acme'), acme]);
    expect([names(told.leads), open(told)]).toEqual([['ben>marta'], []]);
    expect(told.leads[0]?.evidence[1]?.[0]?.text).toContain('in Tax (up to 10 people there)');
  });

  test('never where no answer would open one: they do not know each other, or a better tie joins them', () => {
    const records = [...base, ben, marta, company('acme')];
    expect(open(answer(records))).toHaveLength(1);
    expect(open(answer([...records, says('ben', 'marta', { says: 'no' })]))).toEqual([]);
    expect(open(answer([...records, says('ben', 'marta', {})]))).toEqual([]);
  });
});
