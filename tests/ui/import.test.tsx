import { afterEach, expect, test } from 'vitest';
import { Import } from '#ui/intake/Import.tsx';
import { freshSeeds } from '#ui/intake/make-targets.ts';
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
