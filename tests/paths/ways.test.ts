import { describe, expect, test } from 'vitest';
import type { Ask } from '#model/ask.ts';
import { type Me, NOBODY_YET } from '#model/me.ts';
import type { Statement } from '#model/tie.ts';
import { type Filter, PLAIN } from '#paths/answers/target-ways.ts';
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
} from '#tests/ties/records.ts';

type Records = Parameters<typeof workspaceOf>[0];
const talk = [messages([at('2026-10-02'), at('2026-10-21')], [at('2026-10-01'), at('2026-10-20')])];
const ana = contact('Ana Reis', 'beta', 'Data Engineer', { events: talk });
const ben = contact('Ben Okafor', 'acme', 'Analyst', { own: { closeness: 5 } });
const carl = contact('Carl Weiss', 'acme', 'Recruiter');
const dora = contact('Dora Lind', 'beta', 'Accountant', { own: { closeness: 3 } });
const marta = person('Marta Silva', {
  own: { name: 'Marta Silva', company: cid('acme'), position: 'Head of Data' },
});
const acme = company('acme', '11-50');
const base: Records = [
  acme,
  company('beta'),
  imported('mine'),
  ana,
  ben,
  carl,
  dora,
  marta,
  target('t', 'acme', 'marta'),
];
const told = (friend: string, word: Statement['says'] = 'know') => says(friend, 'marta', { says: word });

const names = (ways: readonly { id: string }[]) => ways.map(({ id }) => id.replaceAll('person:', ''));
function answer(records: Records, over: Parameters<typeof workspaceOf>[1] = {}, filter: Partial<Filter> = {}) {
  const found = createWays(workspaceOf(records, over), TODAY).ways(tid('t'), { ...PLAIN, ...filter });
  if (!found) throw new Error('no such target');
  return found;
}
const without = (records: Records, ...ids: string[]) =>
  records.filter(({ id }) => !ids.some((one) => id.endsWith(`:${one}`)));
const withOwn = (record: typeof ana, own: Partial<typeof ana.own>) => ({ ...record, own: { ...record.own, ...own } });

describe('a target page', () => {
  test('puts confirmed ways first, leads last, insiders below, and leaves HR out', () => {
    const found = answer([...base, told('ana', 'well')]);
    expect(names(found.confirmed)).toEqual(['ana>marta']);
    expect(names(found.leads)).toEqual(['ben>marta']);
    expect(found.leads[0]?.question).toBe(
      'Ben, do you know Marta Silva at Acme? Well, a little, or have you only met?',
    );
    expect(found.inside, 'Ben is a lead already').toEqual([]);
    const noLead = answer([...base, told('ana', 'well'), told('ben', 'no')]);
    expect(names(noLead.leads)).toEqual([]);
    expect(noLead.inside).toEqual([
      { person: pid('ben'), band: 'word', question: 'Ben, do you know who runs the team behind “Data Lead” at Acme?' },
    ]);
    expect(found.leftOut.hr).toEqual([pid('carl')]);
    expect(found.missing).toEqual([]);
  });

  test('shows band and percent on my step only, and the kind of tie on the others', () => {
    const [way] = answer([...base, told('ana', 'well')]).confirmed;
    expect(way?.steps).toMatchObject([
      { from: 'me', to: pid('ana'), band: 'warm', percent: 50, kind: null },
      { from: pid('ana'), to: pid('marta'), band: null, percent: null, kind: 'well', p: 0.9 },
    ]);
    expect(way?.evidence.map((step) => step[0]?.text)).toEqual([
      'Ana wrote to you twice, most recently 5 weeks ago, and answered all of your 2 messages.',
      'You were told that Ana knows Marta well (1 November 2026).',
    ]);
  });

  test('names the weaker step: least certain first, then least strong', () => {
    const [met] = answer([...base, told('ana', 'met')]).confirmed;
    expect([met?.weaker, met?.better]).toEqual([
      1,
      'Ask Ana how they met Marta, and whether they would talk to Marta.',
    ]);
    const [well] = answer([...base, told('ana', 'well')]).confirmed;
    expect([well?.weaker, well?.better]).toEqual([0, 'Say how close you are to Ana (1 to 5).']);
    const lead = answer(base).leads.at(0);
    expect([lead?.weaker, lead?.better]).toEqual([1, 'Ask Ben whether they know Marta.']);
  });

  test('a close friend ranks before somebody who only answers mail', () => {
    const ways = answer([...base, told('ana'), told('ben')]).confirmed;
    expect(names(ways)).toEqual(['ben>marta', 'ana>marta']);
  });

  test('the fallback is the next way by another first friend', () => {
    const ways = answer([...base, told('ana'), told('ben'), told('dora')]).confirmed;
    const fallback = (i: number) => ways[i]?.fallback?.replaceAll('person:', '');
    expect(names(ways)).toEqual(['ben>marta', 'ana>marta', 'dora>marta']);
    expect([fallback(0), fallback(1), fallback(2)]).toEqual(['ana>marta', 'dora>marta', 'ben>marta']);
    // Not in the list of one, and found all the same.
    expect(answer([...base, told('ana'), told('ben')], {}, { k: 1 }).confirmed[0]?.fallback).toBe(
      'person:ana>person:marta',
    );
    expect(answer([...without(base, 'ben'), told('ana')]).confirmed[0]?.fallback).toBeNull();
  });

  test('filters: without, through, and no more people between than asked for', () => {
    const records = [...base, says('ana', 'dora', {}), told('dora')];
    expect(names(answer(records).confirmed)).toEqual(['dora>marta']);
    const longer = answer(records, {}, { maxIntermediaries: 2 });
    expect(names(longer.confirmed)).toEqual(['ana>dora>marta', 'dora>marta'].reverse());
    expect(names(answer(records, {}, { maxIntermediaries: 2, through: [pid('ana')] }).confirmed)).toEqual([
      'ana>dora>marta',
    ]);
    expect(names(answer(records, {}, { maxIntermediaries: 2, without: [pid('dora')] }).confirmed)).toEqual([]);
    expect(names(answer(records, {}, { through: [pid('nobody')] }).confirmed)).toEqual([]);
    expect(names(answer(records, {}, { k: Number.NaN, maxIntermediaries: -1 }).confirmed)).toEqual([]);
  });
});

