import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import type { Tone } from '#handoff/facts.ts';
import { draftPacket } from '#handoff/packet.ts';
import { spokenSeconds } from '#handoff/texts/spoken.ts';
import type { TextKind } from '#handoff/texts/text-kinds.ts';
import { TEXT_KINDS } from '#handoff/texts/text-kinds.ts';
import { writeText } from '#handoff/texts/texts.ts';
import { countWords } from '#handoff/words.ts';
import type { Ask } from '#model/ask.ts';
import type { WayIn } from '#paths/types.ts';
import { ANA, askOf, BRUNO, FOUNDING, MARTA, TEO, TODAY, type World, wayOf, worldOf } from './cases.ts';

const ana = wayOf([ANA, MARTA]);
const proofs = [
  { text: 'Cut the time from idea to release from 14 weeks to 5 for a product with 40 engineers', on: '2026-05-01' },
  {
    text: 'Led the licence application of a lending product with the regulator; approved in 7 months',
    on: '2026-06-01',
  },
  {
    text: 'Brought sales and risk onto one product plan; 3 of 4 launches in a year came on their date',
    on: '2026-04-01',
  },
  { text: 'Ran the office move', on: '2026-07-01' },
];
const worked = { knowsWork: 'yes', knowsMe: 'yes', employee: 'yes' } as const;

const PACKETS: readonly { title: string; world: World; way: WayIn; tones: readonly Tone[] }[] = [
  {
    title: 'HR said no; Ana has seen the work; proofs in the library',
    world: { target: FOUNDING, checks: worked, me: { proofs } },
    way: ana,
    tones: ['warm', 'plain', 'formal'],
  },
  {
    title: 'HR said no; nothing else is known',
    world: { target: { stage: 'hr-no' }, me: { phone: '', email: '', city: '' } },
    way: ana,
    tones: ['warm'],
  },
  {
    title: 'HR said no; Ana would walk it to HR, and works remotely',
    world: { target: FOUNDING, checks: { ...worked, offers: 'walk-to-hr', remote: 'yes' } },
    way: ana,
    tones: ['warm'],
  },
  {
    title: 'HR said no; Ana offers only the name and does not know the work',
    world: { target: FOUNDING, checks: { offers: 'name-only', knowsWork: 'no' } },
    way: ana,
    tones: ['warm'],
  },
  {
    title: 'HR said no; Ana hardly knows me',
    world: { target: FOUNDING, checks: { knowsMe: 'no' } },
    way: ana,
    tones: ['warm'],
  },
  {
    title: 'Not applied; Ana works elsewhere and hardly knows me',
    world: { target: {}, checks: { knowsMe: 'no', employee: 'no' } },
    way: ana,
    tones: ['plain'],
  },
  {
    title: 'Not applied; Ana works elsewhere',
    world: { target: { posted: 'yes' } },
    way: ana,
    tones: ['warm', 'formal'],
  },
  {
    title: 'Not applied; Ana works there, with a scheme',
    world: { target: { referralScheme: 'yes' }, checks: worked },
    way: ana,
    tones: ['warm'],
  },
  {
    title: 'Applied, no answer; Ana works there',
    world: { target: { stage: 'applied', appliedOn: '2026-10-12' }, checks: worked },
    way: ana,
    tones: ['plain'],
  },
  {
    title: 'HR said no; by way of Bruno',
    world: { target: FOUNDING },
    way: wayOf([ANA, BRUNO, MARTA]),
    tones: ['warm'],
  },
  {
    title: 'Nobody has a name',
    world: { target: { stage: 'hr-no', title: '' }, names: { me: '', ana: '', marta: '', acme: '' } },
    way: ana,
    tones: ['warm', 'formal'],
  },
];

test('packets can be sent as they are', async () => {
  const pages = PACKETS.flatMap(({ title, world, way, tones }) =>
    tones.map((tone) => {
      const { note, letter, line, script } = draftPacket({ ...worldOf(world), way, tone, today: TODAY });
      const page = [
        letter.greeting,
        letter.need,
        letter.did,
        letter.lack,
        letter.why,
        letter.next,
        letter.closing,
      ].join('\n\n');
      return [
        heading(`${title} (${tone})`),
        part(`Private note, ${countWords(note)} words`, note),
        part('Letter', page),
        part('Line to add', line),
        part(`Spoken, ${countWords(script)} words, ${spokenSeconds(script)} seconds`, script),
      ].join('\n\n');
    }),
  );
  await expect(`${pages.join('\n\n\n')}\n`).toMatchFileSnapshot(resolve('data/expected/plans-packets.txt'));
});

