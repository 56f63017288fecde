import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { headerKey } from '#intake/columns.ts';
import { decode, decodeHead } from '#intake/decode.ts';
import { findHeader, Table } from '#intake/table.ts';

const text = (bytes: Uint8Array): string => {
  const decoded = decode(bytes);
  return decoded.is === 'text' ? `${decoded.encoding}: ${decoded.text}` : 'binary';
};
const utf16 = (words: string, little: boolean): Uint8Array => {
  const bytes = new Uint8Array(words.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < words.length; at++) view.setUint16(at * 2, words.charCodeAt(at), little);
  return bytes;
};

describe('encodings', () => {
  test.each([
    ['UTF-8', new TextEncoder().encode('Zoë,Łódź'), 'utf-8: Zoë,Łódź'],
    ['a byte order mark', new TextEncoder().encode('\ufeffZoë'), 'utf-8: Zoë'],
    ['windows-1252', Uint8Array.of(0x5a, 0x6f, 0xeb, 0x20, 0x80, 0x93), 'windows-1252: Zoë €“'],
    [
      'UTF-8 with a broken byte',
      Uint8Array.of(...new TextEncoder().encode('Zoë, Łódź, é'), 0xff),
      'utf-8: Zoë, Łódź, é\ufffd',
    ],
    ['UTF-16 LE', utf16('\ufeffZoë', true), 'utf-16le: Zoë'],
    ['UTF-16 BE', utf16('\ufeffZoë', false), 'utf-16be: Zoë'],
    ['UTF-16 LE without a mark', utf16('First Name,Last Name', true), 'utf-16le: First Name,Last Name'],
    ['line ends of all kinds', new TextEncoder().encode('a\r\nb\rc\n'), 'utf-8: a\nb\nc\n'],
    ['a PDF', new TextEncoder().encode('%PDF-1.7 text'), 'binary'],
    ['bytes without sense', Uint8Array.from({ length: 200 }, (_, at) => (at * 7) % 32), 'binary'],
  ])('%s', (_, bytes, expected) => {
    expect(text(bytes)).toBe(expected);
  });

  test('a head cut in the middle of a character is still UTF-8', () => {
    const bytes = new TextEncoder().encode('First Name,Zoë💻');
    for (let end = 12; end <= bytes.length; end++) {
      const head = decodeHead(bytes.subarray(0, end));
      expect(head).toMatchObject({ is: 'text', encoding: 'utf-8' });
    }
  });
});

describe('tables', () => {
  test('are split into the same rows whatever their length, quotes and delimiter', () => {
    const cell = fc.stringMatching(/^[ab"\n,;é]{0,8}$/);
    const long = fc.constantFrom('x'.repeat(300_000), 'y"\n'.repeat(100_000));
    const rows = fc.array(fc.tuple(cell, fc.oneof({ weight: 9, arbitrary: cell }, { weight: 1, arbitrary: long })), {
      maxLength: 8,
    });
    const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(rows, fc.constantFrom(',', ';', '\t', '|'), (data, delimiter) => {
        const source = [['a', 'b'], ...data].map((row) => row.map(quoted).join(delimiter)).join('\n');
        const found = findHeader(source, (columns) => columns.has('a', 'b'));
        expect(found).toMatchObject({ delimiter, headerRow: 1 });
        const read = found ? [...new Table(source, found).slices()].flatMap((slice) => slice.rows) : [];
        expect(read).toEqual(data);
      }),
      { numRuns: 40 },
    );
  });

  test('keep their other rows when a quote is never closed', () => {
    const rows = ['a,b', '1,2', '3,"4', '5,6', '"7",8', '"9,10', '11,12'];
    const found = findHeader(rows.join('\n'), (columns) => columns.has('a', 'b'));
    const read = (oneLine: boolean): string[] =>
      found
        ? [...new Table(rows.join('\n'), found, oneLine).slices()].flatMap((slice) =>
            slice.rows.map((row) => row.join('|')),
          )
        : [];
    expect(read(true)).toEqual(['1|2', '3|4', '5|6', '7|8', '9|10', '11|12']);
    // Where cells may span lines, the first stray quote pairs with the next one; a last one alone is mended.
    expect(read(false).at(-1)).toBe('11|12');
  });

  test('of a thousand stray quotes are still read to the end', { timeout: 60_000 }, () => {
    const text = `a,b\n${'x,"y\nz,"w\n"q,r\n'.repeat(3000)}`;
    const found = findHeader(text, (columns) => columns.has('a', 'b'));
    for (const oneLine of [true, false]) {
      const rows = found ? [...new Table(text, found, oneLine).slices()].flatMap((slice) => slice.rows) : [];
      expect(rows.length).toBeGreaterThan(oneLine ? 8999 : 1);
    }
  });

  test('a header is found below a preamble of any length', () => {
    for (let lines = 0; lines < 10; lines++) {
      const found = findHeader(`${'Notes: and, so on\n'.repeat(lines)}First Name,Last Name\nAna,Ruiz\n`, (columns) =>
        columns.has('firstname', 'lastname'),
      );
      expect(found?.headerRow).toBe(lines + 1);
    }
  });

  test('remembered mappings do not depend on case, spaces or punctuation', () => {
    expect(headerKey(['E-mail 1 - Value', 'First  Name'])).toBe(headerKey(['email1value', 'FIRSTNAME']));
  });
});
