import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { DOMParser } from '@xmldom/xmldom';
import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { expect, open, saved, test } from './app.ts';
import { connectionsCsv, upload } from './files.ts';

/** What a name, a company or a job title may hold when somebody means harm. `marked` is set by any that runs. */
const HOSTILE = [
  '<img src=x onerror="marked=1">',
  '"><svg onload=marked=1>',
  "'><script>marked=1</script>",
  '</title></style><script>marked=1</script>',
  'javascript:marked=1',
  '<a href="javascript:marked=1">x</a>',
  '<iframe srcdoc="<script>parent.marked=1</script>">',
  '{{constructor.constructor("marked=1")()}}',
  '\u0024{marked=1}',
  '=HYPERLINK("http://127.0.0.1/?"&A1,"x")',
  "@SUM(1+1)*cmd|' /C calc'!A0",
  ']]><x onload="marked=1"/>',
  '&#60;img src=x onerror=marked=1&#62;',
  '\u202egnp.exe\u202c',
  '__proto__',
] as const;
const [IMAGE, SVG, SCRIPT, TITLE] = HOSTILE;

/** Nothing ran, and nothing of theirs became an element, an address or a handler. */
async function harmless(page: Page, where: string): Promise<void> {
  const found = await page.evaluate(() => ({
    marked: 'marked' in window,
    polluted: Object.keys(Object.prototype),
    handlers: [...document.querySelectorAll('*')]
      .filter((element) => element.getAttributeNames().some((name) => name.startsWith('on')))
      .map((element) => element.outerHTML.slice(0, 100)),
    addresses: [...document.querySelectorAll('a[href], form[action], [src]')]
      .map((element) => element.getAttribute('href') ?? element.getAttribute('action') ?? element.getAttribute('src'))
      .filter((address) => !/^(#|https:|mailto:|tel:|blob:|\.\/assets\/)/.test(address ?? '')),
    strangers: document.querySelectorAll('iframe, object, embed, body script, img[src="x"]').length,
  }));
  expect(found, where).toEqual({ marked: false, polluted: [], handlers: [], addresses: [], strangers: 0 });
}

async function saveOf(page: Page, button: string): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button, exact: true }).click(),
  ]);
  return readFileSync(await download.path());
}

test('hostile names, companies, addresses and letters stay text: on screen, in print and in files', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await open(page);
  await page.getByRole('textbox', { name: 'Role' }).fill(IMAGE);
  await page.getByRole('textbox', { name: 'Company' }).fill(SVG);
  await page.getByRole('textbox', { name: 'Hiring manager' }).fill(SCRIPT);
  await page.getByRole('textbox', { name: 'Friend' }).fill(TITLE);
  await page.getByText('Knows well').click();
  await page.getByText('told me').click();
  await page.getByRole('button', { name: 'Find the way in' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(IMAGE);
  await harmless(page, 'target');

  await page.getByRole('button', { name: /^Prepare the/ }).click();
  const letter = page.locator('.letter-editor textarea').first();
  await letter.fill(HOSTILE.join('\n'));
  await letter.blur();
  await saved(page);
  await harmless(page, 'hand-off');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.letter-print')).toContainText(IMAGE);
  await harmless(page, 'print');
  await page.emulateMedia({ media: 'screen' });

  const rows = HOSTILE.map((text, at) => ({ first: text, last: `N${at}`, company: text, position: text }));
  await open(page, '#/import');
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles(upload('Connections.csv', connectionsCsv(rows)));
  const read = page.getByRole('button', { name: 'Read my list' });
  const take = page.getByRole('button', { name: /^Take / });
  await read.or(take).first().waitFor();
  if (await read.isVisible()) await read.click();
  await take.waitFor();
  await harmless(page, 'review');
  await take.click();
  await saved(page);
  for (const hash of ['#/targets', '#/people', '#/map', '#/ask-friend', '#/who-knows-whom', '#/label', '#/settings']) {
    await open(page, hash);
    await page.waitForTimeout(300);
    await harmless(page, hash);
  }
  await open(page, '#/people');
  await page.getByRole('row').nth(3).click();
  await harmless(page, 'person');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('onerror');
  await page.waitForTimeout(300);
  await harmless(page, 'search');
  await page.keyboard.press('Escape');

  await open(page, '#/settings/backup');
  const files = unzipSync(new Uint8Array(await saveOf(page, 'Save a readable copy')));
  const tables = Object.entries(files).filter(([name]) => name.endsWith('.csv'));
  expect(tables.length).toBeGreaterThan(2);
  for (const [name, bytes] of tables)
    for (const cell of Papa.parse<string[]>(strFromU8(bytes)).data.flat())
      expect(/^[=+@\t\r]|^-[^\d]/.test(cell), `${name}: ${cell}`).toBe(false);

  await open(page, '#/map');
  await page.getByText('Save the map').click();
  for (const button of ['Picture (SVG)', 'Gephi (GEXF)', 'GraphML']) {
    const text = (await saveOf(page, button)).toString('utf8');
    const document = new DOMParser().parseFromString(text, 'text/xml');
    expect(document.getElementsByTagName('parsererror').length, button).toBe(0);
    for (const name of ['script', 'image', 'img', 'a', 'iframe', 'foreignObject'])
      expect(document.getElementsByTagName(name).length, `${button}: ${name}`).toBe(0);
    const all = document.getElementsByTagName('*');
    for (let at = 0; at < all.length; at++)
      for (const { name } of Array.from(all[at]?.attributes ?? [])) expect(name, button).not.toMatch(/^on/);
  }
});
