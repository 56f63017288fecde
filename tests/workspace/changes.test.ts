import { describe, expect, test } from 'vitest';
import type { Letter, Packet } from '#model/ask.ts';
import { apply, type Change } from '#model/change.ts';
import { type PersonId, type TargetId, tieIdOf } from '#model/ids.ts';
import { type Person, personByHand, type Sighting } from '#model/person.ts';
import { emptyWorkspace, type Workspace } from '#model/workspace.ts';
import { declineAsk, editPacket, moveAsk, prepareAsk, tickChecklist } from '#workspace/changes/ask.ts';
import { companyNamed, editCompany } from '#workspace/changes/company.ts';
import { dropCv, keepCv } from '#workspace/changes/cv.ts';
import { mergeCompanies } from '#workspace/changes/merge-companies.ts';
import { mergePeople } from '#workspace/changes/merge-people.ts';
import { addPerson, editPerson, label, splitPerson } from '#workspace/changes/person.ts';
import { addTarget, editChecks, removeTarget } from '#workspace/changes/target.ts';
import { addStatement, removeStatement } from '#workspace/changes/tie.ts';
import type { NewAsk } from '#workspace/types.ts';

const TODAY = '2026-11-23';
const next = (workspace: Workspace, change: Change): Workspace => apply(workspace, change).workspace;
const withPeople = (...names: string[]): Workspace =>
  next(emptyWorkspace('w', ''), {
    what: '',
    put: names.map((name) => personByHand(`person:${name}`, { name })),
    remove: [],
  });
const ownOf = (workspace: Workspace, id: PersonId) => workspace.people.get(id)?.own;

const sighting = (file: string, name: string): Sighting => ({
  imports: ['import:i'],
  file,
  row: 2,
  why: 'new',
  name,
  first: '',
  last: '',
  profile: '',
  emails: [],
  phones: [],
  company: null,
  position: '',
  department: '',
  connected: null,
  listed: true,
  seen: TODAY,
  gone: null,
});

