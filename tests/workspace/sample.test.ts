import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { apply } from '#model/change.ts';
import { kindOf, tieIdOf } from '#model/ids.ts';
import { profileOf } from '#model/person.ts';
import { emptyWorkspace, type Workspace } from '#model/workspace.ts';
import { type CanonicalDocument, canonicalDocument, decodeEntry } from '#storage/canonical.ts';
import { myTie } from '#ties/mine.ts';

const text = readFileSync('data/sample/workspace.json', 'utf8');
const file: CanonicalDocument = JSON.parse(text);
const sample = apply(emptyWorkspace(file.id, file.name, file.sample), {
  what: 'the sample',
  put: file.entries.map(decodeEntry),
  remove: [],
}).workspace;

describe('the sample is a workspace', () => {
  test('small enough to load at once, large enough to be a life', () => {
    expect(text.length).toBeLessThan(250_000);
    expect(file.sample).toBe(true);
    expect(sample.people.size).toBeGreaterThan(110);
    expect(sample.companies.size).toBe(40);
    expect(sample.targets.size).toBe(5);
  });

  test('every record passes its schema and comes out as it went in', () => {
    const again = canonicalDocument(sample);
    const filled = file.entries.map((entry) => decodeEntry(entry));
    expect(again.entries.length).toBe(file.entries.length);
    expect(again.entries.map((entry) => decodeEntry(entry))).toEqual(filled);
  });

  test('every id that is named exists', () => {
    const missing = file.entries.flatMap((entry) =>
      [...JSON.stringify(entry).matchAll(/"((?:person|company|target|import|ask|file|question):[^"]+)"/g)]
        .map(([, id = '']) => id)
        .filter((id) => !has(sample, id)),
    );
    expect(missing).toEqual([]);
  });

  test('ties are kept under the id of their pair', () => {
    for (const tie of sample.ties.values()) {
      expect(tie.id).toBe(tieIdOf(tie.a, tie.b));
      expect(tie.a < tie.b).toBe(true);
    }
  });

  test('nobody has the name of another, every address is an example', () => {
    const names = [...sample.people.values()].map((person) => profileOf(person).name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).not.toContain('');
    expect([...text.matchAll(/@[\w.-]+/g)].every(([address]) => address.endsWith('.example'))).toBe(true);
    expect([...text.matchAll(/https?:\/\/([\w.-]+)/g)].every(([, host = '']) => host.endsWith('.example'))).toBe(true);
  });
});

describe('the sample has every kind of tie', () => {
  const bands = new Map(
    [...sample.people.values()].map((person) => [person.id, myTie(person, { imports: sample.imports, shift: 0 })]),
  );
  const bandOf = (id: `person:${string}`): string | undefined => bands.get(id)?.band;

  test('hot, warm, lukewarm and none', () => {
    expect(bandOf('person:ana-ferreira')).toBe('hot');
    expect(bandOf('person:kofi-mensah')).toBe('hot');
    expect(bandOf('person:priyanka-raghunathan')).toBe('warm');
    expect(bandOf('person:farah-haddad')).toBe('lukewarm');
    expect(bandOf('person:bruno-tavares')).toBe('none');
    expect(bands.get('person:marta-silva')?.standing).toBe(null);
  });
});

function has(workspace: Workspace, id: string): boolean {
  const collections = {
    person: workspace.people,
    company: workspace.companies,
    target: workspace.targets,
    tie: workspace.ties,
    import: workspace.imports,
    ask: workspace.asks,
    file: workspace.files,
    question: workspace.questions,
  };
  const kind = kindOf(id as `person:${string}`);
  return kind !== 'me' && (collections[kind] as ReadonlyMap<string, unknown>).has(id);
}
