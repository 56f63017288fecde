import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Candidate } from '#intake/types.ts';
import { profileOf } from '#model/person.ts';
import { dataFile, read, take, textFile } from './kit.ts';

interface Written {
  readonly first: string;
  readonly last: string;
  readonly email: string;
  readonly company: string;
  readonly version: '2.1' | '3.0' | '4.0';
  readonly photo: boolean;
}

const word = fc
  .stringMatching(/^[A-Za-zÀ-ÿ一-龠;,\\:"][A-Za-zÀ-ÿ一-龠;,\\: ]{0,40}[A-Za-zÀ-ÿ一-龠]$/)
  .filter((text) => !text.includes('  '));
const card: fc.Arbitrary<Written> = fc
  .record({
    first: word,
    last: word,
    email: fc.nat(999).map((n) => `person${n}@example.com`),
    company: word,
    version: fc.constantFrom('2.1', '3.0', '4.0'),
    photo: fc.boolean(),
  })
  // 2.1 cannot say a backslash before a comma: it has no escape for either.
  .filter(({ version, ...texts }) => version !== '2.1' || !JSON.stringify(texts).includes('\\\\'));

/** The plainest writer of each version: escapes, then quoted-printable (2.1) or folds by bytes (3.0, 4.0). */
function bytesOf({ first, last, email, company, version, photo }: Written, width: number): Uint8Array {
  const old = version === '2.1';
  const escaped = (text: string): string =>
    old ? text.replaceAll(';', '\\;') : text.replace(/[\\;,]/g, (char) => `\\${char}`);
  const lines: Uint8Array[] = [];
  const add = (name: string, value: string): void => {
    const plain = new TextEncoder().encode(`${name}:${value}`);
    if (!old || /^[ -<>-~]*$/.test(value)) lines.push(old ? plain : folded(plain, width));
    else lines.push(quotedPrintable(name, value, width));
  };
  add('VERSION', version);
  add('N', `${escaped(last)};${escaped(first)};;;`);
  add('FN', escaped(`${first} ${last}`));
  add('EMAIL', email);
  add('ORG', escaped(company));
  if (photo) lines.push(folded(new TextEncoder().encode(`PHOTO;ENCODING=b:${'QUJD'.repeat(200)}`), 75));
  const parts = [ascii('BEGIN:VCARD'), ...lines, ascii('END:VCARD')].flatMap((line) => [line, ascii('\r\n')]);
  return joined(parts);
}

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);

function joined(parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

function folded(line: Uint8Array, width: number): Uint8Array {
  const parts: Uint8Array[] = [];
  for (let at = 0; at < line.length; at += width) parts.push(line.subarray(at, at + width), ascii('\r\n '));
  return joined(parts.slice(0, -1));
}

function quotedPrintable(name: string, value: string, width: number): Uint8Array {
  const codes = [...new TextEncoder().encode(value)].map(
    (byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`,
  );
  const rows: string[] = [];
  for (let at = 0; at < codes.length; at += width) rows.push(codes.slice(at, at + width).join(''));
  return ascii(`${name};CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:${rows.join('=\r\n')}`);
}

async function candidatesOf(bytes: Uint8Array): Promise<readonly Candidate[]> {
  const { read: outs } = await read([new File([bytes as Uint8Array<ArrayBuffer>], 'cards.vcf')]);
  return outs.flatMap((out) => out.candidates);
}

describe('vCard', () => {
  test('what the plainest writer wrote comes back, whatever is folded where', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(card, { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 5, max: 76 }),
        async (cards, width) => {
          const found = await candidatesOf(joined(cards.map((each) => bytesOf(each, width))));
          const expected = cards.map(({ first, last, email, company }) => [
            `${first} ${last}`,
            first,
            last,
            email,
            company,
          ]);
          const unique = [...new Set(expected.map((each) => JSON.stringify(each)))];
          expect(
            found.map(({ name, first, last, emails, company }) =>
              JSON.stringify([name, first, last, emails[0], company]),
            ),
          ).toEqual(unique.map((each) => each.normalize('NFC')));
        },
      ),
    );
  });

  test('a card in any order of broken neighbours is still read', async () => {
    const good = 'BEGIN:VCARD\nVERSION:3.0\nFN:Good\nEMAIL:good@example.com\nEND:VCARD\n';
    await fc.assert(
      fc.asyncProperty(fc.string(), async (garbage) => {
        const lines = garbage.replaceAll(/[\r\n]/g, '');
        const found = await candidatesOf(ascii(`BEGIN:VCARD\n${lines}\nEND:VCARD\n${good}`));
        expect(found.at(-1)?.emails).toEqual(['good@example.com']);
      }),
    );
  });

  test('cards of one person under several labels are one person with one sighting', async () => {
    const { workspace, plan } = await take(['takeout-20260301T101010Z-001.zip']);
    const ada = [...workspace.people.values()].filter((person) => profileOf(person).name === 'Ada Lovelace');
    expect(ada).toHaveLength(1);
    expect(ada[0]?.sightings).toHaveLength(1);
    expect(plan.review.files.filter(({ kind }) => kind === 'vcard')).toHaveLength(1);
  });

  test('one card a file, as Outlook saves them, are read as one source', async () => {
    const files = [1, 2, 3].map((n) => textFile(`${n}.vcf`, `BEGIN:VCARD\nVERSION:2.1\nFN:Person ${n}\nEND:VCARD\n`));
    const { reports, read: outs } = await read(files);
    expect(reports.map(({ name, rows }) => [name, rows])).toEqual([['1.vcf and 2 more', 3]]);
    expect(outs[0]?.candidates.map(({ name }) => name)).toEqual(['Person 1', 'Person 2', 'Person 3']);
  });

  test('a profile that was filled in as one joins the connection list', async () => {
    const csv = textFile(
      'Connections.csv',
      'First Name,Last Name,URL,Email Address,Company,Position,Connected On\nZoë,B.,https://www.linkedin.com/in/zoebrandt,,Contoso,Architect,01 Feb 2024\n',
    );
    const { workspace } = await take([csv, dataFile('cards-3.0-apple-groups-photo-social.vcf')]);
    expect(workspace.people.size).toBe(1);
    const [zoe] = workspace.people.values();
    expect(zoe && profileOf(zoe).emails).toContain('zoe@example.org');
  });
});
