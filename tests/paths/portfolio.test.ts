import { describe, expect, test } from 'vitest';
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
const talk = (last: string, first = '2020-01-01') => [messages([at(first), at(last)], [at(first) - 60, at(last) - 60])];
const ana = contact('Ana Reis', 'beta', 'Data Engineer', { events: talk('2026-10-20') });
const ben = contact('Ben Okafor', 'acme', 'Analyst', { own: { closeness: 5 } });
const cleo = contact('Cleo Marsh', 'gamma', 'Accountant', { events: talk('2024-03-01') });
const manager = (name: string, at: string, position = 'Head of Data') =>
  person(name, { own: { name: `${name} Boss`, company: cid(at), position } });
const base: Records = [
  company('acme', '11-50'),
  company('beta', '51-200'),
  company('gamma'),
  imported('mine'),
  ana,
  ben,
  cleo,
  manager('Marta', 'acme'),
  manager('Noor', 'delta'),
  target('t', 'acme', 'marta'),
  target('u', 'delta', 'noor'),
  target('v', 'acme', null),
  company('delta', 'more'),
];
const of = (records: Records) => createWays(workspaceOf(records), TODAY);

describe('the portfolio', () => {
  const records = [...base, says('ana', 'marta', {}), says('ana', 'noor', {}), says('cleo', 'noor', {})];

  test('has the best way per target and how many there are', () => {
    const { targets } = of(records).portfolio();
    expect(targets.map(({ target: id, best, ways }) => [id, best?.id ?? null, ways])).toEqual([
      [tid('t'), 'person:ana>person:marta', 2],
      [tid('u'), 'person:ana>person:noor', 2],
      [tid('v'), null, 0],
    ]);
  });

  test('ranks who opens the most doors; closed targets do not count', () => {
    const doors = (...more: Records) =>
      of([...records, ...more])
        .portfolio()
        .doors.map(({ friend, opens }) => [friend, opens.length]);
    expect(doors()).toEqual([
      [pid('ana'), 2],
      [pid('cleo'), 1],
      [pid('ben'), 1],
    ]);
    const closed = target('u', 'delta', 'noor', { closed: { on: TODAY, how: 'done' } });
    expect(doors(closed)).toEqual([
      [pid('ana'), 1],
      [pid('ben'), 1],
    ]);
  });

  test('a company is warm by independent first steps; a short list counts more than an unknown one', () => {
    const hers = imported('hers', pid('ana'));
    const there = (name: string, at: string) =>
      person(name, { sightings: [sighting({ name, company: cid(at), imports: [hers.id] })] });
    const { warm } = of([...base, hers, there('x', 'gamma'), there('y', 'epsilon'), company('epsilon')]).portfolio();
    const shared = 1 / Math.log(10);
    const unknown = 1 / Math.log(500);
    expect(warm.map(({ company: id }) => id)).toEqual([cid('gamma'), cid('beta'), cid('epsilon')]);
    expect(warm[0]?.score).toBeCloseTo(shared + unknown, 10);
    expect(warm[1]).toMatchObject({ people: 1, withMessages: 1 });
    expect(warm[2]).toMatchObject({ people: 0, withMessages: 0 });
    expect(warm[2]?.score).toBeCloseTo(shared, 10);
  });

  test('each warm company says the best way to somebody there, and never by anybody left out', () => {
    const hers = imported('hers', pid('ana'));
    const there = (name: string, at: string) =>
      person(name, { sightings: [sighting({ name, company: cid(at), imports: [hers.id] })] });
    const records = [hers, there('x', 'gamma'), there('y', 'epsilon'), company('epsilon')];
    const best = (all: Records) =>
      of(all)
        .portfolio()
        .warm.map((row) => [row.company, row.best?.people.join(' > '), row.best?.standing]);
    expect(best([...base, ...records])).toEqual([
      [cid('gamma'), 'person:cleo', 'confirmed'],
      [cid('beta'), 'person:ana', 'confirmed'],
      [cid('epsilon'), 'person:ana > person:y', 'listed'],
    ]);
    const without = base.map((one) =>
      one === cleo ? { ...cleo, own: { ...cleo.own, doNotContact: { on: TODAY, reason: '' } } } : one,
    );
    expect(best([...without, ...records])).toContainEqual([cid('gamma'), 'person:ana > person:x', 'listed']);
  });

  test('says whether there are messages at all', () => {
    expect(of(base).portfolio().hasMessages).toBe(true);
    expect(of([contact('Ana Reis', 'beta')]).portfolio().hasMessages).toBe(false);
    expect(of([]).portfolio()).toEqual({ targets: [], doors: [], warm: [], hasMessages: false });
  });
});

