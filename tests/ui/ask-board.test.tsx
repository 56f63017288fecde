import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Ask, AskState } from '#model/ask.ts';
import type { AskId } from '#model/ids.ts';
import { askOf, TODAY, worldOf } from '#tests/handoff/cases.ts';
import { type Shown, settle, show } from '#tests/ui/screen.tsx';
import { href, routeOf } from '#ui/shared/route.ts';
import { AskBoard } from '#ui/targets/AskBoard.tsx';
import { askColumns, askToward } from '#ui/targets/ask-columns.ts';

const ask = (id: AskId, state: AskState, on = TODAY): Ask => askOf({ id, state, history: [{ state, on, note: '' }] });
const { workspace } = worldOf({
  asks: [
    ask('ask:new', 'asked'),
    ask('ask:old', 'asked', '2026-11-01'),
    ask('ask:back', 'heard-back'),
    ask('ask:no', 'declined'),
    ask('ask:wait', 'queued'),
  ],
});
const columns = askColumns(workspace);

describe('the columns', () => {
  test('hold every request once, by state, the longest standing first', () => {
    expect(columns.map(({ title, asks }) => [title, asks.map(({ id }) => id)])).toEqual([
      ['Prepared', ['ask:wait']],
      ['Asked', ['ask:old', 'ask:new']],
      ['Agreed', []],
      ['Handed over', []],
      ['Heard back', ['ask:back']],
      ['Closed', ['ask:no']],
    ]);
  });

  test.each([
    ['ask:old', 'ArrowDown', 'ask:new'],
    ['ask:old', 'ArrowUp', null],
    ['ask:new', 'ArrowRight', 'ask:back'],
    ['ask:back', 'ArrowLeft', 'ask:old'],
    ['ask:no', 'ArrowRight', null],
    ['ask:wait', 'ArrowLeft', null],
    ['ask:old', 'Enter', null],
  ] as const)('from %s %s leads to %s', (from, key, to) => {
    expect(askToward(columns, from, key)).toBe(to);
  });

  test('have an address of their own', () => {
    expect(routeOf(href({ to: 'asks' }))).toEqual({ to: 'asks' });
  });
});

describe('the board', () => {
  let screen: Shown | null = null;
  beforeAll(async () => {
    await import('#worker/create-service.ts');
  });
  afterEach(async () => {
    await screen?.close();
    screen = null;
    window.location.hash = '';
  });

  test('says what to do when there is nothing', async () => {
    screen = await show(<AskBoard />);
    await screen.says('Nothing is prepared yet');
  });

  test('arrow keys move the selection, the menu moves the request on and the focus goes with it', async () => {
    screen = await show(<AskBoard />, async (app) => {
      for (const friend of ['Ana Costa', 'Ben Ito']) {
        const target = app.commands.firstDoor({
          title: `Role with ${friend}`,
          company: friend,
          manager: `Boss of ${friend}`,
          friend,
          how: 'told',
          says: 'well',
        });
        const people = [...(app.document.getState().workspace?.people.values() ?? [])];
        const known = people.find((person) => person.own.name === friend);
        const { packet } = askOf();
        if (known) app.commands.prepareAsk({ target, friend: known.id, way: [], kind: 'hand-over', packet });
      }
    });
    const page = screen;
    const focused = () => document.activeElement?.textContent;
    const links = [...document.querySelectorAll<HTMLElement>('.ask-card a')];
    expect(links.map((link) => link.tabIndex)).toEqual([0, -1]);
    links[0]?.focus();
    const first = focused();
    await page.press('ArrowDown');
    expect(focused()).not.toBe(first);
    const second = focused();
    const menu = document.querySelector<HTMLSelectElement>('.ask-card[data-current] select');
    if (!menu) throw new Error('no menu');
    expect([...menu.options].map(({ value }) => value)).toEqual([
      '',
      'asked',
      'agreed',
      'declined',
      'handed-over',
      'done',
    ]);
    menu.value = 'asked';
    menu.dispatchEvent(new Event('change', { bubbles: true }));
    await settle();
    const states = [...(page.app.document.getState().workspace?.asks.values() ?? [])].map(({ state }) => state);
    expect(states.sort()).toEqual(['asked', 'prepared']);
    expect(focused()).toBe(second);
    await page.press('ArrowLeft');
    expect(focused()).toBe(first);
  });
});
