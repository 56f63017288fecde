import type { Page } from '@playwright/test';
import { PDFDocument, PDFStream } from 'pdf-lib';
import { pagesOf } from '#tests/export/pdf-text.ts';
import { expect, LUMBRA, open, openSample, saved, test } from './app.ts';
import { fillEvery, harmless, IMAGE, SCRIPT, saveOf } from './hostile.ts';

/** Presses the button that keeps a form, and looks at what it leads to. */
async function keep(page: Page, button: string, where: string): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).first().click();
  await saved(page);
  await harmless(page, where);
}

/** A page of text: nothing in it runs, opens, sends or is a link. */
async function inertPdf(bytes: Buffer): Promise<void> {
  const file = new Uint8Array(bytes);
  const read = await PDFDocument.load(file);
  const objects = read.context.enumerateIndirectObjects().map(([, one]) => (one instanceof PDFStream ? one.dict : one));
  expect(objects.length).toBeGreaterThan(5);
  const acts =
    /\/(JavaScript|JS|OpenAction|AA|A|URI|Launch|SubmitForm|GoToR|EmbeddedFiles?|RichMedia|AcroForm|Subtype \/Link)\b/;
  expect(objects.map(String).filter((text) => acts.test(text))).toEqual([]);
  expect((await pagesOf(file)).join().replaceAll('\n', '')).toContain(SCRIPT);
}

test('a hostile text in every field of every form stays text; the letter as PDF holds nothing that acts', async ({
  page,
}) => {
  await openSample(page);
  let filled = 0;
  const fill = async (scope: string, from = 0): Promise<void> => {
    const count = await fillEvery(page, scope, from);
    expect(count, `fields of ${page.url()}`).toBeGreaterThan(0);
    filled += count;
    await harmless(page, page.url());
  };

  await open(page, LUMBRA);
  await page.getByRole('button', { name: /^Prepare the/ }).click();
  await expect(page.locator('.letter-editor textarea').first()).toBeVisible();
  await fill('main');
  await saved(page);
  await harmless(page, 'hand-off');
  await inertPdf(await saveOf(page, 'Save the letter as PDF'));

  await open(page, '#/targets/new');
  await fill('main', 1);
  await page.getByRole('textbox', { name: 'Role' }).fill(IMAGE);
  await keep(page, 'Find the way in', 'new target');
  await open(page, `${LUMBRA}/edit`);
  await fill('main');
  await keep(page, 'Save', 'target');

  await open(page, '#/people');
  await page.getByRole('button', { name: 'Add a person' }).first().click();
  await fill('dialog[open]');
  await keep(page, 'Add', 'new person');
  await open(page, '#/people/ana-ferreira');
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await page.getByText('Asked to be left out of job asks').click();
  await fill('[role=dialog], aside, main');
  await keep(page, 'Keep changes', 'person');

  await open(page, '#/ask-friend/yusuf-demir');
  await fill('main', 3);
  await open(page, '#/map');
  await fill('main');
  await open(page, '#/settings');
  await page.getByRole('button', { name: 'Add an employer' }).click();
  await fill('main');
  await saved(page);

  expect(filled).toBeGreaterThan(60);
  for (const hash of ['#/targets', '#/people', '#/asks', '#/same-person', '#/settings', LUMBRA]) {
    await open(page, hash);
    await harmless(page, hash);
  }
});
