import { describe, expect, test } from 'vitest';
import type { Person, Place, Sighting } from '#model/person.ts';
import { type Shared, sharedAt, stayAt } from '#ties/shared.ts';
import { at, cid, company, contact, iid, imported, person, sighting } from './records.ts';

const acme = company('acme', '51-200');
const all = [
  imported('mine'),
  { ...imported('old'), newest: at('2019-02-01') },
  { ...imported('late', 'me', null), on: '2026-11-20' },
];
const imports = new Map(all.map((one) => [one.id, one]));
const shared = (a: Person, b: Person, at = acme, works = false): Shared | null =>
  sharedAt(at, stayAt(at, a, imports), stayAt(at, b, imports, works));
const seen = (on: string, over: Partial<Sighting> = {}) =>
  sighting({ name: 'Ana Reis', company: acme.id, seen: on, imports: [iid('late')], ...over });
const at3 = (...sightings: Sighting[]) => person('Ana', { sightings });
const word = (place: Partial<Place>): Person =>
  person('Marta', {
    own: {
      company: acme.id,
      place: { company: acme.id, department: '', office: '', since: null, on: '2026-11-01', ...place },
    },
  });

describe('what two people share at a company', () => {
  test('they must have been there at the same time, as far as known', () => {
    const now = contact('Ana Reis', 'acme', 'Data Engineer');
    const left = at3(seen('2020-01-01'), seen('2026-11-20', { company: cid('beta') }));
    expect(shared(now, contact('Ben Oak', 'acme', 'Head of Data'))).toMatchObject({
      sameSpecialty: true,
      specialty: { by: 'title', name: 'data' },
      years: null,
    });
    expect(shared(now, contact('Ben Oak', 'beta'))).toBeNull();
    expect(shared(now, left)).toBeNull();
    expect(shared(now, person('Marta', { own: { name: 'Marta' } }), acme, true)).not.toBeNull();
  });

  test('years together come from sources on both sides, and only more than two speak', () => {
    const long = at3(seen('2020-01-01'), seen('2026-01-01'));
    const some = at3(seen('2022-01-01'), seen('2025-06-01'), seen('2026-11-01', { company: cid('beta') }));
    expect(shared(long, some)?.years).toBeCloseTo(3.4, 1);
    expect(shared(long, at3(seen('2024-06-01'), seen('2025-06-01')))?.years).toBeNull();
  });

  test('a row that stood in an old export and in a new one was there all the time', () => {
    const kept = at3(seen('2026-11-20', { imports: [iid('old'), iid('late')] }));
    expect(stayAt(acme, kept, imports)).toMatchObject({ from: '2019-02-01', to: '2026-11-20' });
    expect(shared(kept, kept)?.years).toBeCloseTo(7.8, 1);
  });

  test('the year they came, said of both, is taken as it is, also when it is short', () => {
    expect(shared(word({ since: 2026 }), word({ since: 2015 }))?.years).toBeCloseTo(0.3, 1);
    expect(shared(word({ since: 2018 }), word({ since: 2020 }))?.years).toBeCloseTo(6.3, 1);
    // Of the other only one day is known: too few to say anything.
    expect(shared(word({ since: 2018 }), contact('Ben Oak', 'acme'))?.years).toBeNull();
  });

  test('the same department is the same specialty, the same office the same office; nothing is nothing', () => {
    const inside = (over: Partial<Sighting>) => at3(seen('2026-11-20', over));
    expect(shared(inside({ department: 'Tax' }), inside({ department: ' tax ' }))).toMatchObject({
      sameSpecialty: true,
      specialty: { by: 'department', name: 'Tax' },
      sameOffice: null,
    });
    expect(shared(inside({ office: 'Lisbon' }), word({ office: 'lisbon' }))?.sameOffice).toBe(true);
    expect(shared(inside({ office: 'Lisbon' }), word({ office: 'Porto' }))?.sameOffice).toBeNull();
    expect(shared(inside({}), inside({}))).toMatchObject({ sameSpecialty: null, sameOffice: null, unit: null });
  });

  test('what is known of another employer says nothing here', () => {
    const moved = at3(
      seen('2026-11-20', { company: cid('beta'), department: 'Tax', office: 'Porto', position: 'Data Lead' }),
      seen('2020-01-01', { position: 'Accountant' }),
      seen('2023-01-01'),
    );
    const stay = stayAt(acme, moved, imports);
    expect(stay).toMatchObject({ now: false, department: null, office: null, position: { text: 'Accountant' } });
  });

  test('every fact names its file, or that the user said so', () => {
    const ana = at3(seen('2026-11-20', { office: 'Lisbon', file: 'outlook.csv' }));
    expect(stayAt(acme, ana, imports).office).toEqual({
      text: 'Lisbon',
      source: 'outlook.csv',
      imports: [iid('late')],
    });
    expect(stayAt(acme, word({ office: 'Lisbon' }), imports).office).toMatchObject({ source: 'you said so' });
  });

  test('a department or office whose size was answered is their unit', () => {
    const sized = { ...acme, units: [{ name: 'Tax', size: '1-10' as const }] };
    expect(shared(word({ department: 'tax' }), word({ department: 'Tax' }), sized)?.unit).toEqual({
      of: 'department',
      size: '1-10',
    });
    expect(shared(word({ office: 'TAX' }), word({ office: 'Tax' }), sized)?.unit?.of).toBe('office');
    expect(shared(word({ department: 'Law' }), word({ department: 'Law' }), sized)?.unit).toBeNull();
  });
});
