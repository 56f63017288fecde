import { describe, expect, test } from 'vitest';
import type { Ask } from '#model/ask.ts';
import { NO_MESSAGES } from '#ties/messages.ts';
import { myTie } from '#ties/mine.ts';
import { isDormant, lastMove } from '#ties/news.ts';
import { outcomesOf } from '#ties/outcomes.ts';
import {
  at,
  cid,
  contact,
  iid,
  imported,
  messages,
  person,
  pid,
  sighting,
  target,
  tid,
  workspaceOf,
} from './records.ts';

const context = { imports: new Map([imported('mine')].map((one) => [one.id, one])), shift: 0 };
const seen = (company: string | null, on: string, position = '') =>
  sighting({ name: 'Ana Reis', company: company === null ? null : cid(company), seen: on, position });
const at3 = (...all: ReturnType<typeof seen>[]) => person('Ana', { sightings: all });

describe('a move', () => {
  test('is told by two sources of different days, newest company first seen', () => {
    const ana = at3(seen('acme', '2026-05-01', 'Lead'), seen('beta', '2024-01-01'), seen('acme', '2026-11-20', 'Head'));
    expect(lastMove(ana)).toEqual({
      imports: [iid('mine')],
      from: cid('beta'),
      to: cid('acme'),
      on: '2026-05-01',
      position: 'Head',
    });
  });

  test('is none with one company, one day, or another word of the user', () => {
    expect(lastMove(at3(seen('acme', '2024-01-01'), seen('acme', '2026-01-01')))).toBeNull();
    expect(lastMove(at3(seen('acme', '2026-01-01'), seen('beta', '2026-01-01')))).toBeNull();
    const told = { ...at3(seen('beta', '2024-01-01'), seen('acme', '2026-01-01')) };
    expect(lastMove({ ...told, own: { ...told.own, company: cid('gamma') } })).toBeNull();
    expect(lastMove(person('Ana'))).toBeNull();
  });
});

describe('a dormant tie', () => {
  const dormant = (theirs: string, mine: string) =>
    isDormant(myTie(person('Ana', { events: [messages([at(theirs)], [at(mine)])] }), context));
  test('once wrote both ways, and has not for a year at the date of its source', () => {
    expect(dormant('2025-05-01', '2025-05-02')).toBe(true);
    expect(dormant('2025-05-01', '2026-05-02')).toBe(false);
    expect(isDormant(myTie(contact('Ana Reis', null), context))).toBe(false);
    expect(NO_MESSAGES.quiet).toBeNull();
  });
});

describe('outcomes', () => {
  const packet = { note: '', letter: {}, line: '', script: '', tone: 'warm' } as unknown as Ask['packet'];
  const ask = (n: number, ...states: Ask['state'][]): Ask => ({
    id: `ask:${n}`,
    target: tid('t'),
    friend: pid('ana'),
    way: [],
    kind: 'hand-over',
    state: states.at(-1) ?? 'prepared',
    history: states.map((state, i) => ({ state, on: `2026-0${i + 1}-01`, note: '' })),
    nudgedOn: null,
    declineReason: '',
    thankedOn: null,
    sheOffered: false,
    packet,
    checklist: [],
  });
  const ana = person('Ana', { events: [messages([at('2025-06-02')], [at('2025-06-01')])] });
  const of = (...asks: Ask[]) =>
    outcomesOf(
      workspaceOf([ana, imported('mine'), target('t', 'acme', null, { stage: 'manager-interviewed' })], {
        asks: new Map(asks.map((one) => [one.id, one])),
      }),
    );

  test('count what the history says, and compare only where something was said', () => {
    const found = of(
      ask(1, 'prepared', 'asked', 'agreed', 'handed-over', 'heard-back'),
      ask(2, 'prepared', 'asked', 'silent'),
      ask(3, 'prepared'),
    );
    expect(found).toMatchObject({ asked: 2, answered: 1, handedOver: 1, heardBack: 1, met: 2, enough: false });
    expect(found).toMatchObject({ compared: 2, was: 0.5 });
    expect(found.said).toBeCloseTo(0.4, 1);
  });

  test('with no asks there is nothing to say; from 20 on there is', () => {
    expect(of()).toMatchObject({ asked: 0, said: null, was: null, compared: 0 });
    expect(of(...Array.from({ length: 20 }, (_, i) => ask(i, 'asked', 'agreed'))).enough).toBe(true);
  });
});
