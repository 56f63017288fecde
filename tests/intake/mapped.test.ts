import { describe, expect, test } from 'vitest';
import { headerKey } from '#intake/columns.ts';
import { guess } from '#intake/mapped.ts';
import { read, take, textFile } from './kit.ts';

const CSV =
  'Who;Reach at;Works for;Web\nAna Ruiz;ana@example.org;Acme;https://www.linkedin.com/in/ana-ruiz\nBen Okoro;ben@example.org;Globex;\n';

describe('a table nobody knows', () => {
  test('is shown with its header, five rows and a guess', async () => {
    const { read: outs, unmapped, reports } = await read([textFile('people.csv', CSV)]);
    expect(outs).toEqual([]);
    expect(unmapped).toEqual([
      {
        file: 'people.csv',
        header: ['Who', 'Reach at', 'Works for', 'Web'],
        preview: CSV.trim()
          .split('\n')
          .map((line) => line.split(';')),
        guess: ['name', 'e-mail', 'ignore', 'profile'],
        codePage: null,
      },
    ]);
    expect(reports[0]?.sentence).toContain('Say what its columns are');
  });

  test('is read once its header was explained, whatever its file is called', async () => {
    const mapping = [
      headerKey(['Who', 'Reach at', 'Works for', 'Web']),
      ['name', 'e-mail', 'company', 'profile'],
    ] as const;
    const { read: outs, unmapped } = await read([textFile('other.csv', CSV)], { mappings: [mapping] });
    expect(unmapped).toEqual([]);
    expect(
      outs[0]?.candidates.map(({ name, emails, company, profile, row }) => [name, emails, company, profile, row]),
    ).toEqual([
      ['Ana Ruiz', ['ana@example.org'], 'Acme', 'ana-ruiz', 2],
      ['Ben Okoro', ['ben@example.org'], 'Globex', '', 3],
    ]);
  });

  test('makes nobody before that', async () => {
    const { plan } = await take([textFile('people.csv', CSV)]);
    expect(plan.review).toMatchObject({ added: 0 });
    expect(plan.review.unmapped).toHaveLength(1);
    expect(plan.review.nothing).not.toBe('');
  });
});

test('columns are guessed by their names in several languages, one column a meaning', () => {
  expect(guess(['Vorname', 'Nachname', 'Firma', 'Telefon', 'E-Mail-Adresse'], [])).toEqual([
    'first',
    'last',
    'company',
    'phone',
    'e-mail',
  ]);
  expect(guess(['Full name', 'Name', 'Job Title', 'LinkedIn URL'], [])).toEqual([
    'name',
    'ignore',
    'position',
    'profile',
  ]);
  expect(guess(['__proto__', 'constructor'], [])).toEqual(['ignore', 'ignore']);
});

describe('connections in a language nobody has seen an export in', () => {
  // Made up: whether LinkedIn writes such headers is not known, only the order of its columns is.
  const header = 'Imię,Nazwisko,Adres,Poczta,Firma,Stanowisko,Połączono';
  const rows = [
    'Ana,Ruiz,https://www.linkedin.com/in/ana-ruiz,,Acme,CFO,08 Feb 2026',
    ',,,,,,07 Feb 2026',
    'Ben,Row,https://www.linkedin.com/in/ben-row,ben@example.org,,,06 Feb 2026',
  ];
  const guessed = async (lines: readonly string[]) => {
    const { unmapped } = await read([
      textFile('Connections.csv', `Uwaga:\n"Brak adresów, itd."\n\n${lines.join('\n')}`),
    ]);
    return unmapped[0]?.guess;
  };

  test('have every column guessed by where it stands', async () => {
    const all = ['first', 'last', 'profile', 'e-mail', 'company', 'position', 'connected'];
    expect(await guessed([header, ...rows])).toEqual(all);
  });

  test('are guessed cell by cell where the order is another', async () => {
    const turned = (line: string): string => line.split(',').reverse().join(',');
    const guess = await guessed([header, ...rows].map(turned));
    expect(guess).toEqual(['ignore', 'ignore', 'company', 'e-mail', 'profile', 'ignore', 'ignore']);
  });
});
