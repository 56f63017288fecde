import { describe, expect, test } from 'vitest';
import { factsOf } from '#handoff/facts.ts';
import { type Hint, type LetterContext, letterContext, letterHints, wordsOf } from '#handoff/letter-hints.ts';
import { draftLetter } from '#handoff/texts/letter-draft.ts';
import type { Letter } from '#model/ask.ts';
import { targetSchema } from '#model/target.ts';
import { ANA, FOUNDING, MARTA, TEO, TODAY, wayOf, worldOf } from './cases.ts';

const GOOD: Letter = {
  greeting: 'Dear Marta Silva,',
  need: 'I am writing about the Head of Product role (R-2041).\n\nYou need one product plan that sales, risk and engineering all follow.',
  did: '- Brought sales and risk onto one plan; 3 of 4 launches came on their date.\n- Cut the time to release from 14 weeks to 5.',
  lack: 'When I spoke with your HR team in October, I understood that one thing matters most: payment licences. I led a lending licence in 7 months.',
  why: 'Your team publishes what it decides against.',
  next: 'Could we talk for twenty minutes?',
  closing: 'Best regards,\nJúlia Prado',
  pairs: [],
  paper: 'A4',
};
const CONTEXT: LetterContext = {
  company: 'Acme',
  manager: { full: 'Marta Silva', first: 'Marta' },
  requisition: 'R-2041',
  otherCompanies: ['Globex', 'Acme Labs'],
  otherManagers: [{ full: 'Nils Berg', first: 'Nils' }],
  employers: ['Beta Bank'],
  pages: 1,
};
const hints = (edit: Partial<Letter> = {}, context: Partial<LetterContext> = {}): string[] =>
  letterHints({ ...GOOD, ...edit }, { ...CONTEXT, ...context }).map(({ code, section }) =>
    `${code} ${section ?? ''}`.trim(),
  );
const found = (edit: Partial<Letter>): Hint | undefined => letterHints({ ...GOOD, ...edit }, CONTEXT)[0];

