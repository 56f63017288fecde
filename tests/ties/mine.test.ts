import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Mark, OwnWords } from '#model/person.ts';
import { sigmoid } from '#ties/chance.ts';
import { cardEvidence } from '#ties/evidence.ts';
import { atBest, chanceSum, labelShift, myTie } from '#ties/mine.ts';
import { at, contact, iid, imported, messages, person, pid, sighting, TODAY } from './records.ts';

const mine = imported('mine');
const hers = imported('hers', pid('ana'));
const context = { imports: new Map([mine, hers].map((one) => [one.id, one])), shift: 0 };
const tie = (record: Parameters<typeof myTie>[0], shift = 0) => myTie(record, { ...context, shift });
const warm = [
  messages(
    [1, 2, 3, 4, 5, 6].map((n) => at('2026-10-01') + n * 60),
    [at('2026-09-30'), at('2026-10-01')],
  ),
];
const labelled = (closeness?: number, over = {}) =>
  contact('Ana Reis', null, '', { own: closeness === undefined ? {} : { closeness }, ...over });
const mark = (kind: Mark['kind']): Mark => ({ imports: [iid('mine')], file: 'x.csv', kind, on: null, text: '' });

describe('how certain my tie is', () => {
  const standing = (record: Parameters<typeof myTie>[0]) => tie(record).standing;
  const known = (how: OwnWords['known'][number]['how']) => person('Ana', { own: { known: [{ how, on: TODAY }] } });

  test('confirmed by messages both ways, a label of 3 to 5, or having worked or studied together', () => {
    expect(standing(person('Ana', { events: warm }))).toBe('confirmed');
    expect([3, 4, 5].map((label) => standing(person('Ana', { own: { closeness: label } })))).toEqual([
      'confirmed',
      'confirmed',
      'confirmed',
    ]);
    expect([standing(known('worked')), standing(known('studied'))]).toEqual(['confirmed', 'confirmed']);
    const meeting = messages([at('2026-01-01')], [at('2026-01-01')], { channel: 'meeting' });
    expect(standing(person('Ana', { events: [meeting] }))).toBe('confirmed');
  });

  test('listed by a list of mine, one-way messages, "met once" or a recommendation', () => {
    expect(standing(contact('Ana Reis', null))).toBe('listed');
    expect(standing(person('Ana', { events: [messages([], [at('2026-01-01')])] }))).toBe('listed');
    expect([standing(known('met')), standing(person('Ana', { own: { closeness: 2 } }))]).toEqual(['listed', 'listed']);
    expect(standing(person('Ana', { marks: [mark('they-recommended')] }))).toBe('listed');
  });

  test('none by a friend\'s list, a list that dropped them, "who?" or an invitation', () => {
    const friends = sighting({ name: 'Ana Reis', imports: [hers.id] });
    const gone = sighting({ name: 'Ana Reis', gone: '2026-05-01' });
    const named = sighting({ name: 'Ana Reis', listed: false });
    for (const seen of [friends, gone, named]) expect(standing(person('Ana', { sightings: [seen] }))).toBeNull();
    expect(standing(person('Ana', { own: { closeness: 1 } }))).toBeNull();
    expect(standing(person('Ana', { marks: [mark('i-invited')] }))).toBeNull();
  });
});

describe('what may be shown', () => {
  test('bands and percent come from messages alone; the label only moves the order', () => {
    const plain = tie(labelled(undefined, { events: warm }));
    expect(plain).toMatchObject({ band: 'warm', percent: 56, label: null });
    for (const label of [1, 2, 3, 4, 5]) {
      expect(tie(labelled(label, { events: warm }))).toMatchObject({ band: 'warm', percent: 56, label });
    }
  });

  test('without messages: your word for 4 and 5, else no evidence, and never a percent', () => {
    const shown = [undefined, 1, 2, 3, 4, 5].map((label) => tie(labelled(label)));
    expect(shown.map(({ p }) => p)).toEqual([0.23, 0.23, 0.23, 0.23, 0.35, 0.49]);
    expect(shown.map(({ band }) => band)).toEqual(['none', 'none', 'none', 'none', 'word', 'word']);
    expect(shown.every(({ percent }) => percent === null)).toBe(true);
  });

  test('below .45 there is no percent', () => {
    const few = tie(labelled(undefined, { events: [messages([], [at('2026-01-01')])] }));
    expect(few).toMatchObject({ band: 'little', percent: null });
    const some = tie(labelled(undefined, { events: [messages([at('2026-01-02')], [at('2026-01-01')])] }));
    expect(some).toMatchObject({ band: 'lukewarm', percent: null });
  });

  test('the label shifts the log-odds by -0.4, 0, 0, 0, 1.2', () => {
    expect([null, 1, 2, 3, 4, 5].map(labelShift)).toEqual([0, -0.4, 0, 0, 0, 1.2]);
    const odds = (p: number) => Math.log(p / (1 - p));
    const p = (label?: number) => odds(tie(labelled(label, { events: warm })).p);
    expect(p(1) - p()).toBeCloseTo(-0.4, 10);
    expect(p(5) - p()).toBeCloseTo(1.2, 10);
  });

  test('the shift of the self-check moves chance and percent', () => {
    expect(tie(labelled(undefined, { events: warm }), 0.5).percent).toBe(68);
    expect(tie(labelled(5), 0.5).p).toBe(0.49);
  });
});

