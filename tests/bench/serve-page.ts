import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';

/** A script of this folder, bundled, behind a server: IndexedDB and typed modules need an origin. */
export async function servePage(entry: string): Promise<{ url: string; close: () => void }> {
  const out = mkdtempSync(join(tmpdir(), 'handcarry-bench-'));
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: {
      outDir: out,
      target: 'es2023',
      lib: { entry, formats: ['es'], fileName: () => 'page.js' },
    },
  });
  const script = readFileSync(join(out, 'page.js'));
  rmSync(out, { recursive: true });
  const server = createServer((request, response) => {
    const isScript = request.url === '/page.js';
    response.setHeader('Content-Type', isScript ? 'text/javascript' : 'text/html');
    response.end(
      isScript ? script : '<!doctype html><title>Bench</title><script type="module" src="/page.js"></script>',
    );
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close: () => server.close() };
}