describe('hints on a letter', () => {
  test('a good page has none, the neutral clause on the no included', () => expect(hints()).toEqual([]));
  test('length: pages as measured, words as counted', () => {
    expect(hints({}, { pages: 2 })).toEqual(['over-one-page']);
    expect(hints({}, { pages: null })).toEqual([]);
    expect(hints({ why: 'word '.repeat(300) })).toEqual(['over-300-words']);
    expect(
      wordsOf({ ...GOOD, greeting: 'Dear Marta,', need: '', did: '', lack: '', why: '', next: '', closing: '' }),
    ).toBe(2);
  });
  test('placeholders, wherever they are', () => {
    expect(hints({ why: '[One line: why this team.]', did: '- [A proof, with a number.]' })).toEqual([
      'placeholder did',
      'placeholder why',
    ]);
    expect(found({ closing: '[Your name]' })?.found).toBe('[Your name]');
  });
  test('a proof without a number; words count as numbers', () => {
    expect(hints({ did: '- Led a large team' })).toEqual(['no-number did']);
    expect(hints({ did: '- Led three teams\n- Halved the backlog: twice' })).toEqual([]);
    expect(hints({ did: '- Led ٣ teams' })).toEqual([]);
  });
  test('a pair without a number is told of the pairs', () => {
    expect(hints({ pairs: [{ need: 'You need one plan (R-2041)', did: 'I made one' }] })).toEqual(['no-number pairs']);
  });
  test.each([
    ['Your HR team was wrong to turn me down.'],
    ['The recruiter overlooked my work on licences.'],
    ['Despite being rejected by HR I am the right one.'],
    ['Unfortunately your recruiters never read my CV.'],
  ])('a verdict on HR: %s', (why) => expect(hints({ why })).toEqual(['verdict-on-hr why']));
  test.each([
    ['When I spoke with your HR team in October I understood that X matters most.'],
    ['I built the HR product that 40 clients use.'],
    ['My talks with your recruiter were kind and clear.'],
  ])('no verdict: %s', (why) => expect(hints({ why })).toEqual([]));
  test.each([
    ['I am desperate for a chance.'],
    ['I would do anything to join.'],
    ['Please reconsider.'],
    ['Sorry to bother you, I know you are very busy.'],
    ['This is my dream job.'],
  ])('begging: %s', (next) => expect(hints({ next })).toEqual(['begging next']));
  test("the search is not the page's matter", () =>
    expect(hints({ why: 'Since I was laid off I look for a team like yours.' })).toEqual(['life-story why']));
  test('figures of a former employer that may be confidential', () => {
    expect(hints({ did: '- At Beta Bank I raised revenue to €14.2m in 2 years' })).toEqual(['confidential did']);
    expect(hints({ did: '- Raised the margin by 3 million euros' })).toEqual(['confidential did']);
    expect(hints({ did: '- Used an internal only price model for 4 markets' })).toEqual(['confidential did']);
    expect(hints({ did: '- Raised sales by 14 % at Beta Bank' })).toEqual([]);
    expect(hints({ did: '- Managed a budget of €2m' })).toEqual([]);
  });
  test('the requisition number and the next step', () => {
    expect(hints({ need: 'You need one plan.' })).toEqual(['no-requisition need']);
    expect(hints({ need: 'You need one plan.' }, { requisition: '' })).toEqual([]);
    expect(hints({ next: '  ' })).toEqual(['no-next-step next']);
  });
  test('names of another letter', () => {
    expect(hints({ why: 'Globex is where I want to work.' })).toEqual(['wrong-company why']);
    expect(hints({ why: 'Globexia is a place.' })).toEqual([]);
    expect(hints({ greeting: 'Dear Nils Berg,' })).toEqual(['wrong-manager greeting']);
    expect(hints({ greeting: 'Dear Martha,' })).toEqual(['wrong-manager greeting']);
    expect(hints({ greeting: 'Dear hiring manager,' })).toEqual([]);
    expect(hints({ greeting: 'Dear Silva,' })).toEqual([]);
  });
  test("a name inside this company's own is not another company, nor is a former employer", () => {
    expect(hints({ why: 'Acme Labs is yours.' }, { company: 'Acme Labs Europe' })).toEqual([]);
    expect(hints({ why: 'At Globex I learned it.' }, { employers: ['Globex'] })).toEqual([]);
  });
  test('a megabyte of text is read before the test gives up', () => {
    const long = 'hr recruiter your the please '.repeat(36_000);
    const codes = letterHints({ ...GOOD, why: long, lack: 'a'.repeat(1_000_000) }, CONTEXT).map(({ code }) => code);
    expect(codes).toEqual(['over-300-words']);
  });
});

test('the context comes from the workspace: other targets, former employers', () => {
  const { workspace, target } = worldOf({
    target: FOUNDING,
    me: { employers: [{ company: null, name: 'Beta Bank', title: '', from: '', to: '', still: 'left', imports: [] }] },
  });
  const other = targetSchema.parse({
    id: 'target:other',
    created: TODAY,
    title: 'PM',
    company: 'company:beta',
    manager: TEO,
  });
  const context = letterContext(
    { ...workspace, targets: new Map([...workspace.targets, [other.id, other]]) },
    target,
    1,
  );
  expect(context).toEqual({
    ...CONTEXT,
    otherCompanies: ['Beta Bank'],
    otherManagers: [{ full: 'Teo Lind', first: 'Teo' }],
  });
});

test('a fresh draft has only hints that say what is still to be written', () => {
  for (const tone of ['warm', 'plain', 'formal'] as const) {
    const world = worldOf({ target: FOUNDING });
    const letter = draftLetter(factsOf({ ...world, way: wayOf([ANA, MARTA]), tone, today: TODAY }));
    const codes = letterHints(letter, letterContext(world.workspace, world.target, 1)).map(({ code }) => code);
    expect(new Set(codes)).toEqual(new Set(['placeholder']));
  }
});
