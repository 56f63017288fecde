import { describe, expect, test } from 'vitest';
import { undoImportChange } from '#intake/undo.ts';
import { apply } from '#model/change.ts';
import { profileOf } from '#model/person.ts';
import { emptyWorkspace, entriesOf } from '#model/workspace.ts';
import { companyOf, personNamed, take } from './kit.ts';

const ARCHIVE = 'Complete_LinkedInDataExport_03-09-2026.zip.zip';

describe('the same files again', () => {
  test.each([
    [['connections-current.csv']],
    [['connections-2018-date-and-time.csv']],
    [['connections-2020-no-preamble-no-url.csv']],
    [['messages-2018-direction.csv']],
    [['messages-2021-no-recipient-urls.csv']],
    [['contacts-uploaded-address-book.csv']],
    [['connections-two-people-one-name.csv']],
    [['connections-people-named-constructor.csv']],
    [[ARCHIVE]],
    [
      [
        'connections-current.csv',
        'messages-2026-all-quoted.csv',
        'connections-current.csv',
        'linkedin-rezipped-folder-and-macosx.zip',
      ],
    ],
  ])('%j brings 0 new', async (files) => {
    const first = await take(files, undefined, { takeOwn: true });
    const again = await take(files, first.workspace, { takeOwn: true });
    expect(first.plan.review.nothing).toBe('');
    expect(again.plan.review).toMatchObject({ added: 0, updated: 0, messages: 0, gone: 0, doubts: [], updates: [] });
    expect(again.plan.review.nothing).toMatch(/^0 new/);
    expect(again.workspace.people.size).toBe(first.workspace.people.size);
    const facts = (workspace: typeof first.workspace): number =>
      [...workspace.people.values()].reduce(
        (sum, { sightings, events, marks }) => sum + sightings.length + events.length + marks.length,
        0,
      );
    expect(facts(again.workspace)).toBe(facts(first.workspace));
  });

  test('an older era of the same list finds its people by name with company or day', async () => {
    const first = await take(['connections-current.csv']);
    const older = await take(['connections-2020-no-preamble-no-url.csv'], first.workspace);
    expect(older.plan.review).toMatchObject({ added: 0, same: 9, doubts: [] });
    const lee = [...older.workspace.people.values()].filter((person) => profileOf(person).name === 'Sam Lee');
    expect(lee.map((person) => person.sightings.length)).toEqual([2, 2]);
  });

  test('an Excel re-save with lost emoji is the same list', async () => {
    const first = await take(['connections-current.csv']);
    const resaved = await take(['connections-excel-us-bom-crlf.csv'], first.workspace);
    expect(resaved.plan.review).toMatchObject({ added: 0, same: 3, gone: 0 });
    const german = await take(['connections-excel-german-semicolon-cp1252.csv'], first.workspace);
    expect(german.plan.review).toMatchObject({ added: 0, gone: 0 });
    expect(german.plan.review.problems.map(({ code }) => code)).toEqual(['truncated']);
  });
});

