import { expect, test } from 'vitest';
import { addressProblem, cleanAddress } from '#friendcheck/address.ts';

test('an https address that a friend can open is fine, and loses its query and fragment', () => {
  for (const address of ['https://example.org/', 'https://me.github.io/handcarry/', 'https://[2001:db8::1]/', '']) {
    expect(addressProblem(address)).toBe('');
  }
  expect(cleanAddress(' https://example.org/app/?x=1#/targets ')).toBe('https://example.org/app/');
  expect(cleanAddress('  ')).toBe('');
});

test('an address of this computer or this network is refused, and the reason is said', () => {
  for (const host of [
    'localhost',
    'localhost:4173',
    'app.localhost',
    '127.0.0.1:4173',
    '127.8.8.8',
    '[::1]:4173',
    '0.0.0.0',
    '10.0.0.7',
    '192.168.1.4',
    '172.20.0.1',
    '169.254.1.1',
    'macbook.local',
    'macbook',
    '[fd00::1]',
  ])
    for (const scheme of ['http', 'https'])
      expect(addressProblem(`${scheme}://${host}/`)).toMatch(/^This address means "this computer"/);
});

test('plain http, a password in the address and no address at all are refused', () => {
  expect(addressProblem('http://example.org/')).toMatch(/^Only an address that starts with https/);
  expect(addressProblem('javascript:alert(1)')).not.toBe('');
  expect(addressProblem('data:text/html,hi')).not.toBe('');
  expect(addressProblem('https://jo:secret@example.org/')).toMatch(/password/);
  expect(addressProblem('example')).toMatch(/^This is not an address/);
});
