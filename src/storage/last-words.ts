import { z } from 'zod';
import { isRecord } from '#model/same.ts';

const stored = z.looseObject({ id: z.string() });
export const logged = z.object({
  what: z.string(),
  put: z.array(stored),
  remove: z.array(z.string()),
  goesOn: z.literal(true).optional(),
});

/** What the log says last of each record it names. */
export class LastWords {
  /** undefined: removed. */
  readonly #records = new Map<string, unknown>();
  readonly #met = new Set<string>();

  constructor(log: readonly unknown[]) {
    for (const [at, value] of log.entries()) {
      const change = logged.safeParse(value);
      if (!change.success) {
        this.#records.set(`unread ${at}`, value);
        continue;
      }
      for (const gone of change.data.remove) this.#records.set(gone, undefined);
      for (const record of change.data.put) this.#records.set(record.id, record);
    }
  }

  /** The records of a chunk as they stand after the log. */
  over(chunk: readonly unknown[]): readonly unknown[] {
    if (this.#records.size === 0) return chunk;
    return chunk.flatMap((record) => {
      const id = idOf(record);
      if (id === null || !this.#records.has(id)) return [record];
      this.#met.add(id);
      const last = this.#records.get(id);
      return last === undefined ? [] : [last];
    });
  }

  /** What no chunk had. */
  rest(): unknown[] {
    return [...this.#records].flatMap(([id, record]) => (record === undefined || this.#met.has(id) ? [] : [record]));
  }
}

/** A bare look: a schema for each of 300,000 would hold the page up; the check has them all. */
export function idOf(record: unknown): string | null {
  return isRecord(record) && typeof record['id'] === 'string' ? record['id'] : null;
}
