import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { WHOLE } from '#graph/drawing.ts';
import { drawn } from '#tests/graph/drawn.ts';
import { network } from '#tests/graph/network.ts';
import { standInOf } from '#ui/map/closing.ts';
import { nearestName } from '#ui/map/filter.ts';
import { MapScreen } from '#ui/map/MapScreen.tsx';
import type { App } from '#workspace/app.ts';
import { type Shown, settle, show } from './screen.tsx';

/* This document has no WebGL: what stands here is the table twin, and it is driven by its keys. */

let shown: Shown;
beforeAll(() => {
  // The table draws the rows that fit; a document without layout has no height.
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { get: () => 4_000, configurable: true });
});
beforeEach(() => {
  location.hash = '#/map';
});
afterEach(() => shown.close());

const rows = () => [...document.querySelectorAll<HTMLElement>('.map-row')];
const nameOf = (row: Element | null | undefined) => row?.firstChild?.textContent ?? '';
const names = () => rows().map(nameOf).sort();
const row = (name: string) => rows().find((one) => nameOf(one) === name);
const selected = () => names().filter((name) => row(name)?.getAttribute('aria-selected') === 'true');
const here = () => nameOf(document.activeElement);
const own = (name: string) =>
  [...(shown.app.document.getState().workspace?.people.values() ?? [])].find((one) => one.own.name === name)?.own;

async function until(holds: () => boolean, words: string): Promise<void> {
  for (let tries = 0; !holds(); tries++) {
    if (tries > 800) throw new Error(`${words}: ${shown.text()} ${names().join()}`);
    await settle();
  }
}

async function choose(label: string, words: string): Promise<void> {
  const found = [...document.querySelectorAll<HTMLSelectElement>('select')].find(
    (one) => one.getAttribute('aria-label') === label || one.closest('label')?.textContent?.startsWith(label),
  );
  const option = [...(found?.options ?? [])].find((one) => one.textContent === words);
  if (!found || !option) throw new Error(`${label} has no ${words}`);
  found.value = option.value;
  found.dispatchEvent(new Event('change', { bubbles: true }));
  await settle();
}

/**
 * Ana knows Marta, who hires at Acme; Ben has met Nuno, who hires at Birch; Ivo, tagged, is at Acme too; Zoe is
 * known to nobody.
 */
function two({ commands }: App): void {
  const roles = { how: 'told', closeness: 5 } as const;
  commands.firstDoor({ ...roles, title: 'Lead', company: 'Acme', manager: 'Marta', friend: 'Ana', says: 'well' });
  commands.firstDoor({ ...roles, title: 'Head', company: 'Birch', manager: 'Nuno', friend: 'Ben', says: 'met' });
  commands.addPerson({ name: 'Ivo', tags: ['choir'] }, 'Acme');
  commands.addPerson({ name: 'Zoe' });
}

const EVERYBODY = ['Acme', 'Ana', 'Ben', 'Birch', 'Head', 'Ivo', 'Lead', 'Marta', 'Nuno', 'You', 'Zoe'];

async function open(prepare: (app: App) => void = two): Promise<void> {
  shown = await show(<MapScreen />, async (app) => prepare(app));
  await until(() => rows().length > 0, 'no rows');
}

test('before anybody is there it says so, and where to begin', async () => {
  shown = await show(<MapScreen />);
  await shown.says(/Nobody is here yet.*Import contacts/);
});

