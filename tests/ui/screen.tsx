import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { AppProvider } from '#ui/shared/app.tsx';
import { type App, createApp } from '#workspace/app.ts';

/** One screen in a document over a real app: its service runs in this page, its store is fake IndexedDB. */
export interface Shown {
  readonly app: App;
  text(): string;
  press(key: string): Promise<void>;
  /** The first button or label with these words; waits for it as `says` does. */
  click(words: string): Promise<void>;
  /** Waits until the screen says it; fails after eight seconds with what it says instead. */
  says(words: string | RegExp): Promise<void>;
  close(): Promise<void>;
}

/** Of ten milliseconds each. */
const TRIES = 800;

export async function show(screen: ReactNode, prepare: (app: App) => Promise<void> = async () => {}): Promise<Shown> {
  globalThis.indexedDB = new IDBFactory();
  const app = createApp({ makeWorker: () => null, channel: null, now: () => Date.parse('2026-11-23T12:00:00') });
  await app.start();
  await prepare(app);
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  root.render(<AppProvider app={app}>{screen}</AppProvider>);
  await settle();
  const text = () => place.textContent ?? '';
  return {
    app,
    text,
    says: async (words) => {
      for (let tries = 0; !fits(words, text()); tries++) {
        if (tries > TRIES) throw new Error(`never said ${String(words)}, but: ${text()}`);
        await settle();
      }
    },
    press: (key) => {
      (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      return settle();
    },
    click: async (words) => {
      const found = () =>
        [...place.querySelectorAll<HTMLElement>('button, label')].find((one) => one.textContent?.includes(words));
      let button = found();
      for (let tries = 0; !button; tries++) {
        if (tries > TRIES) throw new Error(`no button says ${words}: ${text()}`);
        await settle();
        button = found();
      }
      button.click();
      await settle();
    },
    close: async () => {
      root.unmount();
      place.remove();
      await app.close();
    },
  };
}

/** React commits in a task of its own. */
export function settle(): Promise<void> {
  return new Promise((done) => setTimeout(done, 10));
}

function fits(words: string | RegExp, said: string): boolean {
  return typeof words === 'string' ? said.includes(words) : words.test(said);
}