describe('people', () => {
  test('closeness is dated, and undated when it is taken back', () => {
    const one = next(withPeople('a', 'b'), label(withPeople('a', 'b'), ['person:a', 'person:b'], 4, TODAY));
    expect(ownOf(one, 'person:a')).toMatchObject({ closeness: 4, closenessOn: TODAY });
    expect(label(one, ['person:a'], 4, TODAY).what).toBe('Closeness of a');
    const two = next(one, label(one, ['person:a'], null, TODAY));
    expect(ownOf(two, 'person:a')).not.toHaveProperty('closeness');
    expect(ownOf(two, 'person:a')).not.toHaveProperty('closenessOn');
  });

  test('a word is put in place and taken back; who is gone stays gone', () => {
    const one = next(withPeople('a'), editPerson(withPeople('a'), 'person:a', { phone: '1', tags: ['x'] }, TODAY));
    expect(ownOf(one, 'person:a')).toMatchObject({ name: 'a', phone: '1', tags: ['x'] });
    expect(ownOf(next(one, editPerson(one, 'person:a', { phone: undefined }, TODAY)), 'person:a')).not.toHaveProperty(
      'phone',
    );
    expect(editPerson(one, 'person:z', { phone: '1' }, TODAY).put).toEqual([]);
  });

  test('a company typed in any known spelling is the same one', () => {
    const { id, change } = companyNamed(emptyWorkspace('w', ''), ' Acme GmbH ');
    const one = next(emptyWorkspace('w', ''), change);
    expect(companyNamed(one, 'ACME')).toEqual({ id, change: expect.objectContaining({ put: [] }) });
    const two = next(one, editCompany(one, id, { name: 'Acme International' }));
    expect(two.companies.get(id)?.names).toEqual(['Acme GmbH', 'Acme International']);
    const ana = addPerson(two, { name: 'Ana' }, 'acme', TODAY);
    expect(ana.change.put).toMatchObject([{ id: ana.id, own: { company: id, name: 'Ana' } }]);
  });

  test('split takes messages of its own files along, and the two are noted as different', () => {
    const lists = [sighting('a.csv', 'Ana'), sighting('b.csv', 'Ana B')];
    const events = ['a.csv', 'b.csv'].map((file) => ({
      imports: ['import:i' as const],
      file,
      channel: 'mail' as const,
      theirs: Uint32Array.of(1),
      mine: Uint32Array.of(),
    }));
    const both: Person = { ...personByHand('person:a', { name: 'Ana' }), sightings: lists, events };
    const workspace = next(emptyWorkspace('w', ''), { what: '', put: [both], remove: [] });
    const { id, change } = splitPerson(workspace, 'person:a', [1]);
    const split = next(workspace, change);
    expect(split.people.get('person:a')).toMatchObject({
      sightings: [lists[0]],
      events: [events[0]],
      own: { notSame: [id] },
    });
    expect(split.people.get(id)).toMatchObject({
      sightings: [{ ...lists[1], why: 'you-said-so' }],
      events: [events[1]],
      own: { notSame: ['person:a'] },
    });
  });

  test('merge joins words, ties, checks and requests, and leaves no trace of the second id', () => {
    let at = withPeople('keep', 'away', 'marta');
    at = next(at, editPerson(at, 'person:keep', { note: 'one', closeness: 3 }, TODAY));
    at = next(
      at,
      editPerson(at, 'person:away', { note: 'two', closeness: 5, phone: '7', notSame: ['person:keep'] }, TODAY),
    );
    at = next(at, editPerson(at, 'person:marta', { notSame: ['person:away'] }, TODAY));
    at = next(at, addStatement(at, 'person:keep', 'person:marta', { on: '2026-01-01', how: 'told', says: 'met' }));
    at = next(
      at,
      addStatement(at, 'person:away', 'person:marta', {
        on: '2026-02-02',
        how: 'answer',
        says: 'well',
        by: 'person:away',
      }),
    );
    at = next(at, addStatement(at, 'person:away', 'person:keep', { on: '2026-02-02', how: 'think', says: 'know' }));
    const target = addTarget(at, { title: 'CFO', company: 'Acme', manager: 'person:away' }, TODAY);
    at = next(at, target.change);
    at = next(at, editChecks(at, target.id, 'person:away', { willing: 'yes' }));
    const merged = next(at, mergePeople(at, 'person:keep', 'person:away'));
    expect(
      JSON.stringify([...merged.people.values(), ...merged.ties.values(), ...merged.targets.values()]),
    ).not.toContain('away');
    expect(ownOf(merged, 'person:keep')).toMatchObject({ note: 'one\ntwo', closeness: 3, phone: '7', notSame: [] });
    const tie = merged.ties.get(tieIdOf('person:keep', 'person:marta'));
    expect(tie?.statements.map(({ says, by }) => [says, by])).toEqual([
      ['met', null],
      ['well', 'person:keep'],
    ]);
    expect(merged.ties.size).toBe(1);
    expect(merged.targets.get(target.id)).toMatchObject({
      manager: 'person:keep',
      checks: [{ friend: 'person:keep', willing: 'yes' }],
    });
    expect(mergePeople(at, 'person:keep', 'person:keep').put).toEqual([]);
  });

  test('companies that merge take people, targets and my own jobs along, keep every name, and come apart by undo', () => {
    let at = withPeople('ana', 'marta');
    const old = companyNamed(at, 'Acme');
    at = next(at, old.change);
    const large = companyNamed(at, 'Zenith');
    at = next(at, large.change);
    const place = { company: old.id, department: 'Care', office: '', since: null, on: TODAY };
    at = next(at, editPerson(at, 'person:ana', { company: old.id, place }, TODAY));
    const target = addTarget(at, { title: 'CFO', company: 'Acme', manager: 'person:marta' }, TODAY);
    at = next(at, target.change);
    const job = { company: old.id, name: 'Acme', title: '', from: '', to: '', still: 'hidden' as const, imports: [] };
    at = next(at, { what: '', put: [{ ...at.me, employers: [job] }], remove: [] });
    const seen = { ...sighting('a.csv', 'Ana'), company: old.id };
    const ana = at.people.get('person:ana');
    if (!ana) throw new Error('no Ana');
    at = next(at, { what: '', put: [{ ...ana, sightings: [seen] }], remove: [] });
    const change = mergeCompanies(at, large.id, old.id);
    const { workspace: merged, inverse } = apply(at, change);
    const records = [merged.people, merged.targets, merged.companies].flatMap((map) => [...map.values()]);
    expect(JSON.stringify([...records, merged.me])).not.toContain(old.id);
    expect(merged.companies.get(large.id)?.names).toEqual(['Zenith', 'Acme']);
    expect(companyNamed(merged, 'ACME Ltd.').id).toBe(large.id);
    expect(merged.targets.get(target.id)).toMatchObject({ company: large.id, manager: 'person:marta' });
    expect({ ...next(merged, inverse), revision: 0 }).toEqual({ ...at, revision: 0 });
    expect(mergeCompanies(at, large.id, large.id).put).toEqual([]);
    expect(mergeCompanies(merged, large.id, old.id).put).toEqual([]);
  });

  test('a closeness that was said stands before one that was assumed, whoever is kept', () => {
    let at = withPeople('said', 'assumed');
    at = next(at, editPerson(at, 'person:said', { closeness: 2 }, TODAY));
    at = next(at, editPerson(at, 'person:assumed', { closeness: 3, closenessAssumed: true }, TODAY));
    for (const [keep, away] of [
      ['person:said', 'person:assumed'],
      ['person:assumed', 'person:said'],
    ] as const) {
      const own = ownOf(next(at, mergePeople(at, keep, away)), keep);
      expect([own?.closeness, own?.closenessOn, own?.closenessAssumed]).toEqual([2, TODAY, undefined]);
    }
  });
});