describe('the order of my ties', () => {
  test('LinkedIn facts part people without messages: recommendation, invited me, endorsement, connection', () => {
    const order = (...kinds: Mark['kind'][]) => tie(contact('Ana Reis', null, '', { marks: kinds.map(mark) })).order;
    const rows = [order('they-recommended', 'i-endorsed'), order('they-invited'), order('they-endorsed'), order()];
    expect(rows).toEqual([...rows].sort((a, b) => b - a));
    expect(new Set(rows).size).toBe(4);
    expect(order('i-invited', 'group-thread', 'large-meeting')).toBe(order());
  });

  test('a label of 4 or 5 ranks before any other tie, messages or not', () => {
    const long = Array.from({ length: 40 }, (_, i) => at('2020-01-01') + i * 40 * 86_400);
    const events = fc.tuple(fc.subarray(long), fc.subarray(long)).map(([theirs, sent]) => [
      messages(
        theirs,
        sent.map((second) => second + 60),
      ),
    ]);
    fc.assert(
      fc.property(
        events,
        events,
        fc.constantFrom(4, 5),
        fc.constantFrom(undefined, 1, 2, 3),
        (his, hers, high, low) => {
          const close = tie(labelled(high, { events: his }));
          const other = tie(labelled(low, { events: hers, marks: [mark('they-recommended')] }));
          expect(close.order).toBeGreaterThan(other.order);
          expect(close.order).toBeLessThan(1);
          expect(other.order).toBeGreaterThan(0);
        },
      ),
    );
  });
});

describe('what a tie may come to', () => {
  const best = (person: ReturnType<typeof labelled>) => atBest(person, tie(person), context);
  const last = at('2026-01-02');
  const quiet = [messages([last], [last - 60])];

  test('by a word of mine, where none was said', () => {
    expect(best(labelled(undefined))).toBe(0.49);
    expect(best(labelled(undefined, { events: warm }))).toBe(tie(labelled(5, { events: warm })).p);
  });

  test('else by one message each way today, which is more than their message alone', () => {
    const again = tie(labelled(3, { events: [messages([last, at('2026-11-20')], [last - 60])] }));
    expect(best(labelled(3, { events: quiet }))).toBeGreaterThan(again.p);
    expect(best(labelled(1, { events: quiet }))).toBeLessThan(best(labelled(3, { events: quiet })) ?? 0);
    expect(best(labelled(3))).toBeGreaterThan(tie(labelled(3)).p);
  });

  test('by nothing, where they are in touch or my word is all there is', () => {
    const hot = Array.from({ length: 30 }, (_, i) => at('2026-10-01') + i * 86_400);
    const live = labelled(4, {
      events: [
        messages(
          hot,
          hot.map((second) => second - 60),
        ),
      ],
    });
    expect([tie(live).band, best(live), best(labelled(4))]).toEqual(['hot', null, null]);
  });
});

describe('the sum on the card', () => {
  const seconds = (most: number) =>
    fc
      .uniqueArray(fc.integer({ min: at('2019-01-01'), max: at('2026-11-20') }), { maxLength: most })
      .map((all) => all.sort((x, y) => x - y));

  test('start, shift and the weights of the sentences make the figure shown, whatever the files hold', () => {
    fc.assert(
      fc.property(
        seconds(12),
        seconds(12),
        seconds(3),
        fc.double({ min: -2, max: 2, noNaN: true }),
        fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
        (theirs, sent, met, shift, label) => {
          const events = [messages(theirs, sent), messages(met, met, { channel: 'meeting' })];
          const record = labelled(label, { events });
          const mine = tie(record, shift);
          const sum = chanceSum(mine, shift);
          if (sum === null) {
            expect(mine.percent).toBeNull();
            return;
          }
          const sentences = cardEvidence(record, mine, { today: TODAY, shift });
          const weights = sentences.flatMap(({ weight, ordersOnly }) =>
            weight === null || ordersOnly ? [] : [weight],
          );
          expect(sum.facts).toEqual(weights);
          expect(sum.start).toBe(-1.23);
          const odds = weights.reduce((total, weight) => total + weight, -1.23 + shift);
          expect(sum.odds).toBeCloseTo(odds, 9);
          const percent = sigmoid(odds) >= 0.45 ? Math.round(sigmoid(odds) * 100) : null;
          expect([sum.percent, mine.percent]).toEqual([percent, percent]);
          expect(sigmoid(odds + (sum.word ?? 0))).toBeCloseTo(mine.p, 9);
        },
      ),
    );
  });
});
