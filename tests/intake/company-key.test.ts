import { describe, expect, test } from 'vitest';
import { companyKey, isNoCompany } from '#intake/company-key.ts';

describe('one company in several spellings', () => {
  test.each([
    ['Northwind Analytics, Inc.', 'Northwind Analytics', 'NORTHWIND ANALYTICS INC', 'Northwind Analytics Incorporated'],
    ['Grupo Sol, S.A. de C.V.', 'Grupo Sol SA de CV', 'Grupo Sol', 'Grupo Sol S. A. de C. V.'],
    ['Müller & Söhne GmbH & Co. KG', 'Muller & Sohne', 'Müller und Söhne GmbH', 'MÜLLER & SÖHNE GmbH & Co KG'],
    ['Nestlé S.A.', 'Nestle', 'NESTLÉ SA'],
    ['Acme Co., Ltd.', 'Acme', 'Acme Limited', 'ACME LLC', 'Acme Pty Ltd', 'Acme Sp. z o.o.', 'Acme s.r.o.'],
    ['The Boring Company', 'Boring Company', 'Boring Company Inc'],
    ['Barnes & Noble', 'Barnes and Noble', 'Barnes  Noble, Inc.'],
    ['O’Neill Oy', "O'Neill", 'ONeill Oyj'],
    ['トヨタ株式会社', 'トヨタ'],
  ])('%s', (...names) => {
    expect(new Set(names.map(companyKey)).size).toBe(1);
  });
});

describe('companies that are two', () => {
  test.each([
    ['Studio C', 'Studio'],
    ['Plan A', 'Plan'],
    ['C++ Institute', 'C# Institute'],
    ['Acme Group', 'Acme'],
    ['Acme Holding', 'Acme'],
    ['Bath Company', 'Bath'],
    ['SAS Institute', 'Institute'],
    ['Vitamin', 'Vitamin B'],
    ['!!!', '???'],
  ])('%s and %s', (a, b) => {
    expect(companyKey(a)).not.toBe(companyKey(b));
  });
});

test('a name that is only a legal form keeps it', () => {
  expect(['SAS', 'AG', 'SE Ltd', 'Limited'].map(companyKey)).toEqual(['sas', 'ag', 'se', 'limited']);
});

test('words for no employer are no company', () => {
  for (const name of ['Freelance', 'Self-employed', 'Stealth Startup', 'Selbständig', 'N/A', 'Retired'])
    expect([name, isNoCompany(name)]).toEqual([name, true]);
  for (const name of ['Freelancer.com', 'Stealth Security', 'Home Depot', 'Student Loans Company'])
    expect([name, isNoCompany(name)]).toEqual([name, false]);
});