describe('what is asked for stays lit, the rest goes back', () => {
  test.each([
    ['Company', 'Acme', ['Acme', 'Ivo', 'Lead', 'Marta']],
    ['Chance they answer', 'your word', ['Ana', 'Ben']],
    ['Your tie', 'you know them', ['Ana', 'Ben']],
    ['Steps from you', "Through a friend's list", ['Marta', 'Nuno']],
    ['Tag', 'choir', ['Ivo']],
    ['Target', 'Head, Birch', ['Birch', 'Head', 'Nuno']],
    ['Light the ways in to', 'Lead, Acme', ['Ana', 'Lead', 'Marta', 'You']],
    ['Light the ways in to', 'All my targets', ['Ana', 'Ben', 'Head', 'Lead', 'Marta', 'Nuno', 'You']],
  ])('%s: %s', async (label, words, lit) => {
    await open();
    expect(names()).toEqual(EVERYBODY);
    await shown.click('Colours and filters');
    await choose(label, words);
    await until(() => names().length === lit.length, `not ${lit.length} rows`);
    expect(names()).toEqual(lit);
    const people = lit.filter((name) => !['Acme', 'Birch', 'Lead', 'Head', 'You'].includes(name)).length;
    await shown.says(`${people} lit`);
  });

  test('the legend filters, and lets go', async () => {
    await open();
    await shown.click('Acme');
    await until(() => names().length === 4, 'not only Acme');
    expect(names()).toEqual(['Acme', 'Ivo', 'Lead', 'Marta']);
    await shown.click('Acme');
    await until(() => names().length === EVERYBODY.length, 'not everybody');
  });
});

test('a selection is labelled, tagged and left alone, each in one step that can be undone', async () => {
  await open();
  for (const name of ['Ana', 'Ivo']) {
    row(name)?.focus();
    await shown.press(' ');
  }
  expect(selected()).toEqual(['Ana', 'Ivo']);
  await shown.says('2 selected');
  const said = () =>
    ['Ana', 'Ivo'].map((name) => [own(name)?.closeness, own(name)?.tags, own(name)?.doNotContact?.on ?? null]);
  expect(said()).toEqual([
    [5, [], null],
    [undefined, ['choir'], null],
  ]);
  const panel = document.querySelector<HTMLElement>('[aria-label="Selected on the map"]');
  panel?.querySelector<HTMLElement>('button[aria-label^="3"]')?.click();
  const tag = panel?.querySelector<HTMLInputElement>('[aria-label=Tag]');
  if (tag) Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(tag, ' spring ');
  tag?.dispatchEvent(new Event('input', { bubbles: true }));
  await shown.click('Add tag');
  await shown.click('Do not contact');
  expect(said()).toEqual([
    [3, ['spring'], '2026-11-23'],
    [3, ['choir', 'spring'], '2026-11-23'],
  ]);
  for (let steps = 0; steps < 3; steps++) shown.app.commands.undo();
  expect(said()[0]).toEqual([5, [], null]);
  expect(own('Ivo')?.closeness).toBe(undefined);
  const link = [...document.querySelectorAll('a')].find((one) => one.textContent === 'Who knows whom among them');
  expect(link?.getAttribute('href')).toBe('#/who-knows-whom/selected');
  expect(shown.app.session.getState().selected).toHaveLength(2);
});

describe('by keyboard alone', () => {
  test('rows are walked, selected and focused; the keyboard stays where it was', async () => {
    shown = await show(<MapScreen />, async (app) => two(app));
    await until(() => rows().length > 0, 'no rows');
    row('Ana')?.focus();
    await shown.press('ArrowDown');
    expect(here()).toBe('Ben');
    await shown.press('ArrowUp');
    await shown.press('Home');
    expect(here()).toBe(nameOf(rows()[0]));
    await shown.press('End');
    expect(here()).toBe('Zoe');
    await shown.press('PageUp');
    expect(here()).not.toBe('Zoe');
    row('Marta')?.focus();
    await shown.press('Enter');
    await until(() => !names().includes('Zoe'), 'no focus');
    expect(names()).toEqual(['Acme', 'Ana', 'Lead', 'Marta', 'You']);
    await until(() => here() === 'Marta', 'the keyboard is lost');
    expect(
      rows()
        .filter((one) => one.tabIndex === 0)
        .map(nameOf),
    ).toEqual(['Marta']);
  });

  test('a company is closed and opened again; a column sorts', async () => {
    await open(({ commands }) => {
      for (const name of ['Ana', 'Ben', 'Cleo']) commands.addPerson({ name }, 'Acme');
    });
    row('Acme')?.focus();
    await shown.press(' ');
    await shown.click('Close the company');
    await until(() => names().length === 2, 'not closed');
    expect(names()).toEqual(['Acme (3)', 'You']);
    const search = document.querySelector<HTMLInputElement>('[aria-label="Search the map"]');
    const type = async (text: string) => {
      if (search) Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(search, text);
      search?.dispatchEvent(new Event('input', { bubbles: true }));
      await settle();
    };
    await type('cleo');
    await until(() => names().length === 1, 'not found inside');
    expect(names()).toEqual(['Acme (3)']);
    await type('');
    await until(() => names().length === 2, 'still searching');
    row('Acme (3)')?.focus();
    await shown.press('Enter');
    await until(() => names().length === 5, 'not opened');
    expect(here()).toBe('Acme');
    await shown.click('What');
    expect(rows().map(nameOf)).toEqual(['You', 'Ana', 'Ben', 'Cleo', 'Acme']);
    expect(document.querySelector('[aria-sort=ascending]')?.textContent).toBe('What');
  });
});

