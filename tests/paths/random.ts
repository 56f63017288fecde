import type { Query } from '#paths/warmest.ts';
import type { TieRow } from './oracle.ts';

/** Numbers from 0 to 1 by a seed (mulberry32): the same everywhere, so a failing seed can be pinned. */
export function random(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Strengths as the app has them, equal ones included, the ends of the scale, and what an intermediary costs. */
const STRENGTHS = [0.9, 0.6, 0.3, 0.25, 0.25, 0.23, 0.49, 0.52, 0.52, 1, 1, 1, 1e-9, 1e-12];

export interface Case {
  readonly people: number;
  readonly rows: readonly TieRow[];
  readonly query: Query;
}

/**
 * A small network and a query. Sparse or dense, one standing or three, equal strengths or not, with a hub,
 * repeated pairs, ties to oneself and towards me, sometimes me without contacts or everybody left out.
 */
export function smallCase(seed: number): Case {
  const next = random(seed);
  const below = (n: number) => Math.floor(next() * n);
  const people = 2 + below(9);
  const standings = 1 + below(3);
  const equal = next() < 0.3;
  const few = next() < 0.2;
  const strength = () =>
    equal
      ? 0.25
      : few
        ? ([0.52, 1][below(2)] ?? 1)
        : next() < 0.7
          ? (STRENGTHS[below(STRENGTHS.length)] ?? 1)
          : 1 - next();
  const lonely = next() < 0.03;
  const hub = 1 + below(people - 1);
  const rows: TieRow[] = [];
  for (let i = below(people * 5); i > 0; i--) {
    const a = next() < 0.25 ? 0 : next() < 0.15 ? hub : below(people);
    rows.push([lonely ? 1 : a, below(people), strength(), below(standings)]);
  }
  const some = (n: number) => Array.from({ length: below(n) }, () => below(people));
  const everybody = Array.from({ length: people }, (_, i) => i);
  return {
    people,
    rows,
    query: {
      to: next() < 0.7 ? [below(people)] : some(4),
      k: 1 + below(next() < 0.1 ? 60 : 6),
      maxIntermediaries: below(4),
      without: next() < 0.4 ? some(4) : next() < 0.02 ? everybody : [],
      through: next() < 0.3 ? some(3) : [],
    },
  };
}
