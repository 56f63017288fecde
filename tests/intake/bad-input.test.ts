import { BlobWriter, TextReader, ZipWriter } from '@zip.js/zip.js';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { planImport } from '#intake/plan.ts';
import { problemsCsv } from '#intake/problems-csv.ts';
import type { ReadingProgress } from '#intake/types.ts';
import { emptyWorkspace } from '#model/workspace.ts';
import { dataFile, personNamed, read, TODAY, take, textFile } from './kit.ts';
import { connectionsCsv } from './made-files.ts';

async function zip(name: string, entries: readonly (readonly [string, string])[], password?: string): Promise<File> {
  const writer = new ZipWriter(new BlobWriter('application/zip'), {
    useWebWorkers: false,
    ...(password ? { password } : {}),
  });
  for (const [path, text] of entries) await writer.add(path, new TextReader(text));
  return new File([await writer.close()], name);
}

const GOOD =
  'First Name,Last Name,URL,Email Address,Company,Position,Connected On\nAna,Ruiz,https://www.linkedin.com/in/ana-ruiz,,Acme,Analyst,08 Feb 2026\n';

describe('archives', () => {
  test('a zip bomb is refused, the file beside it is read', async () => {
    const bomb = await zip('bomb.zip', [
      ['messages.csv', '0'.repeat(30_000_000)],
      ['Connections.csv', GOOD],
    ]);
    expect(bomb.size).toBeLessThan(60_000);
    const result = await read([bomb]);
    expect(result.problems.map(({ code, file }) => [code, file])).toEqual([['too-large', 'bomb.zip/messages.csv']]);
    expect(result.read.map(({ file, rows }) => [file, rows])).toEqual([['bomb.zip/Connections.csv', 1]]);
  });

  test('names that lead out of the folder cost their own files, and are said to be that', async () => {
    const [mine, others] = ['Connections.csv', '../../Connections.csv'] as const;
    const outside = await read([await zip('outside.zip', [['../Connections.csv', GOOD]])]);
    expect(outside.read).toEqual([]);
    expect(outside.problems.map(({ message }) => message)).toEqual([
      '1 file in this zip would be unpacked outside its folder (../Connections.csv). No export does that: it was not opened. Are you sure where this zip comes from?',
    ]);
    const both = await read([
      await zip('both.zip', [
        [others, GOOD],
        ['C:\\x\\messages.csv', GOOD],
        [mine, GOOD],
      ]),
    ]);
    expect(both.read.map(({ file, rows }) => [file, rows])).toEqual([['both.zip/Connections.csv', 1]]);
    expect(both.problems.map(({ message }) => message.slice(0, 46))).toEqual([
      '2 files in this zip would be unpacked outside ',
    ]);
  });

  test('a directory that lies about sizes does not help the bomb', async () => {
    const bomb = await zip('liar.zip', [['Connections.csv', '0'.repeat(30_000_000)]]);
    const bytes = new Uint8Array(await bomb.arrayBuffer());
    const view = new DataView(bytes.buffer);
    // The uncompressed size in the central directory (PK\1\2, offset 24) is made small.
    for (let at = 0; at < bytes.length - 46; at++)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 1000, true);
    const result = await read([new File([bytes], 'liar.zip')]);
    expect(result.read).toEqual([]);
    expect(result.problems.map(({ code }) => code)).toEqual([expect.stringMatching(/too-large|truncated/)]);
  });

  test('a zip in a zip is opened, a third one is not', async () => {
    const inner = await zip('inner.zip', [['Connections.csv', GOOD]]);
    const nest = async (name: string, file: File): Promise<File> => {
      const writer = new ZipWriter(new BlobWriter('application/zip'), { useWebWorkers: false });
      await writer.add(file.name, file.stream());
      return new File([await writer.close()], name);
    };
    const two = await nest('two.zip', inner);
    expect((await read([two])).read.map(({ file }) => file)).toEqual(['two.zip/inner.zip/Connections.csv']);
    const three = await read([await nest('three.zip', two)]);
    expect(three.read).toEqual([]);
    expect(three.problems).toHaveLength(1);
  });

  test('locked, cut off at any place, or full of rubbish: a sentence each, never an exception', async () => {
    const locked = await read([await zip('locked.zip', [['Connections.csv', GOOD]], 'secret')]);
    expect(locked.problems.map(({ message }) => message)).toEqual([expect.stringContaining('password')]);
    const whole = new Uint8Array(await dataFile('Complete_LinkedInDataExport_03-09-2026.zip.zip').arrayBuffer());
    for (let end = 4; end < whole.length; end += 511) {
      const { reports, problems } = await read([new File([whole.slice(0, end)], 'cut.zip')]);
      expect(reports.length).toBeGreaterThan(0);
      expect(problems.length).toBeGreaterThan(0);
    }
  });
});

