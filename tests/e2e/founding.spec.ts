import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { PDFDocument } from 'pdf-lib';
import { pagesOf } from '#tests/export/pdf-text.ts';
import { expect, open, saved, test, ways } from './app.ts';
import { archive, connectionsCsv, messagesCsv, upload } from './files.ts';

const ANA = { first: 'Ana', last: 'Ferreira', company: 'Lumbra Care', position: 'Head of Quality' };
const OTHERS = [
  { first: 'Łukasz', last: 'Żak', company: 'Veldt Robotics', position: 'Engineer' },
  { first: 'Gül', last: 'Demir', company: 'Lumbra Care', position: 'Talent Acquisition Partner' },
];
const EXPORT = upload(
  'Basic_LinkedInDataExport_11-20-2026.zip',
  archive({ 'Connections.csv': connectionsCsv([ANA, ...OTHERS]), 'messages.csv': messagesCsv([ANA, ...OTHERS], 6) }),
);
/** Greek, Cyrillic and Vietnamese letters, accents and what belongs in no address. */
const ME = 'Nora Vásquez-Holt Ђорђевић Ωμέγα Nguyễn';

async function cv(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  for (const page of [1, 2]) document.addPage([595, 842]).drawText(`CV of Nora, page ${page}`, { x: 60, y: 760 });
  return document.save();
}

async function choose(page: Page, group: string, answer: string): Promise<void> {
  await page.getByRole('group', { name: group }).getByText(answer, { exact: true }).click();
}

test('the founding case from import to done, and the one PDF page by page', async ({ page }) => {
  test.setTimeout(240_000);
  await open(page, '#/import');
  await page.locator('input[type=file]').first().setInputFiles(EXPORT);
  await page.getByRole('button', { name: /^Take / }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Taken in');

  await open(page, '#/settings');
  const name = page.getByRole('region', { name: 'About you' }).getByLabel('Name');
  await name.fill(ME);
  await name.blur();

  await open(page, '#/targets/new');
  await page.getByRole('textbox', { name: 'Role' }).fill('Director of Care Operations');
  await page.getByRole('textbox', { name: 'Company' }).fill('Lumbra Care');
  await page.getByRole('textbox', { name: 'Hiring manager' }).fill('Marta Silva');
  await page.getByText('Where it stands', { exact: true }).click();
  await page.getByRole('combobox', { name: 'State' }).selectOption('HR said no');
  await page.getByLabel('The no came on').fill('2026-10-14');
  await page.getByRole('textbox', { name: 'The reason they gave' }).fill('Experience of leading a certification');
  await choose(page, 'What did the manager have to do with it?', 'Set the requirement');
  await choose(page, 'Is it still posted?', 'Yes');
  await page.getByText("The posting and the employer's rules").click();
  await choose(page, 'What kind of employer?', 'A company');
  await page.getByRole('button', { name: 'Find the way in' }).click();

  await expect(page.getByRole('heading', { name: 'No verified way in yet' })).toBeVisible();
  await expect(page.getByRole('heading', { name: /^Inside Lumbra Care/ })).toBeVisible();
  await ways(page).getByRole('button', { name: 'Knows Marta?' }).first().click();
  await choose(page, 'Does Ana know Marta?', 'Knows well');
  await choose(page, 'How do you know?', 'Ana told me');
  await expect(page.getByRole('heading', { level: 2, name: 'Ask Ana to hand your page to Marta' })).toBeVisible();
  await page.getByRole('button', { name: 'Prepare the hand-off' }).click();

  const section = (name: string) => page.getByRole('textbox', { name });
  await section('What you need').fill('One owner for **certification**, from the first audit to the last.');
  await section('What I did').fill('- Cut the wait from 11 days to 3\n- Led 12 people through 3 audits in Łódź');
  await section('The experience I lack, and how I cover it').fill(
    'In October I understood that certification matters.',
  );
  await section('Why this team').fill('You publish your incident reviews.');
  await section('Why this team').blur();
  await expect(page.getByText(/^Fits on one page/)).toBeVisible();

  await page
    .locator('input[type=file]')
    .last()
    .setInputFiles(upload('Nora CV.pdf', await cv()));
  await expect(page.getByText('Nora CV.pdf')).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save letter and CV as one PDF' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(`For Marta Silva - ${ME}.pdf`);
  const bytes = new Uint8Array(readFileSync(await download.path()));
  const pages = await pagesOf(bytes);
  expect(pages.length).toBe(3);
  // A name in two scripts is two runs: readers join them by their place, so spaces are not compared.
  const letter = (pages[0] ?? '').normalize('NFC').replace(/\s+/g, '');
  let at = 0;
  for (const words of [
    'Dear Marta,',
    'One owner for certification, from the first audit to the last.',
    '• Cut the wait from 11 days to 3',
    '• Led 12 people through 3 audits in Łódź',
    'In October I understood that certification matters.',
    'You publish your incident reviews.',
    'With best wishes,',
    ME,
  ]) {
    const found = letter.indexOf(words.replace(/\s+/g, ''), at);
    expect(found, words).toBeGreaterThanOrEqual(at);
    at = found;
  }
  expect(pages.slice(1).map((text) => text.trim())).toEqual(['CV of Nora, page 1', 'CV of Nora, page 2']);
  expect((await PDFDocument.load(await page.pdf({ preferCSSPageSize: true }))).getPageCount()).toBe(1);

  for (const what of ['I asked Ana', 'Ana said yes', 'Ana handed it over', 'Done with this one'])
    await page.getByRole('button', { name: what, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Done.' })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('Not in your control');
  await saved(page);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Done.' })).toBeVisible();
  await page.getByRole('button', { name: 'I thanked Ana' }).click();
  await open(page, '#/people');
  await page.getByText('Ana Ferreira').first().click();
  await expect(page.getByRole('main')).toContainText(/Director of Care Operations.*done, thanked on/);
});
