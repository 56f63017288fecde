import { type Entry, entrySchema } from '#model/workspace.ts';
import { createDatabase } from '#storage/database.ts';
import type { Validate } from '#storage/load.ts';
import type { Clashed } from '#workspace/clash.ts';
import { createPersist } from '#workspace/persist.ts';
import { createDocuments } from '#workspace/store.ts';
import { type Channel, createTabs } from '#workspace/tabs.ts';
import type { Locks } from '#workspace/writer.ts';

export const validate: Validate = async (records) => {
  const entries: Entry[] = records.flatMap((record) => entrySchema.safeParse(record).data ?? []);
  return { entries, refused: records.length - entries.length };
};

/** BroadcastChannel between tabs of one test: a message reaches every other open tab in a later task. */
export function createAir(): () => Channel {
  const open = new Set<Channel>();
  return () => {
    const channel: Channel = {
      onmessage: null,
      postMessage: (data) => {
        for (const other of open)
          if (other !== channel) setImmediate(() => other.onmessage?.(new MessageEvent('message', { data })));
      },
      close: () => open.delete(channel),
    };
    open.add(channel);
    return channel;
  };
}

/** Web Locks between the tabs of one test: a queue a name, `steal`, and all of a tab given back when it dies. */
export function createLocks() {
  interface Request {
    readonly tab: object;
    readonly name: string;
    readonly run: () => void;
  }
  const queue: Request[] = [];
  const held = new Map<string, { readonly tab: object; readonly broken: (error: Error) => void }>();
  let steals = 0;
  const next = (name: string): void => {
    const at = held.has(name) ? -1 : queue.findIndex((one) => one.name === name);
    queue.splice(at, at < 0 ? 0 : 1)[0]?.run();
  };
  const open = (): { locks: Locks; holds: () => boolean; die: () => void } => {
    const tab = {};
    let dead = false;
    const request: Locks['request'] = (name, { signal, steal }, work) =>
      new Promise((resolve, reject) => {
        if (dead) return;
        const run = (): void => {
          const own = { tab, broken: reject };
          held.set(name, own);
          const done = (): void => {
            if (held.get(name) === own) held.delete(name);
            resolve(null);
            next(name);
          };
          setImmediate(() => void work().then(done));
        };
        const own = { tab, name, run };
        signal?.addEventListener('abort', () => {
          const at = queue.indexOf(own);
          if (at >= 0) reject(new DOMException('no longer', 'AbortError'));
          if (at >= 0) queue.splice(at, 1);
        });
        if (!steal) queue.push(own);
        else {
          steals++;
          const before = held.get(name);
          held.delete(name);
          setImmediate(() => before?.broken(new DOMException('stolen', 'AbortError')));
          run();
        }
        next(name);
      });
    const die = (): void => {
      dead = true;
      for (const one of queue.filter((other) => other.tab === tab)) queue.splice(queue.indexOf(one), 1);
      for (const [name, one] of held) if (one.tab === tab && held.delete(name)) next(name);
    };
    const holds = (): boolean => [...held.values()].some((one) => one.tab === tab);
    return { locks: { request }, holds, die };
  };
  return { open, steals: () => steals };
}

/** One tab of a browser. `patience`: milliseconds until one that hears nothing loses the lock to it. `deaf`: it hangs, and hears no other tab; `strays`: what it stored without the lock. */
export async function openTab(channel: Channel, browser: ReturnType<typeof createLocks>, patience = 10_000) {
  const { locks, holds, die } = browser.open();
  const tab = { deaf: false, strays: 0, clashes: [] as Clashed[] };
  const database = createDatabase();
  const documents = createDocuments(() => 0);
  const tabs = createTabs(channel);
  const persist = createPersist({
    guest: false,
    documents,
    database,
    tabs: {
      ...tabs,
      tell: (news) => {
        if (news.is === 'stored' && !holds()) tab.strays++;
        tabs.tell(news);
      },
      hear: (listener) => tabs.hear((news) => tab.deaf || listener(news)),
    },
    validate,
    now: () => 0,
    locks,
    patience,
    onClash: (clash) => tab.clashes.push(clash),
  });
  await persist.start();
  const late: Promise<void>[] = [];
  const crash = (): void => {
    persist.stop();
    channel.close();
    die();
  };
  return Object.assign(tab, { database, documents, persist, late, holds, crash });
}
export type Tab = Awaited<ReturnType<typeof openTab>>;