test('more than 50 neighbours: which of them is asked, and the answer is drawn', async () => {
  await open(({ commands }) => {
    for (let n = 0; n < 64; n++) commands.addPerson({ name: `Colleague ${n}` }, 'Acme');
  });
  row('Acme')?.focus();
  await shown.press('Enter');
  await shown.says('14 neighbours not drawn. Which do you want to see?');
  await until(() => names().length === 52, 'not fifty');
  await shown.click('All');
  await until(() => names().length === 66, 'not all');
  expect(shown.text()).toContain('Which neighbours do you want to see?');
  await shown.click('Those who open a target');
  await shown.says('64 neighbours not drawn');
});

test('arranging says how far it is; called off, the map is there at once in companies', async () => {
  await open(({ commands }) => {
    for (let n = 0; n < 330; n++) commands.addPerson({ name: `Somebody ${n}` }, `Firm ${n % 40}`);
  });
  await shown.click('Colours and filters');
  expect(shown.text()).not.toContain('Arrange by who knows whom');
  await shown.click('My listed ties');
  await shown.says(/Arranging: [1-9]\d? %/);
  await shown.click('Cancel');
  await shown.says('330 people drawn');
  await shown.click('Arrange by who knows whom');
  await shown.says(/Arranging: [1-9]\d? %/);
  await shown.says('330 people drawn');
});

test('Enter in the search takes the name nearest to the text, not the first that has it', () => {
  const labels = ['Company 396', 'Old Company 3', 'Company 3 (12)'];
  const keys = labels.map((_, at) => `company:${at}` as const);
  expect(nearestName(keys, labels, new Set(keys), ' company 3')).toBe('company:2');
  expect(nearestName(keys, labels, new Set(keys.slice(0, 2)), 'company 3')).toBe('company:0');
  expect(nearestName(keys, labels, new Set(keys.slice(1, 2)), 'company 3')).toBe('company:1');
  expect(nearestName(keys, labels, new Set(), 'company 3')).toBeUndefined();
});

test('who is inside a closed company is stood for by it, everybody else by themselves', () => {
  const input = network(100, 4);
  const standIn = standInOf(drawn(input, { ...WHOLE, closed: 'all' }), input.workspace);
  expect(standIn('person:000001')).toBe('company:1');
  expect(standIn('person:000000')).toBe('person:000000');
  expect(standIn('me:me')).toBe('me:me');
});

test('a lit way runs through the closed company of a friend', async () => {
  await open(({ commands }) => {
    const friend = {
      title: 'Lead',
      company: 'Acme',
      manager: 'Marta',
      friend: 'Ana',
      how: 'told',
      says: 'well',
    } as const;
    for (const name of ['Ana', 'Bo', 'Cy']) commands.addPerson({ name }, 'Cedar');
    commands.firstDoor({ ...friend, closeness: 5 });
  });
  row('Cedar')?.focus();
  await shown.press(' ');
  await shown.click('Close the company');
  await until(() => names().includes('Cedar (3)'), 'not closed');
  await choose('Light the ways in to', 'Lead, Acme');
  await until(() => names().length < 5, 'not lit');
  expect(names()).toEqual(['Ana · Cedar (3)', 'Lead', 'Marta', 'You']);
});
