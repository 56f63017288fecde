/**
 * Serves a built app from a folder, on this computer only. The headers are the ones `dist/_headers` states, so
 * what is tested here is what a static host that reads that file will send. Node's built-ins only.
 */
import { createReadStream, readFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

const TYPES = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.mjs', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.webmanifest', 'application/manifest+json; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.ico', 'image/x-icon'],
  ['.woff2', 'font/woff2'],
  ['.wasm', 'application/wasm'],
  ['.txt', 'text/plain; charset=utf-8'],
  ['.csv', 'text/csv; charset=utf-8'],
  ['.pdf', 'application/pdf'],
  ['.zip', 'application/zip'],
]);

/** How many ports after the wanted one are tried before the system chooses. */
const NEIGHBOURS = 10;

/** The lines below the first path of a `_headers` file: `  Name: value`. */
export function readHeaders(file) {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => /^\s+\S+:/.test(line)).map((line) => line.trim().split(/:\s*(.*)/s, 2));
}

/**
 * @param {{ root: string, port?: number, host?: string, under?: string }} options `under` is the sub-path the app is
 * served from, with both slashes; `port` 0 lets the system choose.
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function serve({ root, port = 4173, host = '127.0.0.1', under = '/' }) {
  const headers = readHeaders(join(root, '_headers'));
  const server = createServer((request, response) => {
    for (const [name, value] of headers) response.setHeader(name, value);
    answer(request, response, root, under).catch(() => refuse(response, 500, 'The file could not be read.'));
  });
  const taken = await listen(server, host, port);
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}${under}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function answer(request, response, root, under) {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405, 'Only reading is possible.');
  const path = pathOf(request.url ?? '/');
  if (path === null) return refuse(response, 400, 'This address cannot be read.');
  if (!path.startsWith(under)) {
    if (`${path}/` !== under) return refuse(response, 404, 'There is no such file.');
    response.writeHead(308, { Location: under }).end();
    return;
  }
  const inside = path.slice(under.length);
  const file = join(root, normalize(`${sep}${inside === '' || inside.endsWith('/') ? `${inside}index.html` : inside}`));
  const found = await stat(file).catch(() => null);
  if (!found?.isFile() || inside === '_headers') return refuse(response, 404, 'There is no such file.');
  response.writeHead(200, {
    'Content-Type': TYPES.get(extname(file).toLowerCase()) ?? 'application/octet-stream',
    'Content-Length': found.size,
    // Hashed names may be kept; everything else is asked for again, so that a new build shows at once.
    'Cache-Control': inside.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
  });
  if (request.method === 'HEAD') response.end();
  else
    createReadStream(file)
      .on('error', () => response.destroy())
      .pipe(response);
}

/** The decoded path of a request, null when it is not one (a broken escape, a NUL). */
function pathOf(url) {
  try {
    const path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
    return path.includes('\0') ? null : path;
  } catch {
    return null;
  }
}

function refuse(response, status, text) {
  if (response.headersSent) response.destroy();
  else response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(text);
}

/** Listens on the port, on one of its neighbours when it is taken, else on any; answers the one it got. */
async function listen(server, host, port) {
  const wanted = port === 0 ? [0] : [...Array.from({ length: NEIGHBOURS }, (_, i) => port + i), 0];
  for (const candidate of wanted) {
    const error = await new Promise((done) => {
      server.once('error', done);
      server.listen(candidate, host, () => {
        server.off('error', done);
        done(null);
      });
    });
    if (error === null) return server.address().port;
    if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') throw error;
  }
  throw new Error('No port is free.');
}
