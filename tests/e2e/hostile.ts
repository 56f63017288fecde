import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect } from './app.ts';

/** What a name, a company or a job title may hold when somebody means harm. `marked` is set by any that runs. */
export const HOSTILE = [
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
export const [IMAGE, SVG, SCRIPT, TITLE] = HOSTILE;

/** Nothing ran, and nothing of theirs became an element, an address or a handler. */
export async function harmless(page: Page, where: string): Promise<void> {
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

export async function saveOf(page: Page, button: string): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button, exact: true }).click(),
  ]);
  return readFileSync(await download.path());
}

/** Puts a hostile text into every text field there is, as typing would, and leaves it; answers how many that were. */
export async function fillEvery(page: Page, scope: string, from = 0): Promise<number> {
  return page.evaluate(
    ({ texts, root, first }) => {
      for (const details of document.querySelectorAll<HTMLDetailsElement>(`${root} details`)) details.open = true;
      const kinds = ['text', 'search', 'email', 'tel', 'url', 'textarea'];
      const fields = [
        ...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(`${root} input, ${root} textarea`),
      ].filter(({ type, offsetParent, readOnly }) => kinds.includes(type) && offsetParent !== null && !readOnly);
      for (const [at, field] of fields.entries()) {
        const write = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set;
        field.focus();
        write?.call(field, texts[(first + at) % texts.length]);
        field.dispatchEvent(new Event('input', { bubbles: true }));
        field.blur();
      }
      return fields.length;
    },
    { texts: [...HOSTILE], root: scope, first: from },
  );
}
