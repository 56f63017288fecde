import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { apply } from '#model/change.ts';
import { newId } from '#model/ids.ts';
import { personByHand } from '#model/person.ts';
import { emptyWorkspace } from '#model/workspace.ts';
import { writeBackup } from '#storage/backup.ts';
import { findBrowser } from '#tests/machine.mjs';
import { connectionsCsv, upload } from './files.ts';
import type { Running } from './killed-browser.ts';

const PASS = 'four plain words here';
const BATCH = 400;
const RESTORED = 1_500;

/** What Settings says is stored: the City field and the figures of "Where it is kept". */
export interface State {
  readonly city: string;
  readonly people: number;
  readonly imports: number;
}
export const EMPTY: State = { city: '', people: 0, imports: 0 };

/** What was tried, in order; `acknowledged` is the newest that the page called saved. */
export interface History {
  readonly states: State[];
  acknowledged: number;
}

/** At the settings, where everything is to be seen; behind the passphrase, where there is one. Answers whether there was. */
export async function opened(page: Page, url: string): Promise<boolean> {
  await page.goto(`${url}#/settings`);
  const passphrase = page.getByLabel('Passphrase', { exact: true });
  const settings = page.locator('#settings-storage');
  await passphrase.or(settings).first().waitFor();
  const locked = await passphrase.isVisible();
  if (locked) {
    await passphrase.fill(PASS);
    await page.getByRole('button', { name: 'Open', exact: true }).click();
  }
  await settings.waitFor();
  await page.waitForSelector('.topbar-save[data-kind="calm"]');
  return locked;
}

/** Sets the passphrase of the app, or takes it away: everything stored is written anew. */
export async function locking(page: Page): Promise<void> {
  const set = page.getByRole('button', { name: 'Set the passphrase' });
  if (await set.isVisible()) {
    await page.getByLabel('New passphrase').fill(PASS);
    await page.getByLabel('The same again').fill(PASS);
    await set.click();
    await page.getByText('Everything on this computer is encrypted now.').waitFor();
    return;
  }
  await page.getByText('Take the passphrase away').click();
  await page.getByLabel('Passphrase now').last().fill(PASS);
  await page.getByRole('button', { name: 'Take it away' }).click();
  await page.getByText('Nothing is encrypted any more.').waitFor();
}

/** The store as release 1 left it, put where the app will look, before the app was ever opened; `held` keeps it open. */
export async function putStoreOfReleaseOne(page: Page, url: string, held = false): Promise<void> {
  const store = JSON.parse(readFileSync('data/expected/store-1.json', 'utf8')) as unknown;
  await page.goto(`${url}icon.svg`);
  await page.evaluate(
    ([kept, keepsOpen]) => {
      const { version, stores } = kept as { version: number; stores: Record<string, [IDBValidKey, unknown][]> };
      const revived = (value: unknown): unknown => {
        if (typeof value !== 'object' || value === null) return value;
        if (Array.isArray(value)) return value.map(revived);
        if ('b64' in value) return Uint8Array.from(atob(String(value.b64)), (char) => char.charCodeAt(0));
        return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, revived(field)]));
      };
      return new Promise<void>((done, failed) => {
        const opening = indexedDB.open('handcarry', version);
        opening.onupgradeneeded = () => {
          for (const [name, rows] of Object.entries(stores)) {
            const made = opening.result.createObjectStore(name, name === 'shelf' ? { keyPath: 'id' } : {});
            for (const [key, value] of rows) made.put(revived(value), ...(name === 'shelf' ? [] : [key]));
          }
        };
        opening.onsuccess = () => {
          // Held, it hears no request to close: a tab of the old version that hangs.
          if (keepsOpen) Object.assign(window, { held: opening.result });
          else opening.result.close();
          done();
        };
        opening.onerror = () => failed(opening.error);
      });
    },
    [store, held] as const,
  );
}

/**
 * A disk that takes a second for every save, in the page itself; with `early`, a browser that reports a save as
 * completed before it is: what an app does that says "Saved" too soon.
 */
export async function slowDisk(page: Page, early: boolean): Promise<void> {
  await page.addInitScript((tooSoon) => {
    const put = IDBObjectStore.prototype.put;
    const listen = EventTarget.prototype.addEventListener;
    const waiting = new WeakMap<IDBTransaction, () => void>();
    IDBTransaction.prototype.addEventListener = function (this: IDBTransaction, type: string, listener: unknown) {
      if (type !== 'complete') return listen.call(this, type, listener as EventListener);
      let told = false;
      const tell = () => {
        if (!told) (listener as EventListener).call(this, new Event('complete'));
        told = true;
      };
      waiting.set(this, tell);
      listen.call(this, 'complete', tell);
    };
    IDBObjectStore.prototype.put = function (this: IDBObjectStore, value: unknown, key?: IDBValidKey) {
      const request = key === undefined ? put.call(this, value) : put.call(this, value, key);
      if (this.name !== 'log') return request;
      const until = performance.now() + 1_000;
      const hold = () => {
        if (performance.now() < until) this.count().onsuccess = hold;
      };
      hold();
      const tell = waiting.get(this.transaction);
      if (tooSoon && tell) setTimeout(tell, 50);
      return request;
    };
  }, early);
}

