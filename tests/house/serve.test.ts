import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serve } from '#tests/serve.mjs';

const root = mkdtempSync(join(tmpdir(), 'handcarry-serve-'));
let app: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  mkdirSync(join(root, 'assets'));
  writeFileSync(
    join(root, '_headers'),
    "/*\n  Content-Security-Policy: default-src 'none'; script-src 'self'\n  X-Test: a: b\n",
  );
  writeFileSync(join(root, 'index.html'), '<p>here</p>');
  writeFileSync(join(root, 'assets', 'a b.js'), 'let a;');
  app = await serve({ root, port: 0, under: '/some/where/' });
});

afterAll(async () => {
  await app.close();
  rmSync(root, { recursive: true });
});

describe('the server', () => {
  test('sends the headers of _headers with every answer, refusals too', async () => {
    for (const path of ['', 'assets/a%20b.js', 'nowhere']) {
      const answer = await fetch(app.url + path);
      expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; script-src 'self'");
      expect(answer.headers.get('x-test')).toBe('a: b');
    }
  });

  test('answers files with their type, under its sub-path only', async () => {
    const page = await fetch(app.url);
    expect(await page.text()).toBe('<p>here</p>');
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect((await fetch(`${app.url}assets/a%20b.js`)).headers.get('content-type')).toBe(
      'text/javascript; charset=utf-8',
    );
    expect((await fetch(app.url.replace('/some/where/', '/index.html'))).status).toBe(404);
    expect((await fetch(app.url.slice(0, -1))).url).toBe(app.url);
  });

  test.each([
    '../package.json',
    '..%2fpackage.json',
    '..%2f..%2f..%2f..%2f..%2fetc%2fhostname',
    'assets',
    '_headers',
    '%00',
  ])('never leaves its folder: %s', async (path) => {
    expect(await raw(path)).toBeGreaterThanOrEqual(400);
  });

  test('only reads', async () => {
    expect((await fetch(app.url, { method: 'POST', body: 'x' })).status).toBe(405);
    expect((await fetch(app.url, { method: 'HEAD' })).status).toBe(200);
  });

  test('takes the next port when the wanted one is taken', async () => {
    const other = createServer();
    await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
    const { port } = other.address() as AddressInfo;
    const second = await serve({ root, port });
    expect(Number(new URL(second.url).port)).not.toBe(port);
    expect((await fetch(second.url)).status).toBe(200);
    await second.close();
    await new Promise((done) => other.close(done));
  });
});

/** The status for a path that nothing has tidied on its way. */
function raw(path: string): Promise<number> {
  const { hostname, port, pathname } = new URL(app.url);
  return new Promise((done, failed) => {
    request({ hostname, port, path: pathname + path }, (answer) => {
      answer.resume();
      done(answer.statusCode ?? 0);
    })
      .on('error', failed)
      .end();
  });
}