describe('a later export', () => {
  test('tells who changed what, keeps who is gone and marks them', async () => {
    const first = await take(['connections-current.csv']);
    const later = await take(['connections-later-export.csv'], first.workspace);
    const { review } = later.plan;
    expect(review).toMatchObject({ added: 1, updated: 3, same: 4, gone: 2 });
    expect(review.updates.map(({ name, field, before, after, on }) => [name, field, before, after, on])).toEqual([
      ['Ines Okafor-Lindqvist', 'company', 'Northwind Analytics, Inc.', 'Tailspin', '2026-03-02'],
      ['Ines Okafor-Lindqvist', 'position', 'Director, People Ops', 'Chief People Officer', '2026-03-02'],
      ['Wei Li 李伟', 'company', '', 'Contoso', '2026-03-02'],
      ['Wei Li 李伟', 'position', 'Student', 'Engineer', '2026-03-02'],
      ['Sam Lee', 'position', 'Analyst', 'Senior Analyst', '2026-03-02'],
    ]);
    expect(companyOf(later.workspace, 'Ines Okafor-Lindqvist')).toBe('Tailspin');
    const gone = [...later.workspace.people.values()].filter(({ sightings }) =>
      sightings.some((each) => each.gone !== null),
    );
    expect(gone.map((person) => profileOf(person).name)).toEqual(['💻 Zoë 🇨🇦 Brandt ☁️', 'محمد العربي']);
    expect(gone[0]?.sightings[0]?.gone).toBe('2026-03-02');
  });

  test('taken back leaves everything as it was', async () => {
    const first = await take(['connections-current.csv']);
    const later = await take(['connections-later-export.csv'], first.workspace);
    const id = [...later.workspace.imports.keys()].at(-1) ?? 'import:none';
    const back = apply(later.workspace, undoImportChange(later.workspace, id)).workspace;
    expect([...back.people]).toEqual([...first.workspace.people]);
  });

  test('an older export after a newer one changes no news', async () => {
    const newer = await take(['connections-later-export.csv']);
    const older = await take(['connections-current.csv'], newer.workspace);
    expect(older.plan.review).toMatchObject({ added: 2, updated: 0, gone: 0, updates: [] });
    expect(companyOf(older.workspace, 'Ines Okafor-Lindqvist')).toBe('Tailspin');
    const zoe = personNamed(older.workspace, '💻 Zoë 🇨🇦 Brandt ☁️');
    expect(zoe.sightings.map(({ gone }) => gone)).toEqual(['2026-03-02']);
  });
});

describe('undo', () => {
  test('of everything leaves nothing', async () => {
    const { workspace } = await take([ARCHIVE, 'mapped-sales-tool.csv']);
    let left = workspace;
    for (const id of workspace.imports.keys()) left = apply(left, undoImportChange(left, id)).workspace;
    expect(entriesOf(left)).toEqual(entriesOf(emptyWorkspace('test', 'Test')));
  });

  test('of one of two imports that say the same leaves the facts, with the other import', async () => {
    const first = await take(['connections-current.csv']);
    const again = await take(['connections-current.csv'], first.workspace);
    const [a, b] = [...again.workspace.imports.keys()];
    const withoutFirst = apply(again.workspace, undoImportChange(again.workspace, a ?? 'import:none')).workspace;
    expect(withoutFirst.people.size).toBe(9);
    for (const person of withoutFirst.people.values())
      expect(person.sightings.map(({ imports }) => imports)).toEqual([[b]]);
    const withoutSecond = apply(again.workspace, undoImportChange(again.workspace, b ?? 'import:none')).workspace;
    expect([...withoutSecond.people]).toEqual([...first.workspace.people]);
    expect([...withoutSecond.companies]).toEqual([...first.workspace.companies]);
  });

  test('keeps whoever carries own words, with name and job', async () => {
    const { workspace } = await take(['connections-current.csv']);
    const ines = personNamed(workspace, 'Ines Okafor-Lindqvist');
    const labelled = { ...ines, own: { ...ines.own, closeness: 4 } };
    const changed = apply(workspace, { what: 'label', put: [labelled], remove: [] }).workspace;
    const [id] = [...changed.imports.keys()];
    const left = apply(changed, undoImportChange(changed, id ?? 'import:none')).workspace;
    expect([...left.people.keys()]).toEqual([ines.id]);
    expect(profileOf(personNamed(left, 'Ines Okafor-Lindqvist')).position).toBe('Director, People Ops');
    expect([...left.companies.values()].map(({ name }) => name)).toEqual(['Northwind Analytics, Inc.']);
  });

  test('of an unknown import changes nothing', () => {
    const { put, remove } = undoImportChange(emptyWorkspace('test', 'Test'), 'import:none');
    expect({ put, remove }).toEqual({ put: [], remove: [] });
  });
});
