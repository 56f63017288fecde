import { readdirSync, readFileSync } from 'node:fs';
import { dirname, posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesUnder, type Import, linesOf, readSource, type SourceFile } from './house/read.ts';

/**
 * The house. A room imports from the rooms and the packages its row names, and touches the platform only where its
 * row says so; arrows go up the table only. `main` is src/main.tsx. `ui` may take *types* from any room above it.
 */
const HOUSE = `
  room        | imports from                                  | packages                                    | touches
  model       |                                               | zod                                         | crypto
  intake      | model                                         | papaparse @zip.js/zip.js ical.js postal-mime |
  ties        | model                                         |                                             |
  paths       | model ties                                    |                                             |
  handoff     | model ties paths                              | zod                                         |
  seal        | model                                         | fflate                                      | crypto
  friendcheck | model seal                                    | zod uqr                                     | crypto
  graph       | model ties paths                              | graphology*                                 |
  export      | model handoff graph                           | pdf-lib @pdf-lib/fontkit docx fflate graphology* @fontsource/* |
  storage     | model seal                                    | idb zod                                     | store time
  worker      | model intake ties paths graph                 |                                             | worker
  workspace   | *                                             | zustand minisearch zod                      | time tabs crypto
  ui          | model handoff friendcheck graph workspace     | react react-dom sigma graphology zustand @tanstack/react-virtual @fontsource/* | time page
  main        | ui workspace storage worker                   | react react-dom zod                         | time page worker store
`;

/** What the words of the last column stand for. URL, TextDecoder, AbortSignal and the like are free for all. */
const PLATFORM = `
  word        | names
  crypto      | crypto
  time        | clock performance setTimeout clearTimeout setInterval clearInterval requestAnimationFrame cancelAnimationFrame
  store       | indexedDB navigator
  worker      | Worker postMessage onmessage addEventListener self globalThis setTimeout clearTimeout
  tabs        | BroadcastChannel navigator document window location addEventListener removeEventListener
  tabs        | caches localStorage sessionStorage
  page        | document window navigator location history matchMedia addEventListener removeEventListener globalThis self
  page        | localStorage sessionStorage getComputedStyle ResizeObserver MutationObserver IntersectionObserver print
  nobody      | fetch XMLHttpRequest WebSocket EventSource WebTransport RTCPeerConnection SharedWorker importScripts
  nobody      | eval Function process Buffer require console alert confirm prompt DOMParser
`;

const TOP = `package.json package-lock.json vite.config.ts tsconfig.json biome.json index.html README.md LICENSE
  CHANGELOG.md data src tests node_modules dist test-results`;
const IN_DATA = 'sample icons files expected words playbook.json';
const IN_TESTS = 'house e2e bench house.test.ts run.mjs machine.mjs serve.mjs setup.ts e2e.config.ts';

const LONGEST_FILE = 300;
const LARGEST_FOLDER = 3_000;

const rooms = rowsOf(HOUSE).map(([name = '', from = '', packages = '', touches = ''], at, all) => ({
  name,
  rooms: from === '*' ? all.slice(0, at).map(([above = '']) => above) : words(from),
  packages: words(packages),
  touches: words(touches),
}));
const platform = rowsOf(PLATFORM).map(([word = '', names = '']) => ({ word, names: words(names) }));
const known = new Set(platform.flatMap((row) => row.names));

const read = (path: string): SourceFile => readSource(path, known);
const sources = filesUnder('src').filter(isCode).map(read);
const tests = filesUnder('tests').filter(isCode).map(read);
const all = [...sources, ...tests];

describe('rooms', () => {
  test('import from above only', () => {
    const place = (name: string): number => rooms.findIndex((room) => room.name === name);
    const down = rooms.flatMap((room) =>
      room.rooms.filter((name) => !(place(name) < place(room.name))).map((name) => `${room.name} from ${name}`),
    );
    expect(down).toEqual([]);
  });

  test('are all that src holds', () => {
    const names = readdirSync('src').filter((name) => !/\.(css|d\.ts)$/.test(name));
    expect(names.filter((name) => !rooms.some((room) => room.name === name.replace('main.tsx', 'main')))).toEqual([]);
  });

  test('import only from the rooms their row names', () => {
    const wrong = importsThat(sources, (file, { from, type }) => {
      const room = roomOf(file.path);
      const other = from.startsWith('#') ? from.slice(1).split('/')[0] : room.name;
      if (other === 'data' || other === room.name || room.rooms.includes(other ?? '')) return false;
      return !(room.name === 'ui' && type && rooms.some(({ name }) => name === other));
    });
    expect(wrong).toEqual([]);
  });

  test('import only the packages their row names', () => {
    const wrong = importsThat(sources, (file, { from }) => {
      const name = packageOf(from);
      const allowed = roomOf(file.path).packages;
      return (
        name !== null &&
        !allowed.some((one) => one === name || (one.endsWith('*') && name.startsWith(one.slice(0, -1))))
      );
    });
    expect(wrong).toEqual([]);
  });

  test('touch only what their row allows', () => {
    const wrong = sources.flatMap((file) => {
      const { touches } = roomOf(file.path);
      const free = new Set(platform.filter((row) => touches.includes(row.word)).flatMap((row) => row.names));
      return file.globals.filter((name) => !free.has(name)).map((name) => `${file.path} touches ${name}`);
    });
    expect(wrong).toEqual([]);
  });
});