describe('the manager herself', () => {
  test('known to me is a way without anybody between', () => {
    const known = withOwn(marta, { known: [{ how: 'worked', on: TODAY }] });
    expect(names(answer([...without(base, 'marta'), known]).confirmed)).toEqual(['marta']);
  });

  test('comes before a close friend who knows her, whatever the order of my ties', () => {
    const wrote = { ...marta, events: talk };
    const records = [...without(base, 'marta'), wrote, told('ben', 'well'), told('ana', 'well')];
    expect(names(answer(records).confirmed)).toEqual(['marta', 'ben>marta', 'ana>marta']);
    expect(names(answer(records, {}, { k: 1 }).confirmed)).toEqual(['marta']);
    expect(names(answer(records, {}, { through: [pid('ben')] }).confirmed)).toEqual(['ben>marta']);
    expect(names(answer(records, {}, { k: 0 }).confirmed)).toEqual([]);
  });

  test('only on my list is a listed way, still a stranger', () => {
    const listed = { ...marta, sightings: [sighting({ name: 'Marta Silva', company: cid('acme') })] };
    const found = answer([...without(base, 'marta'), listed]);
    expect(names(found.listed)).toEqual(['marta']);
    expect(found.listed[0]?.better).toBe(
      'You and Marta have never spoken, as far as your files say. A friend is better.',
    );
    expect(found.confirmed).toEqual([]);
  });

  test('a target without one has no ways and says so', () => {
    const found = answer([...without(base, 't'), target('t', 'acme', null)]);
    expect([found.confirmed, found.listed, found.leads]).toEqual([[], [], []]);
    expect(found.missing).toContain('no-manager');
    expect(found.inside.map((one) => one.person)).toEqual([pid('ben')]);
    expect(createWays(workspaceOf(base), TODAY).ways(tid('other'), PLAIN)).toBeNull();
  });
});

describe('listed ties and leads', () => {
  const hers = imported('hers', pid('dora'));
  const onHerList = {
    ...marta,
    sightings: [sighting({ name: 'Marta Silva', company: cid('acme'), imports: [hers.id], connected: '2020-02-02' })],
  };
  const records = [...without(base, 'marta'), hers, onHerList];

  test("a friend's list gives a listed way, asked about first", () => {
    const [way] = answer(records).listed;
    expect(way?.people).toEqual([pid('dora'), pid('marta')]);
    expect(way?.better).toBe('Ask Dora how well they know Marta.');
    expect(way?.evidence[1]?.[0]).toMatchObject({
      source: 'Connections.csv',
      on: '2020-02-02',
      imports: [iid('hers')],
    });
  });

  test('a dated "no" takes it away, a yes makes it confirmed', () => {
    expect(answer([...records, says('dora', 'marta', { says: 'no' })]).listed).toEqual([]);
    expect(names(answer([...records, told('dora')]).confirmed)).toEqual(['dora>marta']);
  });

  test('an old list that no longer has her says nothing', () => {
    const gone = { ...onHerList, sightings: onHerList.sightings.map((seen) => ({ ...seen, gone: TODAY })) };
    expect(answer([...without(records, 'marta'), gone]).listed).toEqual([]);
  });

  test('leads: at most five, none with the size unknown or more than 500 people', () => {
    const many = Array.from({ length: 9 }, (_, i) => contact(`X${i} Y`, 'acme', 'Analyst'));
    expect(answer([...base, ...many], {}, { k: 20 }).leads).toHaveLength(5);
    for (const size of ['more', null] as const) {
      const found = answer([...without(base, 'acme'), company('acme', size)]);
      expect(found.leads).toEqual([]);
      expect(found.sizes.filter(({ unit }) => unit === null)).toEqual([{ company: cid('acme'), unit: null, size }]);
    }
  });

  test('"I think so" is a lead, not a way', () => {
    const found = answer([...without(base, 'ben'), says('dora', 'marta', { how: 'think', says: 'well' })]);
    expect([names(found.confirmed), names(found.leads)]).toEqual([[], ['dora>marta']]);
  });
});

