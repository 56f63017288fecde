import { expect, test } from 'vitest';
import { contactsIn, matchNames } from '#intake/match-names.ts';
import { read, textFile } from './kit.ts';

const HEADER = 'First Name,Last Name,URL,Email Address,Company,Position,Connected On';

async function candidates(...rows: string[]) {
  const { read: outs } = await read([textFile('Connections.csv', [HEADER, ...rows, ''].join('\r\n'))]);
  return outs.flatMap((out) => out.candidates);
}

test('asked names are found by name and company, by name alone, or not at all', async () => {
  const own = await candidates('Márta,Silva,,,ACME Inc.,CFO,04 Apr 2021', 'Wei,Li,,,Globex,,04 Apr 2021');
  const asked = [
    { name: 'marta SILVA', company: 'Acme' },
    { name: 'Wei Li', company: 'Initech' },
    { name: 'Wei Li', company: '' },
    { name: 'constructor', company: '__proto__' },
  ];
  expect(matchNames(own, asked)).toEqual(['name-and-company', 'name', 'name', null]);
  expect(matchNames([], asked)).toEqual([null, null, null, null]);
});

test('a list to share has name, company and position of each contact once, and nothing else', async () => {
  const row = 'Márta,Silva,https://www.linkedin.com/in/marta,marta@example.com,Acme,CFO,04 Apr 2021';
  const own = await candidates(row, row, 'Wei,Li,,,Globex,,04 Apr 2021', ',,,,,,04 Apr 2021');
  expect(contactsIn(own)).toEqual([
    { name: 'Márta Silva', company: 'Acme', position: 'CFO' },
    { name: 'Wei Li', company: 'Globex', position: '' },
  ]);
});
