import { expect, test } from 'vitest';
import type { Sighting } from '#model/person.ts';
import {
  companiesOf,
  hasOwnWords,
  NO_OWN_WORDS,
  type Person,
  personByHand,
  profileOf,
  wasEverAt,
} from '#model/person.ts';

const sighting = (over: Partial<Sighting>): Sighting => ({
  imports: ['import:1'],
  file: 'Connections.csv',
  row: 5,
  why: 'new',
  name: 'Ana Sousa',
  first: 'Ana',
  last: 'Sousa',
  profile: '',
  emails: [],
  phones: [],
  company: null,
  position: '',
  department: '',
  connected: null,
  listed: true,
  seen: '2024-01-01',
  gone: null,
  ...over,
});

const of = (...sightings: Sighting[]): Person => ({
  id: 'person:ana',
  sightings,
  events: [],
  marks: [],
  own: NO_OWN_WORDS,
});

test('the newest source speaks, an older one fills what it leaves open', () => {
  const person = of(
    sighting({ seen: '2023-01-01', company: 'company:old', position: 'Analyst', emails: ['ana@example.org'] }),
    sighting({ seen: '2025-01-01', company: 'company:new', position: 'Lead', name: 'Ana M. Sousa' }),
  );
  expect(profileOf(person)).toMatchObject({
    name: 'Ana M. Sousa',
    company: 'company:new',
    position: 'Lead',
    emails: ['ana@example.org'],
    asOf: '2025-01-01',
  });
  expect(companiesOf(person)).toEqual(['company:new', 'company:old']);
  const ever = ['company:new', 'company:old', 'company:other'] as const;
  expect(ever.filter((company) => wasEverAt(person, company))).toEqual(['company:new', 'company:old']);
});

test('the user has the last word, a cleared company included', () => {
  const person: Person = {
    ...of(sighting({ company: 'company:new' })),
    own: { ...NO_OWN_WORDS, name: 'Aninha', company: null },
  };
  expect(profileOf(person)).toMatchObject({ name: 'Aninha', company: null });
});

test('a person without a word of the user can go with their import', () => {
  expect(hasOwnWords(of(sighting({})))).toBe(false);
  expect(hasOwnWords(personByHand('person:x', { name: 'X' }))).toBe(true);
  expect(hasOwnWords({ ...of(), own: { ...NO_OWN_WORDS, closeness: 3 } })).toBe(true);
});