describe('statements', () => {
  test('said again the same day replace; on another day they add; the last one gone, the tie goes', () => {
    let at = withPeople('a', 'b');
    for (const [on, says] of [
      ['2026-01-01', 'know'],
      ['2026-01-01', 'well'],
      ['2026-01-02', 'no'],
    ] as const)
      at = next(at, addStatement(at, 'person:b', 'person:a', { on, how: 'told', says }));
    const id = tieIdOf('person:a', 'person:b');
    expect(at.ties.get(id)).toMatchObject({ a: 'person:a', statements: [{ says: 'well' }, { says: 'no' }] });
    at = next(at, removeStatement(at, 'person:a', 'person:b', 0));
    at = next(at, removeStatement(at, 'person:a', 'person:b', 0));
    expect(at.ties.size).toBe(0);
    expect(addStatement(at, 'person:a', 'person:a', { on: TODAY, how: 'told', says: 'know' }).put).toEqual([]);
    expect(addStatement(at, 'person:a', 'person:gone', { on: TODAY, how: 'told', says: 'know' }).put).toEqual([]);
  });
});

describe('requests', () => {
  const letter: Letter = {
    greeting: '',
    need: '',
    did: '',
    lack: '',
    why: '',
    next: '',
    closing: '',
    pairs: [],
    paper: 'A4',
  };
  const packet: Packet = { note: '', letter, line: '', script: '', tone: 'warm' };

  function withTwoTargets() {
    const people = withPeople('ana', 'bea', 'marta');
    const one = addTarget(people, { title: 'CFO', company: 'Acme', manager: 'person:marta' }, TODAY);
    const two = addTarget(next(people, one.change), { title: 'COO', company: 'Globex', manager: null }, TODAY);
    return { at: next(next(people, one.change), two.change), one: one.id, two: two.id };
  }
  const asked = (target: TargetId, friend: PersonId, more: Partial<NewAsk> = {}): NewAsk => ({
    target,
    friend,
    way: ['person:marta'],
    kind: 'hand-over',
    packet,
    ...more,
  });

  test('a second open one to a friend or a manager stops with the reason; she may have offered, or it waits', () => {
    const { at, one, two } = withTwoTargets();
    const first = prepareAsk(at, asked(one, 'person:ana'), TODAY);
    if (!first.ok) throw new Error(first.error);
    const open = next(at, first.value.change);
    expect(prepareAsk(open, asked(two, 'person:ana'), TODAY)).toMatchObject({
      ok: false,
      error: expect.stringContaining('already has an open ask'),
    });
    expect(prepareAsk(open, asked(one, 'person:bea'), TODAY)).toMatchObject({
      ok: false,
      error: expect.stringContaining('One at a time'),
    });
    expect(prepareAsk(open, asked(two, 'person:bea'), TODAY)).toMatchObject({ ok: true });
    expect(prepareAsk(open, asked(two, 'person:ana', { sheOffered: true }), TODAY)).toMatchObject({
      value: { change: { put: [{ state: 'prepared', sheOffered: true }] } },
    });
    expect(prepareAsk(open, asked(one, 'person:bea', { queue: true }), TODAY)).toMatchObject({
      value: { change: { put: [{ state: 'queued' }] } },
    });
    expect(prepareAsk(open, asked('target:gone', 'person:bea'), TODAY)).toMatchObject({ ok: false });
  });

  test('what happened is recorded in any order; the end closes the target', () => {
    const { at, one } = withTwoTargets();
    const prepared = prepareAsk(at, asked(one, 'person:ana'), '2026-11-01');
    if (!prepared.ok) throw new Error(prepared.error);
    const { id } = prepared.value;
    let now = next(at, prepared.value.change);
    const before = moveAsk(now, id, 'asked', '2026-11-01', '');
    expect(next(now, before).asks.get(id)?.state, 'asked before the packet was prepared').toBe('asked');
    now = next(now, moveAsk(now, id, 'handed-over', '2026-11-10', 'at lunch'));
    now = next(now, moveAsk(now, id, 'asked', '2026-11-05', ''));
    expect(now.asks.get(id)).toMatchObject({ state: 'handed-over' });
    now = next(now, tickChecklist(now, id, 'consent', true));
    now = next(now, editPacket(now, id, { note: 'Dear Ana' }));
    expect(now.asks.get(id)).toMatchObject({ checklist: ['consent'], packet: { note: 'Dear Ana', tone: 'warm' } });
    const done = next(now, moveAsk(now, id, 'done', '2026-11-20', ''));
    expect(done.targets.get(one)?.closed).toEqual({ on: '2026-11-20', how: 'done' });
    const noUse = next(now, declineAsk(now, id, 'no-use', '2026-11-20'));
    expect(noUse.targets.get(one)?.closed).toEqual({ on: '2026-11-20', how: 'friend-said-no-use' });
    expect(next(now, declineAsk(now, id, 'not-well', '2026-11-20')).targets.get(one)?.closed).toBeNull();
    expect(next(now, removeTarget(now, one)).asks.size).toBe(0);
  });
});