describe('imports', () => {
  test('are ./file.ts beside and #room/file.ts across, never ../', () => {
    const exact = /\.(ts|tsx|mjs|css|json)(\?|$)/;
    const wrong = importsThat(all, (_, { from }) => from.includes('..') || (/^[.#]/.test(from) && !exact.test(from)));
    expect(wrong).toEqual([]);
  });

  test('go round in no circle', () => {
    expect(circles(sources)).toEqual([]);
  });

  test('meet no barrel and no default export', () => {
    const bad = all.filter((file) => file.barrel || (file.hasDefault && !file.path.endsWith('.config.ts')));
    expect(bad.map((file) => file.path)).toEqual([]);
    expect(all.filter((file) => /(^|\/)index\.tsx?$/.test(file.path))).toEqual([]);
  });
});

describe('files', () => {
  test(`are at most ${LONGEST_FILE} lines long`, () => {
    const files = [...filesUnder('src'), ...filesUnder('tests')].filter(
      (path) => isCode(path) || path.endsWith('.css'),
    );
    const long = files.map((path) => ({ path, lines: linesOf(path) })).filter(({ lines }) => lines > LONGEST_FILE);
    expect(long).toEqual([]);
  });

  test(`of one folder are at most ${LARGEST_FOLDER} lines together`, () => {
    const lines = new Map<string, number>();
    for (const file of sources) lines.set(dirname(file.path), (lines.get(dirname(file.path)) ?? 0) + file.lines);
    expect([...lines].filter(([, count]) => count > LARGEST_FOLDER)).toEqual([]);
  });

  test('lie at src/room/file.ts; one level deeper in ui by screen, intake by source, paths/answers, handoff/texts and workspace/changes', () => {
    const levels = (path: string): number => path.split('/').length - 1;
    const deep = filesUnder('src').filter(
      (path) => levels(path) > (/^src\/(ui|intake|paths|handoff|workspace)\//.test(path) ? 3 : 2),
    );
    expect(deep).toEqual([]);
  });

  test('have a place at the top, in data and in tests', () => {
    const strange = (folder: string, places: readonly string[]): string[] =>
      readdirSync(folder).filter((name) => !name.startsWith('.') && !places.includes(name));
    expect(strange('.', words(TOP))).toEqual([]);
    expect(strange('data', words(IN_DATA))).toEqual([]);
    expect(strange('tests', [...words(IN_TESTS), ...rooms.map((room) => room.name)])).toEqual([]);
  });

  test('of the lock name the packages of every platform, or npm ci refuses', () => {
    const { packages }: Lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
    const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (name) => !packages[`node_modules/${name}`] && !packages[`${path}/node_modules/${name}`],
      ),
    );
    expect(missing).toEqual([]);
  });

  test('name no place on one computer only', () => {
    const personal = /\/(home|Users|root|work)\/\w|[A-Z]:\\Users\\|(?<![\w/-])(?:\.\.?\/)*shared\/[A-Za-z]/;
    const top = readdirSync('.', { withFileTypes: true }).filter((entry) => entry.isFile());
    const files = [
      ...top.map((entry) => entry.name),
      ...['src', 'tests', 'data', '.ci', '.github'].flatMap(filesUnder),
    ];
    const own = new Set(['tests/house.test.ts', 'package-lock.json', '.git']); // of a worktree, .git is a file
    expect(files.filter((path) => !own.has(path) && personal.test(readFileSync(path, 'latin1')))).toEqual([]);
  });
});

interface Lock {
  readonly packages: Readonly<Record<string, { readonly optionalDependencies?: Readonly<Record<string, string>> }>>;
}

function rowsOf(table: string): string[][] {
  const lines = table.trim().split('\n').slice(1);
  return lines.map((line) => line.split('|').map((cell) => cell.trim()));
}

function words(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

function isCode(path: string): boolean {
  return /\.(ts|tsx|mjs)$/.test(path) && !path.endsWith('.d.ts');
}

function roomOf(path: string): (typeof rooms)[number] {
  const name = path.split('/')[1]?.replace('main.tsx', 'main');
  return rooms.find((room) => room.name === name) ?? { name: name ?? '', rooms: [], packages: [], touches: [] };
}

/** `@scope/name` or `name`; null for the project's own files. */
function packageOf(from: string): string | null {
  if (/^[.#]/.test(from)) return null;
  return from
    .split('/')
    .slice(0, from.startsWith('@') ? 2 : 1)
    .join('/');
}

function importsThat(files: readonly SourceFile[], wrong: (file: SourceFile, found: Import) => boolean): string[] {
  return files.flatMap((file) =>
    file.imports.filter((one) => wrong(file, one)).map((one) => `${file.path}: ${one.from}`),
  );
}

/** Each circle of imports that are left when types are taken away, once. */
function circles(files: readonly SourceFile[]): string[] {
  const next = new Map(
    files.map((file) => [file.path, file.imports.filter((one) => !one.type).map((one) => fileOf(file.path, one.from))]),
  );
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) found.push([...trail.slice(start), path].join(' -> '));
    if (start >= 0 || done.has(path)) return;
    for (const other of next.get(path) ?? []) if (next.has(other)) visit(other, [...trail, path]);
    done.add(path);
  };
  for (const path of next.keys()) visit(path, []);
  return found;
}

function fileOf(importer: string, from: string): string {
  const path = from.replace(/\?.*$/, '');
  return path.startsWith('#') ? `src/${path.slice(1)}` : posix.join(dirname(importer), path);
}
