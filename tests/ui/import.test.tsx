import { readFileSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import { profileOf } from '#model/person.ts';
import { Import } from '#ui/intake/Import.tsx';
import { freshSeeds } from '#ui/intake/make-targets.ts';
import { SamePersonScreen } from '#ui/intake/SamePersonScreen.tsx';
import { stage, unstage } from '#ui/shared/staged.ts';
import { type Shown, settle, show } from './screen.tsx';

const HEADER = 'First Name,Last Name,URL,Email Address,Company,Position,Connected On';
const csv = (...rows: string[]) => new File([[HEADER, ...rows, ''].join('\r\n')], 'Connections.csv');
const ANA = 'Ana,Sousa,https://www.linkedin.com/in/ana-sousa,,Acme,CFO,04 Apr 2021';
const MARTA = 'Marta,Silva,https://www.linkedin.com/in/marta-silva,,Acme,VP,05 Apr 2021';

let shown: Shown;
afterEach(async () => {
  unstage();
  await shown.close();
});

async function drop(file: File) {
  await stage([file]);
  await settle();
}

test('the first list is read at once, reviewed, taken in, and the bare truth is told', async () => {
  shown = await show(<Import />);
  await drop(csv(ANA, MARTA, ',,,,,,06 Apr 2021'));
  await shown.says('Take in 2 new people');
  expect(shown.app.document.getState().workspace?.people.size).toBe(0);
  expect(shown.text()).toContain('Hidden members1');
  await shown.click('Take in 2 new people');
  await shown.says('2 connections. LinkedIn does not say who knows whom, so nobody is a way in yet.');
  expect(shown.app.document.getState().workspace?.people.size).toBe(2);

  await drop(csv(ANA, MARTA));
  await shown.says('Whose list is this?');
  await shown.click('Read my list');
  await shown.says('0 new: everything in this file is already here.');
  await shown.click('Leave without a trace');
  await shown.click('Undo this import');
  expect(shown.app.document.getState().workspace?.people.size).toBe(0);
});

test('own files do not go into the sample', async () => {
  shown = await show(<Import />, (app) => app.commands.openSample());
  const before = shown.app.document.getState().workspace?.people.size;
  await drop(csv(ANA));
  await shown.says('You are in the sample');
  await shown.click('Stay here');
  expect(shown.app.document.getState().workspace?.people.size).toBe(before);
});

test('a role that is a target already is not proposed again', async () => {
  shown = await show(<Import />, async (app) => {
    app.commands.addTarget({ title: 'Head of  Sales', company: 'ACME', manager: null });
  });
  const { workspace } = shown.app.document.getState();
  const seed = {
    title: 'Head of Sales',
    company: 'Acme',
    link: '',
    on: null,
    applied: true,
    from: 'application',
  } as const;
  expect(workspace && freshSeeds([seed, { ...seed, title: 'COO' }], workspace).map((one) => one.title)).toEqual([
    'COO',
  ]);
});

const card = (name: string, mail: string) =>
  `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:${name}\r\nEMAIL:${mail}\r\nEND:VCARD\r\n`;
const people = () => [...(shown.app.document.getState().workspace?.people.values() ?? [])];

const LIST = csv(ANA, MARTA, ANA.replaceAll('Ana', 'Ines').replaceAll('ana-', 'ines-').replace('04 Apr', '09 Apr'));
const CARDS = new File(
  ['Ana Sousa', 'Marta Silva', 'Ines Sousa'].map((name, at) => card(name, `m${at}@example.org`)),
  'phone.vcf',
);

async function doubtful(): Promise<void> {
  shown = await show(<Import />);
  await drop(LIST);
  await shown.says('Take in 3 new people');
  await shown.click('Take in 3 new people');
  await shown.says('Taken in');
  await drop(CARDS);
  await shown.says('Whose list is this?');
  await shown.click('Read my list');
  await shown.says('3 rows may be somebody you already have');
}

test('doubtful rows are answered by single keys, taken back, and left open', async () => {
  await doubtful();
  await shown.click('One by one');
  await shown.press('s');
  await shown.says('1 answered, 2 left');
  await shown.press('u');
  await shown.says('0 answered, 3 left');
  await shown.press('s');
  await shown.says('2 left');
  await shown.press('t');
  await shown.says('1 left');
  await shown.press('l');
  await shown.says('1 question left for later');
  await shown.click('Take in 2 new people');
  await shown.says('Taken in');
  expect(people()).toHaveLength(5);
  expect(people().filter(({ own }) => own.notSame.length > 0)).toHaveLength(2);
  await shown.says('1 question is open');
});

test('a whole group is looked at and answered at once, but for those unticked, and that can be taken back', async () => {
  await doubtful();
  await shown.click('All at once');
  const ticks = document.querySelectorAll<HTMLInputElement>('.doubt-lines input');
  expect(ticks).toHaveLength(3);
  ticks[0]?.click();
  await settle();
  await shown.click('Same person for all 2');
  await shown.says('1 question open, 2 answered');
  await shown.click('Take the last answer back');
  await shown.says('3 questions open');
  await shown.click('All at once');
  await shown.click('Same person for all 3');
  await shown.click('Take it in');
  await shown.says('Taken in');
  expect(people()).toHaveLength(3);
});

test('what was left open is answered later, each answer an undoable step', async () => {
  shown = await show(<SamePersonScreen />, async (app) => {
    for (const file of [LIST, CARDS]) {
      await app.commands.readFiles([file], 'me');
      const { intake } = app.session.getState();
      if (intake.is !== 'done') throw new Error(intake.is);
      await app.commands.acceptReview({ token: intake.value.token, same: [], takeOwn: false });
    }
  });
  await shown.says('3 questions open');
  await shown.click('One by one');
  await shown.press('s');
  await shown.says('2 left');
  expect(people()).toHaveLength(5);
  expect(
    people()
      .map(({ sightings }) => sightings.map(({ why }) => why).join())
      .sort(),
  ).toEqual(['new', 'new', 'new', 'new', 'new,you-said-so']);
  await shown.press('t');
  await shown.says('1 left');
  expect(people()).toHaveLength(5);
  await shown.press('u');
  await shown.says('2 left');
  await shown.click('All questions');
  await shown.click('All at once');
  await shown.click('Same person for all 2');
  await shown.says('Nobody here looks like the same person twice.');
  expect(people()).toHaveLength(3);
  expect(shown.app.session.getState().toast?.text).toBe('Same person: 2 people joined');
  shown.app.commands.undo();
  await shown.says('2 questions open');
});

test('a file whose letters can be read in several ways shows them, and is read again as chosen', async () => {
  shown = await show(<Import />);
  await drop(new File([readFileSync('data/files/outlook-classic-polish-cp1250.csv')], 'contacts.csv'));
  await shown.says('Letters read as Central European. Do they look wrong?');
  expect(shown.text()).toContain('Wiśniewski');
  const ways = [...document.querySelectorAll<HTMLButtonElement>('.code-page button')];
  ways.find((way) => way.getAttribute('aria-label') === 'Read as Western European')?.click();
  await shown.says('Letters read as Western European.');
  await shown.click('Take in 2 new people');
  await shown.says('Taken in');
  expect(people().map((person) => profileOf(person).name)).toContain('£ukasz Wiœniewski');
});

test('whose messages they are is asked with the people in them, and answered by one click', async () => {
  shown = await show(<Import />);
  await drop(new File([readFileSync('data/files/messages-one-pair-owner-unknown.csv')], 'messages.csv'));
  await shown.says('Which of them is you?');
  expect(shown.text()).not.toContain('Take ');
  await shown.click('Jordan Pike');
  await shown.says('Take in 1 new person');
  expect(shown.text()).not.toContain('Which of them is you?');
});

test('lists of two people dropped together are asked about, and read one person after the other', async () => {
  shown = await show(<Import />);
  await stage([
    csv(ANA, MARTA),
    new File([await csv(MARTA.replaceAll('Marta', 'Petra').replace('marta', 'petra')).text()], 'hers.csv'),
  ]);
  await shown.says('Whose lists are these?');
  const friends = [...document.querySelectorAll<HTMLInputElement>('input[value=friend]')];
  expect(friends).toHaveLength(2);
  friends[1]?.click();
  await settle();
  await shown.click('Read them, 2 people in turn');
  await shown.says('1 of 2');
  await shown.click('Take in 2 new people');
  await shown.says('Which friend?');
  await shown.click('Leave it');
  await shown.says('Taken in');
  expect(people()).toHaveLength(2);
});

test('the very first list can still be said to be a friend’s', async () => {
  shown = await show(<Import />);
  await drop(csv(ANA));
  await shown.says('Take in 1 new person');
  await shown.click("It is a friend's list");
  await shown.says('Which friend?');
  await shown.click('My own list');
  await shown.click('Read my list');
  await shown.says('Take in 1 new person');
});
