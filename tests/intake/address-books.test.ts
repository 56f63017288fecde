import { describe, expect, test } from 'vitest';
import { dataFile, read, take, textFile } from './kit.ts';

const BOOKS = [
  'google-2024-multiple-values.csv',
  'google-old-layout-groups.csv',
  'outlook-web-61-columns-bom.csv',
  'outlook-classic-exchange-address.csv',
  'cards-3.0-apple-groups-photo-social.vcf',
  'cards-2.1-outlook-cp1252-without-charset.vcf',
  'facebook-your_friends-mojibake.json',
];

describe('address books', () => {
  test('the same book in three encodings holds the same people', async () => {
    const names = ['google-2024-multiple-values.csv', 'google-2024-bom.csv', 'google-2024-utf16le.csv'];
    const { read: outs } = await read(names.map((name) => dataFile(name)));
    const [plain, ...others] = outs.map((out) => out.candidates);
    for (const other of others) expect(other).toEqual(plain);
  });

  test('dropped together twice bring nothing new', async () => {
    const { workspace } = await take(BOOKS);
    const { plan } = await take(BOOKS, workspace);
    expect([plan.review.added, plan.review.updated, plan.review.doubts.length]).toEqual([0, 0, 0]);
  });

  test('one person in Google, Outlook and a card is one by their address', async () => {
    const google = textFile(
      'contacts.csv',
      'First Name,Middle Name,Last Name,File As,Labels,E-mail 1 - Label,E-mail 1 - Value\nJürgen,,Müller,,* myContacts,* Work,J.Mueller@Example.de\n',
    );
    const { workspace } = await take([
      google,
      'outlook-classic-exchange-address.csv',
      'outlook-web-61-columns-bom.csv',
    ]);
    const jurgen = [...workspace.people.values()].filter((person) =>
      person.sightings.some(({ emails }) => emails.includes('j.mueller@example.de')),
    );
    expect(jurgen).toHaveLength(1);
    expect(jurgen[0]?.sightings).toHaveLength(3);
  });

  test('addresses that Google only kept of mail are no list of mine', async () => {
    const { read: outs } = await read([dataFile('google-2024-multiple-values.csv')]);
    const listed = new Map(outs[0]?.candidates.map((each) => [each.name, each.listed]));
    expect([listed.get('Ada Lovelace'), listed.get('no-name@example.com')]).toEqual([true, false]);
  });

  test('somebody without a name is the person who has the address, not a second one', async () => {
    const nameless = textFile('a.vcf', 'BEGIN:VCARD\nVERSION:3.0\nEMAIL:zb@example.com\nEND:VCARD\n');
    const named = textFile(
      'Connections.csv',
      'First Name,Last Name,Email Address,Company,Position,Connected On\nZoë,Brandt,zb@example.com,Contoso,Architect,01 Feb 2024\n',
    );
    const { workspace, plan } = await take([nameless, named]);
    expect([workspace.people.size, plan.review.doubts.length]).toEqual([1, 0]);
  });

  test('a mapped or LinkedIn table is not taken for Outlook’s', async () => {
    const { reports } = await read([
      dataFile('connections-german-headers-unverified.csv'),
      dataFile('connections-current.csv'),
    ]);
    expect(reports.map(({ kind }) => kind)).toEqual(['linkedin-connections', 'linkedin-connections']);
  });
});

describe('what is not read is told', () => {
  test('followers on X have no names', async () => {
    const { reports } = await read([dataFile('x-follower-without-names.js')]);
    expect(reports.map(({ kind, sentence }) => [kind, sentence])).toEqual([
      [
        'ignored',
        'Not needed here. X writes its followers as numbers, without a single name, so nobody can be found in it.',
      ],
    ]);
  });

  test('an Outlook data file is only Outlook’s', async () => {
    const { reports } = await read([new File(['!BDN\u0000\u0001\u0002\u0003\u0000\u0000'], 'all.pst')]);
    expect(reports[0]?.sentence).toContain('export your contacts as CSV there');
  });

  test('tables of a Takeout that hold no people are no questions', async () => {
    const { reports, unmapped } = await read([dataFile('takeout-20260301T101010Z-002-french-zip64.zip')]);
    expect(unmapped).toEqual([]);
    expect(reports.filter(({ kind }) => kind === 'ignored').map(({ sentence }) => sentence)).toEqual([
      'Not needed here.',
    ]);
  });

  test('department and office come along where a book has them; a home says nothing of an office', async () => {
    const files = [
      textFile(
        'outlook.csv',
        'First Name,Middle Name,Last Name,E-mail Address,E-mail 2 Address,Company,Department,Office Location,Business City,Home City\nAna,,Reis,ana@acme.example,,Acme,Tax,B3,Lisbon,Sintra\nBen,,Oak,ben@acme.example,,Acme,Tax,,Lisbon,Sintra\n',
      ),
      textFile(
        'contacts.csv',
        'First Name,Middle Name,Last Name,File As,Labels,Organization Name,Organization Department,E-mail 1 - Label,E-mail 1 - Value,Address 1 - Label,Address 1 - City,Address 2 - Label,Address 2 - City\nCleo,,Hart,,* myContacts,Acme,Law,* Work,cleo@acme.example,Home,Sintra,* Work,Porto\n',
      ),
      textFile(
        'a.vcf',
        'BEGIN:VCARD\nVERSION:3.0\nFN:Dan Ito\nORG:Acme;Sales\nADR;TYPE=HOME:;;;Sintra;;;\nADR;TYPE=WORK:;;1 Quay;Faro;;;\nEND:VCARD\n',
      ),
    ];
    const { workspace } = await take(files);
    const told = [...workspace.people.values()].map(({ sightings: [one] }) =>
      [one?.name, one?.department, one?.office].join(),
    );
    expect(new Set(told)).toEqual(
      new Set(['Ana Reis,Tax,B3', 'Ben Oak,Tax,Lisbon', 'Cleo Hart,Law,Porto', 'Dan Ito,Sales,Faro']),
    );
    const { plan } = await take(files, workspace);
    expect([plan.review.added, plan.review.updated]).toEqual([0, 0]);
  });
});