/** Notes what is tried before it is tried, so that a kill in between finds it in the history. */
export function trying(history: History, state: State): number {
  history.states.push(state);
  return history.states.length - 1;
}

/** Types into the City field and leaves it, as a person does; acknowledged when the top bar went from Saving to Saved. */
export async function editing(page: Page, history: History, state: State): Promise<void> {
  const at = trying(history, state);
  const city = page.getByRole('textbox', { name: 'City' });
  await acknowledged(page, at, async () => {
    await city.fill(state.city);
    await city.blur();
  });
}

export async function restoring(page: Page, history: History, backup: ReturnType<typeof upload>): Promise<void> {
  await page.getByLabel('Backup file').setInputFiles(backup);
  const at = trying(history, { city: 'Restored', people: RESTORED, imports: 0 });
  await acknowledged(page, at, () => page.getByRole('button', { name: 'Restore this file' }).click());
}

export async function importing(page: Page, history: History, last: State, name: string): Promise<void> {
  await page.evaluate(() => {
    location.hash = '#/import';
  });
  const people = Array.from({ length: BATCH }, (_, at) => ({
    first: `Ada${name.replace('.', 'x')}`,
    last: `N${at}`,
    company: `Acme ${at % 20}`,
    position: 'Buyer',
  }));
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles(upload('Connections.csv', connectionsCsv(people)));
  const read = page.getByRole('button', { name: 'Read my list' });
  const take = page.getByRole('button', { name: /^Take / });
  await read.or(take).first().waitFor();
  if (await read.isVisible()) await read.click();
  await take.waitFor();
  const at = trying(history, { ...last, people: last.people + BATCH, imports: last.imports + 1 });
  await acknowledged(page, at, () => take.click());
}

/** The page itself watches its top bar: Saving, then Saved; only then is the write counted as acknowledged. */
async function acknowledged(page: Page, at: number, act: () => Promise<unknown>): Promise<void> {
  const saved = page.evaluate((index) => {
    const scope = window as unknown as { acknowledge(at: number): void; watching: boolean };
    const bar = () => document.querySelector('.topbar-save')?.getAttribute('data-kind');
    return new Promise<void>((done) => {
      let busy = false;
      const look = () => {
        busy ||= bar() === 'busy';
        if (!busy || bar() !== 'calm') return;
        observer.disconnect();
        scope.acknowledge(index);
        done();
      };
      const observer = new MutationObserver(look);
      observer.observe(document.body, { attributes: true, childList: true, subtree: true });
      scope.watching = true;
    });
  }, at);
  saved.catch(() => {});
  await page.waitForFunction(() => (window as unknown as { watching?: boolean }).watching);
  await act();
  await saved;
}

/** What a person sees who opens the app again; the words of the page when it does not open. */
export async function stateOf({ page }: Running, url: string): Promise<(State & { locked: boolean }) | string> {
  try {
    page.setDefaultTimeout(60_000);
    const locked = await opened(page, url);
    const city = await page.getByRole('textbox', { name: 'City' }).inputValue();
    const words = await page.getByText('are kept in this browser').textContent();
    const figure = (of: RegExp) => Number(of.exec(words ?? '')?.[1]?.replace(/\D/g, '') ?? Number.NaN);
    return { city, people: figure(/([\d,]+) (?:person|people)/), imports: figure(/([\d,]+) imports?/), locked };
  } catch (error) {
    return `${String(error)}: ${await page.textContent('body').catch(() => '')}`;
  }
}

export async function backupFile(): Promise<Uint8Array> {
  const put = Array.from({ length: RESTORED }, (_, at) => personByHand(newId('person'), { name: `Person ${at}` }));
  const empty = emptyWorkspace('w', 'Before');
  const workspace = apply(empty, { what: '', put: [{ ...empty.me, city: 'Restored' }, ...put], remove: [] }).workspace;
  return writeBackup(workspace, '');
}

export function same(a: State, b: State): boolean {
  return a.city === b.city && a.people === b.people && a.imports === b.imports;
}

export function freshProfile(): string {
  return mkdtempSync(join(tmpdir(), 'handcarry-crash-'));
}

export function executable(): string {
  const found = findBrowser();
  if (!found) throw new Error('No Chromium here.');
  return found;
}
