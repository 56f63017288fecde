import { expect, test } from 'vitest';
import { readAdvert } from '#ui/targets/advert.ts';

test.each([
  ['Head of Operations at Acme\nLisbon, Portugal', 'Head of Operations', 'Acme'],
  ['Job title: Data Engineer\nCompany: Globex Ltd.\nWe want you', 'Data Engineer', 'Globex Ltd'],
  ['Acme hiring Head of Operations in Lisbon, Portugal | LinkedIn', 'Head of Operations', 'Acme'],
  [
    'Northwind Traders is looking for a Senior Product Designer to join our team',
    'Senior Product Designer',
    'Northwind Traders',
  ],
  ['Initech\nFinance Manager\nPorto, Portugal · 2 weeks ago · 40 applicants', 'Finance Manager', 'Initech'],
  [
    'Operations Manager\nFull-time, hybrid\nAbout us\nAt Blue Harbour, we move things.',
    'Operations Manager',
    'Blue Harbour',
  ],
  ['Plant Director (m/f/d)\n\nAbout Umbrella & Sons\nThe role', 'Plant Director (m/f/d)', 'Umbrella & Sons'],
])('reads title and company out of %j', (text, title, company) => {
  expect(readAdvert(text)).toMatchObject({ title, company });
});

test('reads the requisition number and the link', () => {
  expect(readAdvert('Analyst at Acme\nReq ID: OPS-4711\nhttps://jobs.example.org/4711?x=1 apply')).toMatchObject({
    requisition: 'OPS-4711',
    link: 'https://jobs.example.org/4711?x=1',
  });
});

test('says nothing when the text says nothing, and survives a long line', () => {
  expect(readAdvert('')).toEqual({ title: '', company: '', requisition: '', link: '' });
  expect(readAdvert('We are a family.').title).toBe('');
  expect(readAdvert(`Manager ${'a '.repeat(200_000)}`).company).toBe('');
});