describe('a CV', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);

  test('is a PDF or a Word file by its bytes; the one before goes when nobody else uses it', () => {
    const target = addTarget(emptyWorkspace('w', ''), { title: 'CFO', company: 'Acme', manager: null }, TODAY);
    let at = next(emptyWorkspace('w', ''), target.change);
    expect(keepCv(at, target.id, { name: 'cv.pdf', bytes: bytes('hello') }, TODAY)).toMatchObject({ ok: false });
    expect(keepCv(at, target.id, { name: 'cv.pdf', bytes: new Uint8Array(11_000_000) }, TODAY)).toMatchObject({
      ok: false,
      error: expect.stringContaining('10 MB'),
    });
    const zip = 'PK\u0003\u0004';
    expect(keepCv(at, target.id, { name: 'a.docx', bytes: bytes(`${zip}xl/workbook.xml`) }, TODAY).ok).toBe(false);
    for (const text of ['%PDF-1.7', `${zip}[Content_Types].xml word/document.xml`]) {
      const kept = keepCv(at, target.id, { name: 'cv', bytes: bytes(text) }, TODAY);
      if (!kept.ok) throw new Error(kept.error);
      at = next(at, kept.value);
      expect(at.files.size).toBe(1);
    }
    expect([...at.files.values()][0]?.type).toContain('wordprocessingml');
    at = next(at, dropCv(at, target.id));
    expect([at.files.size, at.targets.get(target.id)?.cv]).toEqual([0, null]);
  });
});
