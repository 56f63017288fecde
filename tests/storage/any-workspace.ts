import fc from 'fast-check';
import { apply } from '#model/change.ts';
import { tieIdOf } from '#model/ids.ts';
import { type Entry, emptyWorkspace, entrySchema, type Workspace } from '#model/workspace.ts';

/** Text as people have it: emoji, right to left, combining marks, control characters, lone surrogates kept out. */
const text = fc.oneof(
  fc.constantFrom(
    '',
    'Ana Sousa',
    'مريم الهاشمي',
    '👩‍👧 Zoë',
    'constructor',
    '__proto__',
    'a\u0301',
    ' \u202e x',
    '{"u32":[1]}',
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);
const day = fc.integer({ min: 0, max: 9_000 }).map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));
const name = fc.constantFrom('a', 'b', 'c', 'd', 'constructor', '__proto__', 'toString', 'ø');
const person = name.map((one) => `person:${one}` as const);
const company = name.map((one) => `company:${one}` as const);
const imports = fc.array(
  name.map((one) => `import:${one}`),
  { minLength: 1, maxLength: 2 },
);
const seconds = fc
  .array(fc.integer({ min: 0, max: 4_294_967_295 }), { maxLength: 5 })
  .map((list) => Uint32Array.from(list));
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null });

const sighting = fc.record({
  imports,
  file: text,
  row: fc.nat(),
  why: fc.constantFrom('new', 'profile', 'e-mail', 'you-said-so'),
  name: text,
  first: text,
  last: text,
  profile: text,
  emails: fc.array(text, { maxLength: 2 }),
  phones: fc.array(text, { maxLength: 2 }),
  company: maybe(company),
  position: text,
  department: text,
  connected: maybe(day),
  listed: fc.boolean(),
  seen: day,
  gone: maybe(day),
});
const events = fc.record({
  imports,
  channel: fc.constantFrom('linkedin', 'mail', 'meeting'),
  file: text,
  theirs: seconds,
  mine: seconds,
});
const own = fc.record(
  {
    name: text,
    company: maybe(company),
    closeness: fc.integer({ min: 1, max: 5 }),
    note: text,
    tags: fc.array(text, { maxLength: 2 }),
    known: fc.array(fc.record({ how: fc.constantFrom('worked', 'met'), on: day }), { maxLength: 1 }),
    doNotContact: fc.record({ on: day, reason: text }),
    notSame: fc.array(person, { maxLength: 1 }),
  },
  { requiredKeys: [] },
);
const packet = fc.record({
  note: text,
  letter: fc.record({ greeting: text, need: text, did: text, lack: text, why: text, next: text, closing: text }),
  line: text,
  script: text,
});
const target = name.map((one) => `target:${one}` as const);

const record = fc.oneof(
  fc.record({
    id: person,
    sightings: fc.array(sighting, { maxLength: 2 }),
    events: fc.array(events, { maxLength: 2 }),
    marks: fc.constant([]),
    own,
  }),
  fc.record({ id: company, name: text, names: fc.array(text), imports, size: maybe(fc.constantFrom('1-10', 'more')) }),
  fc.record({
    id: target,
    created: day,
    title: text,
    company,
    manager: maybe(person),
    wish: maybe(fc.integer({ min: 1, max: 5 })),
  }),
  fc
    .tuple(person, person, text, day)
    .filter(([a, b]) => a !== b)
    .map(([one, other, remark, on]) => {
      const [a, b] = one < other ? [one, other] : [other, one];
      return { id: tieIdOf(a, b), a, b, statements: [{ on, how: 'told', says: 'know', by: null, remark }] };
    }),
  fc.record({
    id: name.map((one) => `ask:${one}`),
    target,
    friend: person,
    way: fc.array(person, { maxLength: 2 }),
    kind: fc.constantFrom('hand-over', 'introduce'),
    state: fc.constantFrom('prepared', 'done'),
    history: fc.constant([]),
    packet,
  }),
  fc.record({
    id: name.map((one) => `file:${one}`),
    name: text,
    type: fc.constant('application/pdf'),
    bytes: fc.uint8Array({ maxLength: 40 }).map((bytes) => Uint8Array.from(bytes)),
    added: day,
  }),
  fc.record({
    id: fc.constant('me:me'),
    name: text,
    emails: fc.array(text),
    mappings: fc.array(fc.tuple(text, fc.array(text)), { maxLength: 2 }),
  }),
);

/** Records of every kind, valid and with their defaults filled in. */
const anyEntries: fc.Arbitrary<Entry[]> = fc
  .array(record, { maxLength: 12 })
  .map((records) => records.map((one) => entrySchema.parse(one)));

export const anyWorkspace: fc.Arbitrary<Workspace> = fc
  .tuple(anyEntries, text, fc.boolean())
  .map(([put, called, sample]) => apply(emptyWorkspace('w1', called, sample), { what: '', put, remove: [] }).workspace);