describe('who is left out', () => {
  const ways = (...records: Records) => answer([...without(base, 'ben'), ...records, told('ana'), told('dora')]);

  test('do not contact, HR by word and HR of the target: nowhere on a way', () => {
    for (const own of [{ doNotContact: { on: TODAY, reason: '' } }, { hr: true }]) {
      const found = ways(withOwn(ana, own));
      expect(names(found.confirmed)).toEqual(['dora>marta']);
      expect([...found.leftOut.doNotContact, ...found.leftOut.hr]).toContain(pid('ana'));
    }
    const found = ways(target('t', 'acme', 'marta', { hr: [pid('dora')] }));
    expect(names(found.confirmed)).toEqual(['ana>marta']);
    expect(found.leftOut.hr).toEqual([pid('carl'), pid('dora')]);
  });

  test('somebody whose title says HR is left out at the target, unless the user says they are not', () => {
    const knows = [...base, told('carl')];
    expect(answer(knows).listed).toEqual([]);
    expect(names(answer([...knows, withOwn(carl, { hr: false })]).listed)).toEqual(['carl>marta']);
    const elsewhere = {
      ...carl,
      sightings: [sighting({ name: 'Carl Weiss', company: cid('beta'), position: 'Recruiter' })],
    };
    expect(names(answer([...knows, elsewhere]).listed)).toEqual(['carl>marta']);
  });

  test('a hiring manager in HR is still the hiring manager', () => {
    const chief = withOwn(marta, { position: 'Head of Talent Acquisition', hr: true });
    expect(names(ways(chief).confirmed)).toEqual(['dora>marta', 'ana>marta'].sort());
  });

  test('"no job asks" only loses the first step', () => {
    const quiet = withOwn(dora, { leaveOut: { on: TODAY, reason: '' } });
    const found = answer([...base, quiet, told('dora'), says('ana', 'dora', {})], {}, { maxIntermediaries: 2 });
    expect(names(found.confirmed)).toEqual(['ana>dora>marta']);
    expect(found.leftOut.noAsks).toEqual([pid('dora')]);
  });

  test('the employer that must not know, and only then; by name where no company was chosen', () => {
    const me = (still: 'hidden' | 'known', id: string | null, name: string): Me => ({
      ...NOBODY_YET,
      employers: [{ company: id === null ? null : cid(id), name, title: '', from: '', to: '', still, imports: [] }],
    });
    const records = [...base, told('ana'), told('ben')];
    expect(names(answer(records, { me: me('known', 'beta', 'Beta') }).confirmed)).toEqual(['ben>marta', 'ana>marta']);
    for (const hidden of [me('hidden', 'beta', 'Beta'), me('hidden', null, ' BETA ')]) {
      const found = answer(records, { me: hidden });
      expect(names(found.confirmed)).toEqual(['ben>marta']);
      expect(found.leftOut).toMatchObject({ employer: [pid('ana'), pid('dora')], employerNames: ['Beta'] });
    }
  });

  test('a friend who said no to this target is neither asked again nor routed round', () => {
    const ask = { id: 'ask:1', target: tid('t'), friend: pid('ana'), state: 'declined', history: [] } as unknown as Ask;
    const found = answer(
      [...base, told('ana'), told('dora'), says('ana', 'dora', {})],
      { asks: new Map([['ask:1', ask]]) },
      { maxIntermediaries: 2 },
    );
    expect(names(found.confirmed)).toEqual(['dora>marta']);
    expect(found.leftOut.closed).toEqual([pid('ana')]);
  });
});

describe('why there is no verified way', () => {
  test('a bare list makes no way in', () => {
    const bare = answer([company('acme'), imported('mine'), ana, ben, marta, target('t', 'acme', 'marta')]);
    expect(bare).toMatchObject({ confirmed: [], listed: [], leads: [], missing: ['star-only'] });
    expect(bare.sizes).toEqual([{ company: cid('acme'), unit: null, size: null }]);
  });

  test('nobody at all, or everybody left out', () => {
    expect(answer([company('acme', 'more'), marta, target('t', 'acme', 'marta')]).missing).toEqual(['no-contacts']);
    const quiet = withOwn(ana, { doNotContact: { on: TODAY, reason: '' } });
    expect(answer([...without(base, 'ben', 'carl', 'ana'), quiet, told('ana')]).missing).toEqual(['all-left-out']);
  });
});

test('people named like parts of an object are people', () => {
  const odd = ['constructor', '__proto__', 'toString'].map((name) =>
    contact(name, 'beta', '', { own: { closeness: 4 } }),
  );
  const found = answer([...without(base, 'ben'), ...odd, told('constructor'), told('__proto__')]);
  expect(names(found.confirmed)).toEqual(['__proto__>marta', 'constructor>marta']);
  expect(names(answer([...base, ...odd, told('tostring')]).confirmed)).toEqual(['tostring>marta']);
});
