import { describe, expect, test } from 'vitest';
import { secondsOf } from '#model/time.ts';
import { auc, byBand, RULES, readArchive, replayArchive } from '#tests/bench/ties-archive.ts';
import { random } from '#tests/paths/random.ts';

const DAY = 86_400;
const START = secondsOf('2020-01-01');

/** Everybody asks `friends` others every 20 days for two years; half of them always answer a day later. */
function lines(friends: number): string {
  const all: string[] = ['# src dst unix'];
  for (let friend = 1; friend <= friends; friend++) {
    for (let round = 0; round < 36; round++) {
      const at = START + round * 20 * DAY + friend;
      all.push(`0 ${friend} ${at}`);
      if (friend % 2 === 0) all.push(`${friend} 0 ${at + DAY}`);
    }
  }
  return all.join('\n');
}

describe('the AUC script', () => {
  test("reads SNAP's format and counts what is none", () => {
    const { messages, refused } = readArchive(
      '# comment\n1 2 1082040961\n3\t4\t1082155839\n5,6,1082414391\n7 7 1082414392\n1 2 x\n\n',
    );
    expect(messages).toEqual([
      ['1', '2', 1082040961],
      ['3', '4', 1082155839],
      ['5', '6', 1082414391],
    ]);
    expect(refused).toBe(2);
  });

  test('AUC is the share of pairs in the right order, ties half', () => {
    const of = (said: number[], answered: number[]) => auc(Float64Array.from(said), Uint8Array.from(answered));
    expect(of([1, 2, 3, 4], [0, 0, 1, 1])).toBe(1);
    expect(of([4, 3, 2, 1], [0, 0, 1, 1])).toBe(0);
    expect(of([1, 1, 1, 1], [0, 1, 0, 1])).toBe(0.5);
    expect(of([1, 2, 2, 3], [0, 0, 1, 1])).toBe(0.875);
    expect(of([1, 2], [1, 1])).toBeNaN();
    const next = random(5);
    const said = Array.from({ length: 200 }, () => Math.floor(next() * 20));
    const answered = said.map((value) => (next() * 20 < value ? 1 : 0));
    let [right, pairs] = [0, 0];
    for (const [i, a] of said.entries()) {
      for (const [j, b] of said.entries()) {
        if (answered[i] !== 1 || answered[j] !== 0) continue;
        pairs++;
        right += a > b ? 1 : a === b ? 0.5 : 0;
      }
    }
    expect(of(said, answered)).toBeCloseTo(right / pairs, 10);
  });

  test('finds the known answer of an archive in which half always answer', () => {
    const replay = replayArchive(readArchive(lines(20)).messages);
    // The sender's 36 asks to each of 20, less those of the last fortnight (one round), and 36 answers that nobody answers.
    const asks = 20 * 35;
    expect(replay.answered.reduce((sum, one) => sum + one, 0)).toBe(10 * 35);
    // An answer is also a message, "answered" by the next ask 19 days later only if within 14: never.
    expect(replay.answered.length).toBe(asks + 10 * 35);
    const formula = replay.said.get('formula');
    expect(formula && auc(formula, replay.answered)).toBeGreaterThan(0.75);
    for (const rule of RULES) expect(replay.said.get(rule)).toHaveLength(replay.answered.length);
  });

  test('a rule that knows nothing has an AUC of one half, and bands count every ask once', () => {
    const next = random(3);
    const messages = Array.from({ length: 4000 }, (_, i) => {
      const from = Math.floor(next() * 12);
      const to = (from + 1 + Math.floor(next() * 11)) % 12;
      return [`${from}`, `${to}`, START + i * 3600] as const;
    });
    const replay = replayArchive(messages);
    const formula = replay.said.get('formula') ?? new Float64Array(0);
    expect(Math.abs(auc(formula, replay.answered) - 0.5)).toBeLessThan(0.06);
    expect(byBand(replay).reduce((sum, { asks }) => sum + asks, 0)).toBe(replay.answered.length);
  });

  test('says of each ask only what was known before it', () => {
    const early = [
      ['a', 'b', START],
      ['b', 'a', START + DAY],
      ['a', 'b', START + 20 * DAY],
    ] as const;
    const later = [...early, ['b', 'a', START + 21 * DAY], ['a', 'b', START + 60 * DAY]] as const;
    const tail = (end: number) => [['x', 'y', START + end * DAY]] as const;
    const said = (messages: readonly (readonly [string, string, number])[]) =>
      replayArchive(messages).said.get('formula')?.slice(0, 2);
    expect(said([...later, ...tail(200)])).toEqual(said([...early, ...tail(200)]));
  });
});
