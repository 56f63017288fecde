import { createWriteStream, mkdtempSync, openAsBlob, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { BlobReader, TextReader, ZipWriter } from '@zip.js/zip.js';
import Papa from 'papaparse';
import { planImport } from '#intake/plan.ts';
import { readFiles } from '#intake/read.ts';
import { apply } from '#model/change.ts';
import { emptyWorkspace, type Workspace } from '#model/workspace.ts';
import { childWords, inChild, memoryRise, tell } from './children.ts';
import { connectionsCsv, messagesCsv } from './intake-files.ts';
import { quantile, shown, table, times } from './paths-measure.ts';

const TODAY = '2026-11-23';
/** Fresh processes for each of the three, in turns, so that all meet the same machine; runs in each of them. */
const PROCESSES = 3;
const RUNS = 9;

const LISTS = ['Connections.csv, 30,000 rows', 'the same again', 'messages.csv, 50,000 rows'] as const;
type List = (typeof LISTS)[number];
type Who = 'own' | 'peer' | 'bare';

const csvOf = (list: List): string => (list === LISTS[2] ? messagesCsv(50_000) : connectionsCsv(30_000));

async function imported(csv: string): Promise<Workspace> {
  const empty = emptyWorkspace('bench', 'Bench');
  const read = await readFiles([new File([csv], 'Connections.csv')], { mappings: [], today: TODAY });
  const { accept } = planImport(read, empty, { owner: 'me', today: TODAY, token: 1 });
  return apply(empty, accept({ token: 1, same: [], takeOwn: false }).change).workspace;
}

/** From bytes to the review, `RUNS` times. */
async function ownTimes(list: List): Promise<number[]> {
  // The further lists meet people who are known already; what made them has warmed the code up.
  const into = list === LISTS[0] ? emptyWorkspace('bench', 'Bench') : await imported(connectionsCsv(30_000));
  const file = new File([csvOf(list)], list);
  const taken: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const began = performance.now();
    const read = await readFiles([file], { mappings: [], today: TODAY, me: { name: 'Jordan Pike', profiles: [] } });
    planImport(read, into, { owner: 'me', today: TODAY, token: 1 });
    taken.push(performance.now() - began);
  }
  return taken;
}

/** What PapaParse alone needs to split the same text, decoded from the same bytes, into the same rows. */
function peerTimes(list: List): number[] {
  const csv = new TextDecoder().decode(new TextEncoder().encode(csvOf(list)));
  return Array.from({ length: RUNS }, () => {
    const began = performance.now();
    Papa.parse(csv, { header: false, delimiter: ',', newline: '\n' });
    return performance.now() - began;
  });
}

/**
 * The least that any reader does who keeps people: decode, split, one record for each row, found by its address.
 * Nothing is cleaned, dated, told apart or matched. What of a first run is above PapaParse already here is the price of
 * keeping the rows in a young heap.
 */
async function bareTimes(list: List): Promise<number[]> {
  const file = new File([csvOf(list)], list);
  const taken: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const began = performance.now();
    const csv = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
    const { data } = Papa.parse<string[]>(csv, { header: false, delimiter: ',', newline: '\n' });
    const people = new Map<string, object>();
    for (const [a = '', b = '', c = '', d = '', e = '', f = '', g = ''] of data)
      people.set(c, { name: `${a} ${b}`, first: a, last: b, profile: c, email: d, company: e, position: f, on: g });
    taken.push(performance.now() - began);
  }
  return taken;
}

/** The first run of a process is how the person meets it: no code is compiled yet. */
function compared(list: List): string[] {
  const all = Array.from({ length: PROCESSES }, () => ({
    own: inChild<number[]>('own', list),
    peer: inChild<number[]>('peer', list),
    bare: inChild<number[]>('bare', list),
  }));
  const first = (who: Who): number =>
    quantile(
      all.map((each) => each[who][0] ?? Number.NaN),
      0.5,
    );
  const later = (who: Who): number =>
    quantile(
      all.flatMap((each) => each[who].slice(1)),
      0.5,
    );
  const ratio = (of: typeof first): string[] => [
    shown(of('own')),
    shown(of('peer')),
    times(of('own') / of('peer')),
    times(of('bare') / of('peer')),
  ];
  return [list, `${(csvOf(list).length / MB).toFixed(1)} MB`, ...ratio(first), ...ratio(later)];
}

const MB = 2 ** 20;

/** A Complete export of about 200 MB: the few files that say something, and pictures and films that do not. */
async function writeExport(path: string): Promise<void> {
  const zip = new ZipWriter(Writable.toWeb(createWriteStream(path)), { useWebWorkers: false });
  const noise = new Uint8Array(8 * MB);
  for (let at = 0; at < noise.length; at += 65_536) crypto.getRandomValues(noise.subarray(at, at + 65_536));
  for (let at = 0; at < 24; at++)
    await zip.add(`Rich_Media/film_${at}.mp4`, new BlobReader(new Blob([noise])), { level: 0 });
  await zip.add('Ad_Targeting.csv', new TextReader('Member Age,Company Names\n'.repeat(400_000)));
  await zip.add('Connections.csv', new TextReader(connectionsCsv(30_000)));
  await zip.add('messages.csv', new TextReader(messagesCsv(50_000)));
  await zip.close();
}

interface Held {
  readonly rows: number;
  readonly ms: number;
  readonly rise: number;
}

async function readHeld(path: string): Promise<Held> {
  const file = new File([await openAsBlob(path)], 'Complete_LinkedInDataExport_11-23-2026.zip');
  const began = performance.now();
  const { answer, rise } = await memoryRise(() => readFiles([file], { mappings: [], today: TODAY }));
  return { rows: answer.read.reduce((sum, { rows }) => sum + rows, 0), ms: performance.now() - began, rise };
}

/** How far memory rises while a zip on disk is read. */
async function measureExport(): Promise<string[][]> {
  const folder = mkdtempSync(join(tmpdir(), 'handcarry-zip-'));
  try {
    const path = join(folder, 'export.zip');
    await writeExport(path);
    const { rows, ms, rise } = inChild<Held>('held', path);
    return [[`${Math.round(statSync(path).size / MB)} MB`, `${rows} rows`, shown(ms), `+${Math.round(rise / MB)} MB`]];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const words = childWords();
if (words === null) {
  const ratios = ['PapaParse', 'ratio', 'bare pass'];
  const head = ['bytes to review', 'size', 'first', ...ratios, 'later', ...ratios];
  console.log(table(head, LISTS.map(compared)));
  console.log(table(['zip on disk', 'read', 'in', 'memory above the start'], await measureExport()));
} else if (words[0] === 'held') tell(await readHeld(words[1] ?? ''));
else {
  const list = LISTS.find((each) => each === words[1]) ?? LISTS[0];
  const timed = { own: ownTimes, peer: peerTimes, bare: bareTimes }[words[0] as Who];
  tell(await timed(list));
}
