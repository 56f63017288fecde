import { chromium, type Page, test as plain } from '@playwright/test';
import { expect, openSample, test } from './app.ts';
import { type Listener, listen, servePlain } from './listener.ts';

/** Every way a page's own script can send something to another host. Each fails quietly where it is refused. */
async function trySending(page: Page, { tcp, udp }: Listener): Promise<void> {
  await page.evaluate(
    async ({ http, ws, stun }) => {
      const quietly = async (send: () => unknown): Promise<void> => {
        try {
          await send();
        } catch {
          // Refused, as it should be.
        }
      };
      await quietly(() => fetch(`${http}/fetch`, { mode: 'no-cors' }));
      await quietly(() => navigator.sendBeacon(`${http}/beacon`, 'x'));
      await quietly(() => {
        const request = new XMLHttpRequest();
        request.open('GET', `${http}/xhr`);
        request.send();
      });
      await quietly(() => new WebSocket(`${ws}/socket`));
      await quietly(() => new EventSource(`${http}/events`));
      await quietly(() => {
        new Image().src = `${http}/image.png`;
      });
      await quietly(() => {
        const link = document.createElement('link');
        link.rel = 'stylesheet';
        link.href = `${http}/style.css`;
        document.head.append(link);
      });
      await quietly(() => {
        const form = document.createElement('form');
        form.action = `${http}/form`;
        form.method = 'post';
        form.target = 'nowhere';
        document.body.append(form);
        const frame = document.createElement('iframe');
        frame.name = 'nowhere';
        document.body.append(frame);
        form.submit();
      });
      await quietly(async () => {
        const connection = new RTCPeerConnection({ iceServers: [{ urls: stun }] });
        connection.createDataChannel('x');
        await connection.setLocalDescription(await connection.createOffer());
      });
    },
    { http: `http://127.0.0.1:${tcp}`, ws: `ws://127.0.0.1:${tcp}`, stun: `stun:127.0.0.1:${udp}` },
  );
  await page.waitForTimeout(1_500);
}

/** The same from every worker of the page, `import()` of a foreign module included. */
async function trySendingFromWorkers(page: Page, { tcp }: Listener): Promise<number> {
  const workers = page.workers();
  for (const worker of workers) {
    await worker.evaluate(async (http) => {
      const scope = globalThis as unknown as Record<
        string,
        (new (url: string) => unknown) & ((url: string) => unknown)
      >;
      for (const name of ['fetch', 'importScripts']) {
        try {
          await scope[name]?.(`${http}/${name}`);
        } catch {}
      }
      for (const name of ['WebSocket', 'EventSource', 'WebTransport', 'Worker']) {
        try {
          const Sender = scope[name];
          if (Sender) new Sender(name === 'WebSocket' ? `${http.replace('http', 'ws')}/socket` : `${http}/${name}`);
        } catch {}
      }
      try {
        await import(`${http}/module.js`);
      } catch {}
    }, `http://127.0.0.1:${tcp}`);
  }
  await page.waitForTimeout(500);
  return workers.length;
}

plain('the listener hears a page and a worker that have no protection', async ({ browser }) => {
  const listener = await listen();
  const control = await servePlain();
  const page = await browser.newPage();
  await page.goto(control.url);
  await trySending(page, listener);
  const fromPage = [...listener.heard];
  expect(await trySendingFromWorkers(page, listener)).toBe(1);
  const fromWorker = listener.heard.slice(fromPage.length);
  for (const what of ['/fetch', '/beacon', '/xhr', '/socket', '/events', '/image.png', '/style.css', '/form']) {
    expect(fromPage.some((line) => line.includes(what))).toBe(true);
  }
  expect(fromPage).toContain('packet');
  expect(fromWorker.some((line) => line.includes('/fetch'))).toBe(true);
  await page.close();
  await control.close();
  await listener.close();
});

test('the app can send nothing, from its page or its worker', async ({ page, faults }) => {
  const listener = await listen();
  await openSample(page);
  await trySending(page, listener);
  // For a form that its policy then stops, Chromium opens a connection ahead of time; nothing is said on it.
  expect(listener.heard.filter((line) => line !== 'connection')).toEqual([]);
  expect(listener.heard.length).toBeLessThan(2);
  listener.heard.length = 0;
  expect(await trySendingFromWorkers(page, listener)).toBeGreaterThan(0);
  expect(listener.heard).toEqual([]);
  // Every attempt was noticed; they are this test's own and no fault of the app.
  expect(faults.violations.length).toBeGreaterThan(4);
  faults.violations.length = 0;
  faults.console.length = 0;
  faults.requests.length = 0;
  await listener.close();
});

test('nothing is looked up or reached while the app is used', async ({ address }) => {
  const listener = await listen();
  // The browser talks to its maker on its own account, whatever page is open; those names lead nowhere here.
  const makers = ['google.com', 'googleapis.com', 'gvt1.com'].map((name) => `MAP *.${name} ~NOTFOUND`).join(', ');
  const everything = `${makers}, MAP * 127.0.0.1:${listener.tcp}, EXCLUDE 127.0.0.1`;
  const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
  const browser = await chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      `--host-resolver-rules=${everything}`,
    ],
  });
  const page = await browser.newPage({ baseURL: address });
  await openSample(page);
  for (const hash of ['#/targets', '#/people', '#/map', '#/import', '#/settings']) {
    await page.goto(`./${hash}`);
    await page.waitForTimeout(300);
  }
  await browser.close();
  expect(listener.heard).toEqual([]);
  await listener.close();
});
