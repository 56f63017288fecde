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
        guess: ['ignore', 'e-mail', 'ignore', 'profile'],
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
