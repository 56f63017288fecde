import { closeSync, ftruncateSync, openSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { expect, LUMBRA, move, open, openSample, saved, test, ways } from './app.ts';

async function prepare(page: Page): Promise<void> {
  await openSample(page);
  await open(page, LUMBRA);
  await page.getByRole('button', { name: 'Prepare the hand-off' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'For Marta Silva, through Ana Ferreira' })).toBeVisible();
}

test.beforeEach(() => {
  test.setTimeout(120_000);
});

/** What Word or a web page puts on the clipboard, as the browser hands it over. */
async function paste(field: Locator, html: string, plain: string): Promise<void> {
  await field.focus();
  await field.evaluate(
    (element, data) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', data.html);
      clipboardData.setData('text/plain', data.plain);
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    },
    { html, plain },
  );
}

test('a letter pasted from Word keeps bold and lists; scripts in it stay away', async ({ page }) => {
  await prepare(page);
  const did = page.getByRole('textbox', { name: 'What I did' });
  await did.fill('');
  await paste(
    did,
    `<html><head><style>p.MsoNormal{color:red}</style><script>marked=1</script></head><body>
     <p class=MsoNormal>I ran <b>three</b> audits.<o:p></o:p></p>
     <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·&nbsp;</span><![endif]>Cut 11 days to 3</p>
     <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'>Led <span style='font-weight:bold'>12 people</span><img src=x onerror="marked=1"></p>
     <svg onload="marked=1"><a href="javascript:marked=1">x</a></svg></body></html>`,
    'I ran three audits.\r\n·\tCut 11 days to 3\r\n·\tLed 12 people',
  );
  await expect(did).toHaveValue('I ran **three** audits.\n\n- Cut 11 days to 3\n- Led **12 people**');
  const sheet = page.locator('.letter-sheet').first();
  await expect(sheet.locator('strong')).toHaveText(['three', '12 people']);
  await expect(sheet.locator('li')).toHaveText(['Cut 11 days to 3', 'Led 12 people']);
  expect(await page.evaluate(() => 'marked' in window)).toBe(false);
  await did.blur();
  await saved(page);
  await page.reload();
  await expect(did).toHaveValue(/Led \*\*12 people\*\*$/);

  await did.fill('kept ');
  await paste(did, `<p>${'<b>'.repeat(200_000)}${'word '.repeat(900_000)}`, '');
  await expect(page.getByText('Only the first 30,000 characters were taken.')).toBeVisible();
  await expect(did).toHaveValue(/^kept \*?\*?word/);
  await did.fill('Fine again.');
  await expect(page.getByText(/^Fits on one page/)).toBeVisible();
});

test('a CV of 200 MB, or of another kind, is refused with a sentence and the one before stays', async ({
  page,
}, testInfo) => {
  const huge = testInfo.outputPath('Huge CV.pdf');
  const file = openSync(huge, 'w');
  ftruncateSync(file, 200 * 1024 * 1024);
  closeSync(file);
  await prepare(page);
  const choose = page.locator('input[type=file]').last();
  await choose.setInputFiles(huge);
  await expect(page.getByRole('alert')).toContainText('larger than 10 MB');
  await choose.setInputFiles({
    name: 'CV.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('<script>marked=1</script>'),
  });
  await expect(page.getByRole('alert')).toContainText('neither a PDF nor a Word file');
});

test('a friend deleted in the middle of a request: said first, gone whole, back with undo', async ({ page }) => {
  await prepare(page);
  const note = page.getByRole('textbox', { name: 'Note to Ana' });
  await note.fill('My own words to Ana.');
  await note.blur();
  await page.getByRole('button', { name: 'I asked Ana', exact: true }).click();
  const address = new URL(page.url()).hash;
  await open(page, '#/people/ana-ferreira');
  await page.getByRole('button', { name: 'Delete this person' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('1 request with the note and the letter');
  await expect(dialog).toContainText('A request to Ana is open (asked).');
  await dialog.getByRole('button', { name: 'Delete', exact: true }).click();
  await saved(page);
  await open(page, address);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nothing is prepared yet');
  await open(page, LUMBRA);
  await expect(ways(page)).not.toContainText('Ana Ferreira');
  await expect(move(page)).toContainText('Yusuf');
  await page.keyboard.press('Control+z');
  await expect(ways(page)).toContainText('Ana Ferreira');
  await open(page, address);
  await expect(note).toHaveValue('My own words to Ana.');
});

test('a company that merged with another: its target, people and request go on there', async ({ page }) => {
  await prepare(page);
  await open(page, `${LUMBRA}/edit`);
  await page.getByText('Lumbra Care has merged with another company').click();
  await page.getByLabel('Lumbra Care is now part of').fill('Veldt Robotics');
  await page.getByRole('button', { name: 'Join the two' }).click();
  await expect(page.getByText('Lumbra Care is part of Veldt Robotics now.')).toBeVisible();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.locator('.target-facts')).toContainText('Veldt Robotics');
  await expect(ways(page)).toContainText('Ana Ferreira');
  await expect(page.getByRole('link', { name: 'Open the hand-off' })).toBeVisible();
  await saved(page);
  await page.reload();
  await expect(page.locator('.target-facts')).toContainText('Veldt Robotics');
  await open(page, `${LUMBRA}/edit`);
  await expect(page.getByRole('textbox', { name: 'Company' })).toHaveValue('Veldt Robotics');
});

test('dates out of order are kept, said, and change nothing else', async ({ page }) => {
  await prepare(page);
  const record = async (what: string, on: string) => {
    if (!(await page.getByLabel('On which day').isVisible())) await page.getByText(/another day/).click();
    await page.getByLabel('On which day').fill(on);
    await page.getByRole('button', { name: what, exact: true }).click();
  };
  await record('I asked Ana', '2026-11-10');
  await record('Ana handed it over', '2026-11-02');
  await expect(page.getByText(/"handed over" is dated 2026-11-02, before "asked" on 2026-11-10\./)).toBeVisible();
  await open(page, `${LUMBRA}/edit`);
  await page.getByText('Where it stands', { exact: true }).click();
  await page.getByLabel('Posted on').fill('2031-01-01');
  await page.getByLabel('You applied on').fill('2026-11-20');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const notice = page.locator('.notice');
  await expect(notice).toContainText('The posting is dated 2031-01-01, which is still to come.');
  await expect(notice).toContainText("HR's no is dated 2026-10-14, before you applied on 2026-11-20.");
  await expect(page.getByRole('link', { name: 'Open the hand-off' })).toBeVisible();
});
