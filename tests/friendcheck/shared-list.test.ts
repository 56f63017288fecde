import { expect, test } from 'vitest';
import { listSentence, openList, type SharedList, sealList } from '#friendcheck/shared-list.ts';
import { apply } from '#model/change.ts';
import type { PersonId } from '#model/ids.ts';
import { personByHand } from '#model/person.ts';
import { emptyWorkspace } from '#model/workspace.ts';
import { isSealed, seal } from '#seal/envelope.ts';
import { writeBackup } from '#storage/backup.ts';
import { companyOf, personNamed, take } from '#tests/intake/kit.ts';

const ANA: PersonId = 'person:ana';
const SECRET = 'blue kettle';
const LIST: SharedList = {
  by: 'Ana',
  question: 'question:1',
  on: '2026-11-20',
  people: [
    { name: 'Márta Silva', company: 'Acme', position: 'Head of Operations' },
    { name: 'constructor', company: '__proto__', position: '' },
    { name: '<b>Wei</b> Li', company: 'Globex & Söhne', position: '=1+1' },
  ],
};

async function sealed(list = LIST): Promise<Uint8Array<ArrayBuffer>> {
  const file = await sealList(list, SECRET);
  if (!file.ok) throw new Error(file.error);
  return file.value;
}

test('a shared list opens with its passphrase alone, and holds name, company and position only', async () => {
  const file = await sealed();
  expect(isSealed(file)).toBe(true);
  const opened = await openList(file, SECRET);
  expect(opened.ok && opened.value.list).toEqual(LIST);
  expect(new TextDecoder('latin1').decode(file)).not.toContain('Silva');
  expect(await openList(file, '')).toEqual({ ok: false, error: 'needs-passphrase' });
  expect(await openList(file, 'blue kettles')).toEqual({ ok: false, error: 'wrong-passphrase' });
});

test('no list is saved without a passphrase worth the name', async () => {
  expect(await sealList(LIST, '')).toEqual({ ok: false, error: 'no-passphrase' });
  expect(await sealList(LIST, '1234567')).toEqual({ ok: false, error: 'no-passphrase' });
});

test('damaged, cut, newer, a backup, something else: refused with a sentence', async () => {
  const file = await sealed();
  const changed = file.slice();
  changed[90] = (changed[90] ?? 0) ^ 1;
  const text = (content: unknown) => seal(new TextEncoder().encode(JSON.stringify(content)), '');
  const backup = await writeBackup(emptyWorkspace('w', 'Mine'), '');
  const refused = [
    [changed, 'damaged'],
    [file.slice(0, -1), 'damaged'],
    [file.slice(0, 30), 'damaged'],
    [Uint8Array.from([...file.slice(0, 8), 9, ...file.slice(9)]), 'newer'],
    [await text({ handcarry: 'list', version: 2, someday: [] }), 'newer'],
    [await text({ handcarry: 'list', version: 1, by: 'Ana', on: 'today', people: [] }), 'damaged'],
    [await text([1]), 'damaged'],
    [backup, 'backup'],
    [await seal(new Uint8Array(80 * 1024 * 1024), ''), 'too-large'],
    [new TextEncoder().encode('Name,Company\n'), 'not-sealed'],
  ] as const;
  for (const [bytes, why] of refused) {
    expect(await openList(bytes, SECRET)).toEqual({ ok: false, error: why });
    expect(listSentence(why)).toMatch(/\.$/);
  }
});

test('what was opened is imported as that friend’s list; again it is nothing new; never as mine', async () => {
  const opened = await openList(await sealed(), SECRET);
  const text = opened.ok ? opened.value.text : '';
  const put = [personByHand(ANA, { name: 'Ana Sousa' })];
  const mine = apply(emptyWorkspace('w', 'Mine'), { what: '', put, remove: [] }).workspace;
  const file = () => new File([text], 'list-of-ana.handcarry');
  const { plan, workspace } = await take([file()], mine, { owner: ANA });
  expect(plan.review.files[0]).toMatchObject({ kind: 'shared-list', rows: 3, problems: 0 });
  expect(plan.review.added).toBe(3);
  expect(companyOf(workspace, 'Márta Silva')).toBe('Acme');
  expect(personNamed(workspace, 'constructor').sightings[0]).toMatchObject({ listed: true, seen: '2026-11-20' });
  expect([...workspace.imports.values()].map(({ owner }) => owner)).toEqual([ANA]);
  const again = await take([file()], workspace, { owner: ANA });
  expect([again.plan.review.added, again.plan.review.updated]).toEqual([0, 0]);
  const asMine = await take([file()], mine);
  expect(asMine.workspace.people.size).toBe(1);
  expect(asMine.plan.review.problems[0]).toMatchObject({ code: 'wrong-owner' });
});