const carried = [
  { state: 'asked' as const, on: '2026-11-03', note: '' },
  { state: 'handed-over' as const, on: '2026-11-06', note: '' },
];
const asked = (state: Ask['state'], more: Partial<Ask> = {}): World => ({
  target: FOUNDING,
  checks: worked,
  asks: [askOf({ state, ...more })],
});

const TEXTS: readonly { kind: TextKind; title: string; world: World; way: WayIn | null }[] = [
  { kind: 'thank-you', title: 'Ana said no', world: asked('declined'), way: ana },
  { kind: 'thank-you', title: 'Ana handed it over', world: asked('handed-over'), way: ana },
  {
    kind: 'thank-you',
    title: 'the manager said no',
    world: { ...asked('done', { history: carried }), target: { ...FOUNDING, stage: 'manager-no' } },
    way: ana,
  },
  { kind: 'update', title: 'Ana agreed', world: asked('agreed'), way: ana },
  { kind: 'update', title: 'Ana handed it over', world: asked('handed-over'), way: ana },
  { kind: 'update', title: 'an answer came', world: asked('heard-back'), way: ana },
  { kind: 'update', title: 'done without an answer', world: asked('done', { history: carried }), way: ana },
  { kind: 'update', title: 'done before it was carried', world: asked('done'), way: ana },
  {
    kind: 'update',
    title: 'the manager wants to talk',
    world: { ...asked('heard-back'), target: { ...FOUNDING, stage: 'manager-yes' } },
    way: ana,
  },
  {
    kind: 'update',
    title: 'the manager sent me to HR',
    world: { ...asked('heard-back'), target: { ...FOUNDING, stage: 'sent-to-hr' } },
    way: ana,
  },
  {
    kind: 'update',
    title: 'the manager met me',
    world: { ...asked('heard-back'), target: { ...FOUNDING, stage: 'manager-interviewed' } },
    way: ana,
  },
  {
    kind: 'update',
    title: 'the role is filled',
    world: { ...asked('heard-back'), target: { ...FOUNDING, stage: 'gone' } },
    way: ana,
  },
  { kind: 'nudge', title: 'asked, no answer', world: asked('asked'), way: ana },
  { kind: 'nudge', title: 'agreed, not handed over', world: asked('agreed'), way: ana },
  { kind: 'leave-it-there', title: 'no answer after the nudge', world: asked('silent'), way: ana },
  { kind: 'bridge', title: 'two people in between', world: { target: FOUNDING }, way: wayOf([ANA, BRUNO, MARTA]) },
  { kind: 'how-well', title: 'connected on a list', world: { target: FOUNDING }, way: wayOf([ANA, MARTA], 'listed') },
  {
    kind: 'how-well',
    title: 'about the person in between',
    world: { target: FOUNDING },
    way: wayOf([ANA, BRUNO, MARTA], 'listed'),
  },
  { kind: 'renew', title: 'I hardly know Ana', world: { target: FOUNDING }, way: wayOf([ANA, MARTA], 'listed', 0) },
  { kind: 'who-runs', title: 'Ana works there', world: { target: FOUNDING }, way: wayOf([ANA, MARTA], 'inferred') },
  { kind: 'who-runs', title: 'the manager is not known', world: { target: { manager: null } }, way: null },
  {
    kind: 'what-matters',
    title: 'Ana is the boss',
    world: { target: FOUNDING, checks: { relation: 'boss' } },
    way: ana,
  },
  {
    kind: 'thank-you',
    title: 'for another target',
    world: { target: FOUNDING, asks: [askOf({ target: 'target:other', state: 'done' })] },
    way: ana,
  },
  { kind: 'who-do-you-know', title: 'no way in', world: { target: FOUNDING }, way: null },
  { kind: 'who-would', title: 'Ana would not go', world: { target: FOUNDING }, way: ana },
  { kind: 'referral', title: 'no application yet', world: { checks: worked }, way: ana },
  { kind: 'late-referral', title: 'applied', world: { target: { stage: 'applied' }, checks: worked }, way: ana },
  { kind: 'find-out', title: 'Marta saw the CV', world: { target: { ...FOUNDING, managerPart: 'saw-cv' } }, way: ana },
  { kind: 'good-word', title: 'in the interviews', world: { target: { stage: 'interviewing' } }, way: ana },
  { kind: 'to-manager', title: 'I know Marta', world: { target: FOUNDING }, way: wayOf([MARTA]) },
  {
    kind: 'recruiter',
    title: 'a recruiter put me forward',
    world: { target: { ...FOUNDING, putForward: 'search-firm' } },
    way: ana,
  },
  { kind: 'reply-hr', title: 'HR asks how', world: { target: { ...FOUNDING, stage: 'manager-yes' } }, way: ana },
  { kind: 'hr-feedback', title: 'no contact wanted', world: { target: FOUNDING }, way: ana },
  { kind: 'hr-status', title: 'Ana is HR', world: { target: { stage: 'applied' }, ana: { hr: true } }, way: ana },
  { kind: 'feedback', title: 'the manager decided', world: { target: { ...FOUNDING, stage: 'manager-no' } }, way: ana },
  { kind: 'keep-in-mind', title: 'the role is filled', world: { target: { ...FOUNDING, stage: 'gone' } }, way: ana },
  {
    kind: 'applied',
    title: 'applied because it is required',
    world: { target: { stage: 'applied', appliedOn: '2026-11-20' } },
    way: ana,
  },
  {
    kind: 'wait-your-turn',
    title: 'Teo is on it',
    world: { target: FOUNDING, asks: [askOf({ friend: TEO })] },
    way: ana,
  },
];