describe('text', () => {
  test.each([
    ['letters', 'a'.repeat(1_000_000)],
    ['quotes', '"'.repeat(1_000_000)],
    ['commas', ','.repeat(1_000_000)],
    ['an open quote after a header', `${GOOD}"${'x,y;z '.repeat(170_000)}`],
    ['quotes that never close rightly', `${GOOD}${'"a"b,'.repeat(200_000)}`],
    ['quotes and spaces', `${GOOD}${'"a"   '.repeat(200_000)}`],
  ])('a megabyte of %s on one line ends', { timeout: 60_000 }, async (_, text) => {
    const result = await read([textFile('Connections.csv', text)]);
    expect(result.reports).toHaveLength(1);
    if (text.startsWith(GOOD)) expect(result.read[0]?.candidates.map(({ name }) => name)).toContain('Ana Ruiz');
  });

  test('no file changes what all objects share', async () => {
    const before = Object.getOwnPropertyNames(Object.prototype);
    const { workspace } = await take(['connections-people-named-constructor.csv', 'header-proto-column.csv']);
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
    expect([...workspace.people.values()].map(({ sightings }) => sightings[0]?.name)).toEqual([
      'constructor',
      '__proto__ toString',
      'Ana Ruiz',
    ]);
    expect([...workspace.companies.values()].map(({ name }) => name)).toEqual(['hasOwnProperty', 'constructor']);
  });

  test('a file that cannot be read any more gets a sentence', async () => {
    const broken = new File(['x'], 'gone.csv');
    broken.slice = () => {
      throw new DOMException('gone', 'NotReadableError');
    };
    const { problems } = await read([broken, textFile('Connections.csv', GOOD)]);
    expect(problems.map(({ file, code }) => [file, code])).toEqual([['gone.csv', 'not-readable']]);
  });
});

describe('cancel and progress', () => {
  test('bytes and rows only grow, up to the whole', async () => {
    const told: ReadingProgress[] = [];
    const files = [textFile('Connections.csv', connectionsCsv(9000)), dataFile('messages-2026-all-quoted.csv')];
    await read(files, { onProgress: (progress) => told.push(progress) });
    const total = files.reduce((sum, { size }) => sum + size, 0);
    expect(told.length).toBeGreaterThan(5);
    for (const [at, { bytes, rows }] of told.entries()) {
      expect(bytes).toBeGreaterThanOrEqual(told[at - 1]?.bytes ?? 0);
      expect(rows).toBeGreaterThanOrEqual(told[at - 1]?.rows ?? 0);
    }
    expect(told.at(-1)).toMatchObject({ bytes: total, total });
  });

  test('a cancel in the middle of a file is heard', async () => {
    const stop = new AbortController();
    let rows = 0;
    const reading = read([textFile('Connections.csv', connectionsCsv(30_000))], {
      signal: stop.signal,
      onProgress: (progress) => {
        rows = progress.rows;
        if (rows > 0) stop.abort();
      },
    });
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
    expect(rows).toBeLessThan(10_000);
  });
});

test('problem rows can be saved, and no spreadsheet runs them', async () => {
  const csv = `${GOOD}=cmd|' /C calc'!A0,Evil,,=1+1,,,not a date\n`;
  const result = await read([textFile('Connections.csv', csv)]);
  const plan = planImport(result, emptyWorkspace('a', 'A'), { owner: 'me', today: TODAY, token: 1 });
  const [header, ...rows] = Papa.parse<string[]>(problemsCsv(plan.problems).trim()).data;
  expect(header).toContain('Original line');
  expect(rows).toHaveLength(plan.problems.length);
  for (const cell of rows.flat()) expect(cell).not.toMatch(/^[\s\ufeff]*[=+\-@]/);
  expect(rows[0]?.at(-1)).toBe("'=cmd|' /C calc'!A0,Evil,,=1+1,,,not a date");
});

test('whatever is wrong with a list, its good rows go in', async () => {
  const { workspace, plan } = await take([
    'connections-bad-rows-between-good.csv',
    'connections-dates-that-are-none.csv',
    'empty.csv',
    'pdf-renamed.csv',
  ]);
  expect(personNamed(workspace, 'Cleo Faure').sightings.length).toBeGreaterThan(0);
  expect(plan.review.added).toBe(4);
  expect(plan.review.problemCount).toBe(plan.review.problems.length);
});
