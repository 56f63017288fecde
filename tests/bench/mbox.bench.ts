import { closeSync, createWriteStream, mkdtempSync, openAsBlob, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { BlobReader, ZipWriter } from '@zip.js/zip.js';
import { readFiles } from '#intake/read.ts';
import { childWords, inChild, memoryRise, tell } from './children.ts';
import { mailboxBytes } from './mail-files.ts';
import { quantile, shown, table, times } from './paths-measure.ts';

const MB = 2 ** 20;
const RUNS = 7;
const SIZE = 128 * MB;
const OPTIONS = { mappings: [], today: '2026-11-23' } as const;

/** The least anybody must do with a mailbox: find its line ends, slice by slice. */
async function bareScan(file: Blob): Promise<number> {
  let lines = 0;
  for (let at = 0; at < file.size; at += 4 * MB) {
    const bytes = new Uint8Array(await file.slice(at, at + 4 * MB).arrayBuffer());
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, end + 1)) lines++;
  }
  return lines;
}

async function measure(): Promise<string[]> {
  const file = new File([mailboxBytes(SIZE, 1)], 'mail.mbox');
  const own: number[] = [];
  const bare: number[] = [];
  let rows = 0;
  for (let run = 0; run <= RUNS; run++) {
    let began = performance.now();
    await bareScan(file);
    if (run > 0) bare.push(performance.now() - began);
    began = performance.now();
    const { read } = await readFiles([file], OPTIONS);
    if (run > 0) own.push(performance.now() - began);
    rows = read[0]?.rows ?? 0;
  }
  const [a, b] = [quantile(own, 0.5), quantile(bare, 0.5)];
  const speed = (ms: number): string => `${Math.round(file.size / MB / (ms / 1000))} MB/s`;
  return [`${Math.round(file.size / MB)} MB, ${rows} messages`, shown(a), speed(a), shown(b), speed(b), times(a / b)];
}

interface Large {
  readonly name: string;
  /** Puts the file down and says how long it is once unpacked. */
  readonly write: (path: string) => Promise<number>;
}

const LARGE: readonly Large[] = [
  {
    name: 'large.mbox',
    write: async (path) => {
      const block = mailboxBytes(64 * MB, 2);
      const to = openSync(path, 'w');
      for (let at = 0; at < 2048; at += 64) writeSync(to, block);
      closeSync(to);
      return block.length * 32;
    },
  },
  {
    name: 'takeout.zip',
    write: async (path) => {
      const block = mailboxBytes(64 * MB, 3);
      const zip = new ZipWriter(Writable.toWeb(createWriteStream(path)), { level: 1, useWebWorkers: false });
      await zip.add('Takeout/Mail/All mail.mbox', new BlobReader(new Blob(Array.from({ length: 8 }, () => block))));
      await zip.close();
      return block.length * 8;
    },
  },
];

interface Held {
  readonly rows: number;
  readonly seconds: number;
  readonly rise: number;
}

async function readHeld(path: string, name: string): Promise<Held> {
  const file = new File([await openAsBlob(path)], name);
  const began = performance.now();
  const { answer, rise } = await memoryRise(() => readFiles([file], OPTIONS));
  return { rows: answer.read[0]?.rows ?? 0, seconds: (performance.now() - began) / 1000, rise };
}

/** A file on disk, read in a fresh process: how far memory rises above the start. */
async function measureLarge({ name, write }: Large): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'handcarry-mbox-'));
  try {
    const path = join(folder, name);
    const size = await write(path);
    const { rows, seconds, rise } = inChild<Held>(path, name);
    const speed = `${Math.round(size / MB / seconds)} MB/s`;
    return [name, `${Math.round(size / MB)} MB`, `${rows} messages`, speed, `+${Math.round(rise / MB)} MB`];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const words = childWords();
if (words === null) {
  console.log(table(['mailbox', 'Handcarry', '', 'newlines alone', '', 'ratio'], [await measure()]));
  if (process.env['BENCH_LARGE'] === '1') {
    const rows: string[][] = [];
    for (const large of LARGE) rows.push(await measureLarge(large));
    console.log(table(['on disk', 'mail', '', 'speed', 'memory above the start'], rows));
  }
} else tell(await readHeld(words[0] ?? '', words[1] ?? ''));