describe('likely hiring managers', () => {
  const at = (name: string, position: string) => contact(`${name} X`, 'acme', position);
  const staff = [
    at('Lead', 'Lead Data Scientist'),
    at('Head', 'Head of Data'),
    at('Chief', 'CEO'),
    at('Sales', 'Sales Director'),
    at('Peer', 'Data Analyst'),
    at('Recruit', 'Head of Talent Acquisition'),
    at('Assist', 'Executive Assistant to the CEO'),
  ];
  const guesses = (title: string) => of([company('acme'), ...staff]).managers(cid('acme'), title);

  test('are of the same function and above the role, each with the reason', () => {
    const found = guesses('Senior Data Analyst');
    expect(found.map(({ person: id }) => id)).toEqual([pid('lead'), pid('head'), pid('chief')]);
    expect(found[1]?.reason).toBe('Head of Data at Acme: director level in data.');
    expect(guesses('Sales Manager').map(({ person: id }) => id)[0]).toBe(pid('sales'));
  });

  test('are in HR only for a role in HR', () => {
    expect(guesses('Recruiter').map(({ person: id }) => id)[0]).toBe(pid('recruit'));
    expect(of([]).managers(cid('acme'), 'Data Analyst')).toEqual([]);
  });
});

describe('who knows whom', () => {
  const pairs = (records: Records, limit = 20) =>
    of(records)
      .questions(limit)
      .map(({ friend, about }) => `${friend.slice(7)} ${about.slice(7)}`);

  test('asks about the likeliest and most useful pair first, and says why', () => {
    const [first] = of(base).questions(1);
    expect(first).toMatchObject({ friend: pid('ben'), about: pid('marta'), target: tid('t') });
    expect(first?.why).toBe('Ben and Marta share Acme; a yes would be your first confirmed way in.');
    expect(pairs(base, 0)).toEqual([]);
  });

  test('never asks what was answered, "unsure" included, nor anybody left out', () => {
    expect(pairs([...base, says('ben', 'marta', { says: 'unsure' })])).not.toContain('ben marta');
    expect(pairs([...base, says('ben', 'marta', { how: 'think' })])).not.toContain('ben marta');
    const quiet = { ...ben, own: { ...ben.own, doNotContact: { on: TODAY, reason: '' } } };
    expect(pairs([...base, quiet]).some((pair) => pair.startsWith('ben'))).toBe(false);
  });

  test('a listed pair is asked about before people who merely work there', () => {
    const hers = imported('hers', pid('ana'));
    const marta = person('Marta', {
      sightings: [sighting({ name: 'Marta Boss', company: cid('acme'), imports: [hers.id] })],
    });
    const records = [...base, hers, marta, company('acme', 'more')];
    expect(pairs(records).slice(0, 2)).toEqual(['ana marta', 'ben marta']);
  });

  test('with a bare list the closest people are asked about, at least five of them', () => {
    const friends = ['A', 'B', 'C', 'D', 'E', 'F'].map((name) =>
      contact(`${name} X`, 'beta', '', { own: { closeness: 4 } }),
    );
    expect(
      pairs([company('acme'), imported('mine'), ...friends, manager('Marta', 'acme'), target('t', 'acme', 'marta')])
        .length,
    ).toBeGreaterThanOrEqual(5);
  });

  test('among a few only their pairs: those that change a way first, then what they share, no pair twice', () => {
    const dan = contact('Dan Kim', 'beta', 'Analyst');
    const among = (names: readonly string[], more: Records = []) =>
      of([...base, dan, ...more])
        .questions(20, names.map(pid))
        .map(({ friend, about, target }) => `${friend.slice(7)} ${about.slice(7)}${target ? ' for a target' : ''}`);
    expect(among(['cleo', 'dan', 'ana', 'ben', 'marta', 'nobody', 'ana'])).toEqual([
      'ben marta for a target',
      'ana marta for a target',
      'cleo marta for a target',
      'dan marta for a target',
      'ana dan',
      'ben ana',
      'ben cleo',
      'ben dan',
      'ana cleo',
      'cleo dan',
    ]);
    expect(among(['ana', 'dan'], [says('ana', 'dan', { says: 'unsure' })])).toEqual([]);
    expect(among(['ana'])).toEqual([]);
    const [pair] = of([...base, dan]).questions(1, [pid('dan'), pid('ana')]);
    expect(pair?.why).toBe('Ana and Dan both work at Beta; no way in waits for it.');
  });

  test('closed targets are not asked about', () => {
    const closed = base.map((record) =>
      record.id.startsWith('target:') ? { ...record, stage: 'gone' as const } : record,
    );
    expect(pairs(closed)).toEqual([]);
  });
});