test('the texts around the packet can be sent as they are', async () => {
  expect(new Set(TEXTS.map(({ kind }) => kind))).toEqual(new Set(TEXT_KINDS));
  const pages = TEXTS.map(({ kind, title, world, way }) => {
    const { to, subject, body } = writeText(kind, { ...worldOf(world), way, tone: 'warm', today: TODAY });
    return [heading(`${kind}: ${title}`), `To: ${to}. Subject: ${subject}`, body].join('\n\n');
  });
  await expect(`${pages.join('\n\n\n')}\n`).toMatchFileSnapshot(resolve('data/expected/plans-texts.txt'));
});

/** People with one name, with a title and initials, and with none; each in a tone of its own. */
const NAMED: readonly { readonly title: string; readonly tone: Tone; readonly world: World }[] = [
  { title: 'formal', tone: 'formal', world: { target: FOUNDING } },
  {
    title: 'plain, one word each',
    tone: 'plain',
    world: { target: FOUNDING, names: { me: 'Cher', ana: 'Zoë', marta: 'Ødegård', acme: '3M' } },
  },
  {
    title: 'formal, titles and initials',
    tone: 'formal',
    world: { target: FOUNDING, names: { me: 'J. Robert Prado', ana: 'Dr. Ana Sousa', marta: 'M. Silva' } },
  },
  {
    title: 'plain, no names at all',
    tone: 'plain',
    world: { target: { ...FOUNDING, title: '' }, names: { me: '', ana: '', marta: '', acme: '' } },
  },
];

test('every text reads well in the other tones, whatever people are called', async () => {
  const pages = NAMED.flatMap(({ title, tone, world }) =>
    TEXT_KINDS.map((kind) => {
      const way = kind === 'bridge' ? wayOf([ANA, BRUNO, MARTA]) : ana;
      return [heading(`${kind}: ${title}`), writeText(kind, { ...worldOf(world), way, tone, today: TODAY }).body].join(
        '\n\n',
      );
    }),
  );
  await expect(`${pages.join('\n\n\n')}\n`).toMatchFileSnapshot(resolve('data/expected/plans-tones.txt'));
});

function heading(text: string): string {
  return `=== ${text} ===`;
}

function part(title: string, text: string): string {
  return `--- ${title}\n${text}`;
}
