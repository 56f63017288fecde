import { fail, ok, type Result } from '#model/result.ts';
import type { Found } from './best.ts';

/** What to search for, in node numbers of the network (0 is me, and is never a target). */
export interface Query {
  /** The targets; the k best ways to any of them. */
  readonly to: readonly number[];
  /** Best ways per standing, 1 to MAX_WAYS. */
  readonly k: number;
  /** 0 to 3 people between me and the target. */
  readonly maxIntermediaries: number;
  /** People left out. */
  readonly without: readonly number[];
  /** People who must all be between me and the target. */
  readonly through: readonly number[];
}

/** Whether a way takes the tie between a and b, either way round. */
export function takes({ people }: Found, a: number, b: number): boolean {
  return people.some((to, i) => {
    const from = people[i - 1] ?? 0;
    return (from === a && to === b) || (from === b && to === a);
  });
}

/** A query and what was found: one list per standing. */
export interface Asked {
  readonly query: Query;
  readonly answer: readonly (readonly Found[])[];
}

export const MAX_WAYS = 1000;
export const MAX_INTERMEDIARIES = 3;

/** What is wrong with a query, as data. */
export interface QueryProblem {
  readonly field: keyof Query;
  readonly code: 'unknown-person' | 'not-a-count' | 'too-many';
  readonly value: number;
}

/** Says what a network of `people` nodes cannot answer as asked. `warmest` answers the nearest query anyway. */
export function checkQuery(query: Query, people: number): Result<Query, QueryProblem> {
  for (const field of ['to', 'without', 'through'] as const) {
    const value = query[field].find((person) => !isPerson(person, people));
    if (value !== undefined) return fail({ field, code: 'unknown-person', value });
  }
  for (const [field, least, most] of [
    ['k', 1, MAX_WAYS],
    ['maxIntermediaries', 0, MAX_INTERMEDIARIES],
  ] as const) {
    const value = query[field];
    if (!(Number.isInteger(value) && value >= least)) return fail({ field, code: 'not-a-count', value });
    if (value > most) return fail({ field, code: 'too-many', value });
  }
  return ok(query);
}

/** How many ways are answered: `k` brought into range, 0 when it is no number. */
export function waysAnswered(k: number): number {
  return within(k, 0, MAX_WAYS);
}

/** How many ties a way may have, 1 to 4. */
export function tiesAnswered(maxIntermediaries: number): number {
  return within(maxIntermediaries, 0, MAX_INTERMEDIARIES) + 1;
}

/** People that can be in a way: unknown numbers are on none, I myself am on all. */
export function isPerson(id: number, people: number): boolean {
  return Number.isInteger(id) && id > 0 && id < people;
}

function within(value: number, least: number, most: number): number {
  return Number.isNaN(value) ? least : Math.min(most, Math.max(least, Math.floor(value)));
}