describe('what deserves attention', () => {
  test('dormant ties that open a target', () => {
    const ways = of([...base, says('cleo', 'noor', {}), says('ana', 'marta', {})]);
    expect(ways.dormant()).toEqual([
      {
        person: pid('cleo'),
        quiet: 994,
        opens: [tid('u')],
        text: 'You wrote to each other until 1 March 2024, 2 years before your files end.',
      },
    ]);
  });

  test('news: a contact who moved to the company of a target', () => {
    const moved = person('Ana', {
      sightings: [
        sighting({ name: 'Ana Reis', company: cid('beta'), seen: '2025-02-01' }),
        sighting({ name: 'Ana Reis', company: cid('delta'), position: 'Analyst' }),
      ],
    });
    expect(of([...base, moved]).news()).toEqual([
      {
        person: pid('ana'),
        target: tid('u'),
        from: cid('beta'),
        to: cid('delta'),
        on: '2026-11-20',
        text: 'Ana moved from Beta to Delta as Analyst.',
        imports: [iid('mine')],
      },
    ]);
    expect(of(base).news()).toEqual([]);
  });

  test('whom to label first: on ways in, then inside, then the others; labelled people never', () => {
    const inside = contact('Dan Kim', 'delta', 'Analyst');
    const order = of([...base, inside, says('cleo', 'noor', {})]).toLabel(10);
    expect(order).toEqual([
      { person: pid('cleo'), why: 'On a way in to Data Lead.' },
      { person: pid('dan'), why: 'Works at Delta.' },
      { person: pid('ana'), why: 'Last message 4 weeks before your files end.' },
    ]);
    expect(of(base).toLabel(1)).toHaveLength(1);
  });
});

describe('a person card', () => {
  test('has my tie with its evidence, ties to others and the targets they open', () => {
    const card = of([...base, says('ana', 'marta', { says: 'met' }), says('ana', 'ben', { says: 'well' })]).person(
      pid('ana'),
    );
    expect(card?.mine).toMatchObject({ standing: 'confirmed', facts: { wrote: 2 } });
    expect(card?.ties.map(({ b, kind }) => [b, kind])).toEqual([
      [pid('ben'), 'well'],
      [pid('marta'), 'met'],
    ]);
    expect(card?.ties[0]?.evidence[0]?.text).toBe('You were told that Ana knows Ben well (1 November 2026).');
    expect(card?.opens).toEqual([tid('t')]);
    expect(of(base).person(pid('nobody'))).toBeNull();
  });
});
