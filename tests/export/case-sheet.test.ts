import { describe, expect, test } from 'vitest';
import { caseSheetPdf } from '#export/case-sheet.ts';
import { caseSheet } from '#handoff/case-sheet.ts';
import { draftPacket } from '#handoff/packet.ts';
import { profileOf } from '#model/person.ts';
import type { Workspace } from '#model/workspace.ts';
import type { WayShown } from '#paths/types.ts';
import { pagesOf } from '#tests/export/pdf-text.ts';
import { ANA, askOf, MARTA, TEO, TODAY, type World, wayOf, worldOf } from '#tests/handoff/cases.ts';

const NOW = new Date('2026-11-23T10:00:00Z');
const STANDS = { stage: 'HR said no', ask: 'asked' };
const HR_NO = { stage: 'hr-no', hrNoOn: '2026-11-02', hrNoReason: 'Teo Lind said: too few years' } as const;

function shown(workspace: Workspace, people: readonly (typeof ANA)[]): WayShown {
  const way = wayOf(people);
  const name = (id: typeof ANA) => profileOf(workspace.people.get(id) ?? ({ sightings: [], own: {} } as never)).name;
  const evidence = people.map((id) => [
    { text: `${name(id)} wrote to you twice.`, source: 'a.csv', on: null, imports: [], weight: null },
  ]);
  return { ...way, evidence, better: '', fallback: null, otherwise: null };
}

/** The sheet of a world with an ask whose letter names people, and its pages. */
async function sheetOf(world: World, letter: Partial<Record<'did' | 'why' | 'need', string>> = {}) {
  const { workspace: bare, target } = worldOf({ ...world, target: { ...HR_NO, ...world.target } });
  const way = shown(bare, [ANA, MARTA]);
  const packet = draftPacket({ workspace: bare, target, way, tone: 'warm', today: TODAY });
  const ask = askOf({ packet: { ...packet, letter: { ...packet.letter, ...letter } } });
  const workspace = { ...bare, asks: new Map([[ask.id, ask]]) };
  const sheet = caseSheet({ workspace, target, way, ask, today: TODAY, stands: STANDS });
  const pages = await pagesOf(await caseSheetPdf(sheet, NOW));
  return { workspace, sheet, pages, text: (pages[0] ?? '').replace(/\s+/g, ' ') };
}

describe('the case sheet', () => {
  test('is one page with target, way in, move with its rule, and letter; others are initials', async () => {
    const { pages, text, workspace } = await sheetOf(
      {},
      {
        did: '- **Led 12 people** with Bruno Katz\n- Cut costs by 40 %',
        why: 'Ana’s stories, and bruno  KATZ. Write to ana.sousa@beta.example or julia@example.org',
      },
    );
    expect(pages.length).toBe(1);
    expect(text).toContain('Case sheet: Head of Product, Acme');
    expect(text).toContain('HR said no on 2 November.');
    expect(text).toContain('Hiring manager: M. S.');
    expect(text).toContain('Me to A. S. (confirmed). A. S. wrote to you twice.');
    expect(text).toContain('A. S. to M. S.');
    expect(text).toMatch(/The move: .*Rule [a-z-]+\./);
    expect(text).toContain('Dear M., I am writing');
    expect(text).toContain('Led 12 people with B. K.');
    expect(text).toContain('A.’s stories, and B. K. Write to (address left out) or julia@example.org');
    expect(text).toContain('Júlia Prado, 23 November 2026.');
    for (const person of workspace.people.values()) {
      expect(text.toLowerCase()).not.toContain(profileOf(person).name.toLowerCase());
    }
    for (const word of ['Ana', 'Sousa', 'Marta', 'Silva', 'Bruno', 'Katz', 'Teo', 'Lind'])
      expect(text).not.toMatch(new RegExp(`\\b${word}\\b`));
  });

  test('my own name stays, though the manager shares a part of it; so does the company', async () => {
    const names = { me: 'Jo Silva', marta: 'Marta Silva', acme: 'Silva Partners' };
    const { text } = await sheetOf({ names }, { why: 'Silva built Silva Partners.' });
    expect(text).toContain('Jo Silva, 23 November');
    expect(text).toContain('S. built Silva Partners.');
    expect(text).not.toContain('Marta');
  });

  test.each([
    ['accents, left out in the letter', 'José Núñez', 'I met Jose Nunez and José Núñez.'],
    ['signs of a pattern', 'A.(B [C] *D*', 'I met A.(B [C] *D* there.'],
    ['a hyphen', 'Nora Vásquez-Holt', 'I met Nora Vasquez-Holt and Nora Vásquez-Holt.'],
    ['another script', 'Ђорђе Ωμέγα', 'I met Ђорђе Ωμέγα there.'],
    ['an object’s own word', '__proto__ constructor', 'I met __proto__ constructor there.'],
  ])('names with %s are initials too', async (_, marta, why) => {
    const { text } = await sheetOf({ names: { marta } }, { why });
    const bare = marta.normalize('NFD').replace(/\p{M}/gu, '');
    for (const name of [marta, bare]) expect(text.normalize('NFC')).not.toContain(name);
  });

  test('signs without a face are shown as "?", and it says so', async () => {
    const { text } = await sheetOf({}, { why: '李' });
    expect(text).toContain(' ? ');
    expect(text).toContain('Signs that this file cannot hold are shown as "?".');
  });

  test('a letter far too long is cut on the one page, and it says so', async () => {
    const { pages, text } = await sheetOf({ target: {} }, { did: `${'word '.repeat(4000)}${'x'.repeat(3000)}` });
    expect(pages.length).toBe(1);
    expect(text).toContain('The letter goes on; the rest is left out here.');
    expect(text).toContain('Júlia Prado, 23 November 2026.');
  });

  test('without a way, a manager or a letter it says so', async () => {
    const { workspace, target } = worldOf({ target: { manager: null, hr: [TEO] } });
    const sheet = caseSheet({ workspace, target, way: null, ask: null, today: TODAY, stands: STANDS });
    const [page = ''] = await pagesOf(await caseSheetPdf(sheet, NOW));
    for (const words of ['The hiring manager is not known yet.', 'No verified way in yet.', 'Not written yet.'])
      expect(page).toContain(words);
    expect(page).not.toContain('Teo');
  });
});
