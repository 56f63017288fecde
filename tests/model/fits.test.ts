import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import sample from '#data/sample/workspace.json' with { type: 'json' };
import { fitsOf } from '#model/fits.ts';
import { same } from '#model/same.ts';
import { type Entry, entrySchema, isEntry } from '#model/workspace.ts';
import { decode } from '#storage/canonical.ts';

const entries = sample.entries.map((entry): Entry => entrySchema.parse(decode(entry)));

test('every record of the sample, once read, is seen to be one at a glance', () => {
  expect(entries.length).toBeGreaterThan(100);
  expect(entries.filter((entry) => !isEntry(entry))).toEqual([]);
});

/** A copy with the `at`-th of its places, counted from anywhere inside, changed. */
function broken(entry: Entry, at: number, how: (holder: Record<string, unknown>, key: string) => void): unknown {
  const copy: unknown = structuredClone(entry);
  const places: [Record<string, unknown>, string][] = [];
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return;
    const holder = value as Record<string, unknown>;
    for (const key of Object.keys(holder)) {
      places.push([holder, key]);
      walk(holder[key]);
    }
  };
  walk(copy);
  const place = places[at % places.length];
  if (place) how(...place);
  return copy;
}

const WORDS = [undefined, null, true, false, '', 'person:x', 'person:', 'me', '2026-02-30', 'x'.repeat(90)] as const;
const NUMBERS = [Number.NaN, 0, 1.5, -1, 9, 1e300] as const;
const HOLDERS = [[], {}, ['x'], { id: 'person:x' }, new Uint32Array(2), new Uint8Array(2)] as const;
const junk = fc.constantFrom<unknown[]>(...WORDS, ...NUMBERS, ...HOLDERS);
const changes = fc.oneof(
  junk.map((value) => (holder: Record<string, unknown>, key: string) => {
    holder[key] = value;
  }),
  fc.constant((holder: Record<string, unknown>, key: string) => {
    delete holder[key];
  }),
  junk.map((value) => (holder: Record<string, unknown>) => {
    if (Array.isArray(holder)) holder.push(value);
    else Object.assign(holder, { more: value });
  }),
);

test('what fits is what its schema hands on as it is, however a record was changed', () => {
  let fit = 0;
  fc.assert(
    fc.property(fc.constantFrom(...entries), fc.nat(10_000), changes, (entry, at, how) => {
      const record = broken(entry, at, how);
      if (!isEntry(record)) return;
      fit++;
      const { data } = entrySchema.safeParse(record);
      expect(same(data, record)).toBe(true);
    }),
    { numRuns: 3_000 },
  );
  expect(fit).toBeGreaterThan(30);
});

test('a schema that says more than can be looked at takes its own word', () => {
  const strange = [
    z.email(),
    z.int(),
    z.coerce.number(),
    z.string().trim(),
    z.number().refine((value) => value > 1),
    z.number().gt(1),
    z.looseObject({}),
    z.union([z.object({ a: z.string() }), z.object({ a: z.string(), b: z.string() })]),
  ];
  for (const schema of strange)
    for (const value of ['a', 'a@b.de', 2, {}, { a: '', b: '' }]) expect(fitsOf(schema)(value)).toBe(false);
});
