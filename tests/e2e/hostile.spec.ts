import type { Page } from '@playwright/test';
import { DOMParser } from '@xmldom/xmldom';
import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { expect, open, saved, test } from './app.ts';
import { archive, connectionsCsv, upload } from './files.ts';
import { HOSTILE, harmless, IMAGE, SCRIPT, SVG, saveOf, TITLE } from './hostile.ts';

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
    await harmless(page, hash);
  }
  await open(page, '#/people');
  await page.getByRole('row').nth(3).click();
  await harmless(page, 'person');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('onerror');
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

/** Takes a file in as my own, looking at each screen on the way. */
async function takenIn(page: Page, file: ReturnType<typeof upload>): Promise<void> {
  await open(page, '#/import');
  await page.locator('input[type=file]').first().setInputFiles(file);
  const read = page.getByRole('button', { name: /^Read / });
  const take = page.getByRole('button', { name: /^Take / });
  await read.or(take).first().waitFor();
  await harmless(page, `staged: ${file.name}`);
  if (await read.isVisible()) await read.click();
  await take.waitFor();
  await harmless(page, `review: ${file.name}`);
  await take.click();
  await saved(page);
  await open(page, '#/import');
  await harmless(page, `history: ${file.name}`);
}

const ADDRESSES = [
  'javascript:marked=1',
  'https://www.linkedin.com/in/"><svg onload=marked=1>',
  'https://www.linkedin.com/in/%3Cimg%20src=x%20onerror=marked=1%3E',
  'https://evil.example/in/x" onmouseover="marked=1',
  'data:text/html,<script>marked=1</script>',
  'https://www.linkedin.com/in/__proto__',
] as const;

test('hostile profile addresses, cards, archives and CVs stay text: on screen and in Word', async ({ page }) => {
  test.setTimeout(120_000);
  await open(page);
  for (const [field, text] of [
    ['Role', IMAGE],
    ['Company', SVG],
    ['Hiring manager', SCRIPT],
    ['Friend', TITLE],
  ] as const)
    await page.getByRole('textbox', { name: field }).fill(text);
  await page.getByText('Knows well').click();
  await page.getByText('told me').click();
  await page.getByRole('button', { name: 'Find the way in' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(IMAGE);
  const target = new URL(page.url()).hash;

  const rows = ADDRESSES.map((url, at) => ['Ada', `N${at}`, url, `${IMAGE}@x.example`, SVG, SCRIPT, '10 Mar 2021']);
  const columns = ['First Name', 'Last Name', 'URL', 'Email Address', 'Company', 'Position', 'Connected On'];
  const connections = Papa.unparse([columns, ...rows]);
  const zip = archive(
    Object.fromEntries([
      ['Connections.csv', connections],
      [`${IMAGE}.csv`, connections],
      ['__proto__/messages.csv', 'a,b\n1,2\n'],
      ['constructor', 'x'],
    ]),
  );
  await takenIn(page, upload(`${IMAGE}.zip`, zip));

  const cards = ADDRESSES.map((url, at) =>
    [
      'BEGIN:VCARD',
      'VERSION:3.0',
      `FN:${HOSTILE[at] ?? IMAGE}`,
      `ORG:${SVG}`,
      `TITLE:${SCRIPT}`,
      `URL:${url}`,
      `X-SOCIALPROFILE;type=linkedin:${url}`,
      `EMAIL;TYPE="${IMAGE}":n${at}@x.example`,
      `NOTE:${TITLE}`,
      'END:VCARD',
    ].join('\r\n'),
  );
  await takenIn(page, upload(`${SVG.replaceAll('/', '')}.vcf`, `${cards.join('\r\n')}\r\n`));
  for (const hash of ['#/people', '#/targets', '#/map', '#/who-knows-whom', '#/label', '#/dormant', target]) {
    await open(page, hash);
    await harmless(page, hash);
  }
  await open(page, '#/people');
  for (const row of [2, 5, 8]) {
    await page.getByRole('row').nth(row).click();
    await harmless(page, `person ${row}`);
  }

  await open(page, target);
  await page.getByRole('button', { name: /^Prepare the/ }).click();
  const letter = page.locator('.letter-editor textarea').first();
  await letter.fill(HOSTILE.join('\n'));
  await letter.blur();
  const cv = archive({ 'word/document.xml': `<w:document>${SCRIPT}</w:document>`, '[Content_Types].xml': IMAGE });
  await page
    .locator('input[type=file][accept*=".docx"]')
    .first()
    .setInputFiles(upload(`${IMAGE}.docx`, cv));
  await expect(page.locator('.handoff-cv')).toContainText(IMAGE);
  await saved(page);
  await harmless(page, 'CV');
  expect(new Uint8Array(await saveOf(page, 'Save a copy'))).toEqual(new Uint8Array(cv));

  const parts = unzipSync(new Uint8Array(await saveOf(page, 'Save as Word')));
  expect(strFromU8(parts['word/document.xml'] ?? new Uint8Array())).toContain('&lt;img src=x onerror=');
  for (const [name, bytes] of Object.entries(parts)) {
    expect(name).not.toMatch(/\.\.|vba|ole|activeX|\.bin$/i);
    if (!/\.(xml|rels)$/.test(name)) continue;
    const document = new DOMParser().parseFromString(strFromU8(bytes), 'text/xml');
    for (const element of ['w:instrText', 'w:fldSimple', 'w:hyperlink', 'w:object', 'script', 'img', 'svg', 'iframe'])
      expect(document.getElementsByTagName(element).length, `${name}: ${element}`).toBe(0);
    expect(strFromU8(bytes), name).not.toContain('TargetMode="External"');
  }
});
