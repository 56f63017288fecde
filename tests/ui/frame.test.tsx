import { expect, test } from 'vitest';
import { emptyWorkspace } from '#model/workspace.ts';
import { arrivalKey } from '#ui/frame/arrival.ts';
import { hitsFor } from '#ui/frame/hits.ts';
import { backupWords, saveWords } from '#ui/frame/save-words.ts';
import { href, type Route, routeOf } from '#ui/shared/route.ts';
import { sizeWords } from '#ui/shared/size-words.ts';

test.each<Route>([
  { to: 'home' },
  { to: 'people', person: 'person:constructor' },
  { to: 'people', company: 'company:a b/c%' },
  { to: 'hand-off', id: 'target:x', ask: 'ask:y' },
  { to: 'settings', section: 'backup' },
  { to: 'new-target', company: 'company:__proto__' },
])('an address says the same screen again: %j', (route) => {
  expect(routeOf(href(route))).toEqual(route);
});

test('an address nobody wrote is home, never an exception', () => {
  for (const hash of ['', '#', '#/nowhere', '#/people/%E0%A4%A', '#/target', '#/__proto__']) {
    expect(['home', 'people']).toContain(routeOf(hash).to);
  }
});

test('choosing somebody beside the table is no arrival, another target is one', () => {
  expect(arrivalKey({ to: 'people', person: 'person:a' }, '#/people/a')).toBe(arrivalKey({ to: 'people' }, '#/people'));
  expect(arrivalKey({ to: 'target', id: 'target:a' }, '#/target/a')).not.toBe('target');
});

test.each([
  [null, 'not backed up yet'],
  ['2026-11-23', 'last backup today'],
  ['2026-11-24', 'last backup today'],
  ['2026-11-22', 'last backup yesterday'],
  ['2026-11-20', 'last backup 3 days ago'],
])('a backup of %s is called %s', (on, words) => {
  expect(backupWords(on, '2026-11-23')).toBe(words);
});

test('the sample and an empty workspace ask for no backup, and a failure never says saved', () => {
  const { me } = emptyWorkspace('w', 'w');
  const more = (sample: boolean, revision: number) =>
    saveWords({ is: 'saved' }, { me, sample, revision }, '2026-11-23').more;
  expect([more(true, 3), more(false, 0), more(false, 1)]).toEqual(['', '', 'not backed up yet']);
  const failed = saveWords({ is: 'failed', message: 'x' }, { me, sample: false, revision: 1 }, '2026-11-23');
  expect(failed.short).toBe('Not saved');
});

test('a screen called by its name comes before people of that name', () => {
  const find = () => [{ id: 'person:a' as const, kind: 'person' as const, name: 'Setta', detail: '' }];
  const groups = hitsFor(emptyWorkspace('w', 'w'), { find }, 'sett');
  expect(groups.map((group) => group.title)).toEqual(['Go to', 'People']);
  expect(groups[0]?.hits[0]?.label).toBe('Settings');
  expect(groups[1]?.hits[0]?.does).toEqual({ go: { to: 'people', person: 'person:a' } });
});

test.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [1_200, '1.2 kB'],
  [999_600, '1.0 MB'],
  [3_400_000_000, '3.4 GB'],
])('%d bytes are %s', (bytes, words) => {
  expect(sizeWords(bytes)).toBe(words);
});
