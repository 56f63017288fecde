import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { advise } from '#handoff/advise.ts';
import { draftPacket } from '#handoff/packet.ts';
import { apply } from '#model/change.ts';
import { kindOf, type TargetId, tieIdOf } from '#model/ids.ts';
import { profileOf } from '#model/person.ts';
import { emptyWorkspace, type Workspace } from '#model/workspace.ts';
import { createWays } from '#paths/ways.ts';
import { type CanonicalDocument, canonicalDocument, decodeEntry } from '#storage/canonical.ts';
import { myTie } from '#ties/mine.ts';

const TODAY = '2026-11-23';
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

test('the sample has a dormant tie that opens a target, a move that is news, and enough past asks to replay', () => {
  const ways = createWays(sample, TODAY);
  const [dormant] = ways.dormant();
  expect(dormant).toMatchObject({ person: 'person:karin-holmqvist', opens: ['target:veldt-support'] });
  const [news, ...more] = ways.news();
  expect(more).toEqual([]);
  expect(news).toMatchObject({ person: 'person:chidi-anyanwu', target: 'target:lumbra-care-operations' });
  // Told by the second of two exports, so that taking it back takes the news back.
  expect(news?.imports).toEqual(['import:nora-linkedin-2026-11-20']);
  const check = ways.selfCheck();
  expect(check.asks).toBeGreaterThan(50);
  // As on the archives: hot answers more than warm, and below warm nothing is promised.
  const [hot, warm] = check.bands;
  expect([hot?.band, warm?.band]).toEqual(['hot', 'warm']);
  for (const band of [hot, warm]) expect(Math.abs((band?.said ?? 0) - (band?.was ?? 1))).toBeLessThan(0.1);
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

describe('each target shows a different move', () => {
  const ways = createWays(sample, TODAY);
  const planOf = (id: TargetId) => {
    const target = sample.targets.get(id);
    const shown = ways.ways(id, { maxIntermediaries: 1, without: [], through: [], k: 5 });
    if (!target || !shown) throw new Error(`no ${id}`);
    const way = shown.confirmed[0] ?? shown.listed[0] ?? shown.leads[0] ?? null;
    return { shown, plan: advise({ workspace: sample, target, way, today: TODAY }) };
  };

  test('HR said no and a friend knows the manager: Ana hands it over', () => {
    const { shown, plan } = planOf('target:lumbra-care-operations');
    expect(shown.confirmed[0]?.people).toEqual(['person:ana-ferreira', 'person:marta-silva']);
    expect(shown.confirmed[1]?.people).toEqual(['person:yusuf-demir', 'person:marta-silva']);
    expect(shown.listed[0]?.people).toEqual(['person:kofi-mensah', 'person:marta-silva']);
    expect(shown.leads[0]?.people).toEqual(['person:gwen-achterberg', 'person:marta-silva']);
    expect(shown.inside.map(({ person }) => person)).toContain('person:farah-haddad');
    expect(shown.leftOut.hr).toContain('person:wiktoria-sobczak');
    expect(plan.move.rule).toBe('hand-deliver');
    expect(plan.next).toBe('hand-over');
  });

  test('not applied, and the friend is an employee with a referral scheme', () => {
    const { plan } = planOf('target:veldt-support');
    expect(plan.friend).toBe('person:kofi-mensah');
    expect(plan.move.rule).toBe('refer-before-apply');
  });

  test('only leads: a question first', () => {
    const { shown, plan } = planOf('target:tamarisk-operations');
    expect(shown.confirmed).toEqual([]);
    expect(shown.listed).toEqual([]);
    expect(shown.leads[0]?.people).toEqual(['person:priyanka-raghunathan', 'person:solveig-aasen']);
    expect(plan.move.rule).toBe('insider-info');
  });

  test('the manager has decided', () => {
    const { shown, plan } = planOf('target:kestrel-service');
    expect(shown.confirmed[0]?.people).toEqual(['person:henrik-solheim', 'person:beatrix-oyelaran']);
    expect(plan.move.rule).toBe('hm-decided');
    expect(plan.next).toBe('none');
  });

  test('no way in is never faked', () => {
    const { shown, plan } = planOf('target:ninefold-coo');
    expect([...shown.confirmed, ...shown.listed, ...shown.leads, ...shown.inside]).toEqual([]);
    expect(plan.move.rule).toBe('no-path');
  });

  test('the letter to Marta has the proofs with numbers in it, and fits one page of words', () => {
    const { shown } = planOf('target:lumbra-care-operations');
    const target = sample.targets.get('target:lumbra-care-operations');
    const [way] = shown.confirmed;
    if (!target || !way) throw new Error('no way');
    const { letter } = draftPacket({ workspace: sample, target, way, tone: 'warm', today: TODAY });
    expect(letter.did).toContain('from 11 days to 3');
    expect(letter.need).toContain('three clinic service desks');
    const words = Object.values(letter)
      .filter((part) => typeof part === 'string')
      .join(' ')
      .split(/\s+/).length;
    expect(words).toBeLessThan(300);
  });
});
