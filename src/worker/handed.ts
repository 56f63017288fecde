import type { Change } from '#model/change.ts';
import type { Id } from '#model/ids.ts';
import type { Entry } from '#model/workspace.ts';
import { named } from './remote.ts';

/**
 * A change that the worker made and keeps until the page has fetched it. Tens of thousands of records in one
 * message would hold the page up while they are unpacked, so they go over in slices:
 *
 *     worker   accept, undoImport ─▶ Handed ─▶ slice, slice, … ─▶ (page applies) ─▶ took: applies its own copy
 */
export interface Handed {
  readonly token: number;
  readonly what: string;
  readonly records: number;
  readonly removals: number;
  readonly summary: string;
}

/** The next records of a change, and the ids it removes. */
export interface Slice {
  readonly put: readonly Entry[];
  readonly remove: readonly Id[];
}

/** Records and ids that are unpacked without a pause: a few milliseconds. */
export const RECORDS_AT_ONCE = 1_000;

/** The one change that waits to be fetched; a newer one takes its place. */
export class Waiting {
  #token = 0;
  #change: Change | null = null;

  keep(change: Change, summary = ''): Handed {
    this.#token++;
    this.#change = change;
    const { what, put, remove } = change;
    return { token: this.#token, what, records: put.length, removals: remove.length, summary };
  }

  /** @throws Stale when another change took its place, or the worker was started anew. */
  get(token: number): Change {
    if (!this.#change || token !== this.#token) throw named('Stale', 'This change is no longer kept.');
    return this.#change;
  }

  slice(token: number, from: number): Slice {
    const { put, remove } = this.get(token);
    const to = from + RECORDS_AT_ONCE;
    return { put: put.slice(from, to), remove: remove.slice(from, to) };
  }

  /** Hands the change over for good. */
  take(token: number): Change {
    const change = this.get(token);
    this.#change = null;
    return change;
  }
}
