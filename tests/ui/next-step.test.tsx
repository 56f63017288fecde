import { describe, expect, test } from 'vitest';
import { asksFor } from '#handoff/ask-history.ts';
import type { Ask } from '#model/ask.ts';
import type { Workspace } from '#model/workspace.ts';
import { ANA, askOf, BRUNO, TODAY, worldOf } from '#tests/handoff/cases.ts';
import { wayOf } from '#ui/handoff/asks.ts';
import { companyOf } from '#ui/targets/draft.ts';
import { nextStep } from '#ui/targets/next-step.ts';

const words = (...asks: readonly Ask[]) => nextStep(worldOf({ asks }).workspace, [], TODAY)?.words ?? null;

describe('the one next step', () => {
  test('a thank-you that is owed comes before everything', () => {
    const declined = askOf({
      id: 'ask:2',
      state: 'declined',
      history: [{ state: 'asked', on: '2026-11-03', note: '' }],
    });
    expect(words(askOf({ state: 'prepared' }), declined)).toMatch(/^Thank Ana/);
  });

  test('then the one nudge that is due, then the packet that is ready', () => {
    expect(words(askOf())).toContain('nudge Ana once');
    const ready = askOf({ state: 'prepared', history: [{ state: 'prepared', on: TODAY, note: '' }] });
    expect(words(ready)).toMatch(/packet is ready.*ask Ana/);
  });

  test('while a friend has it, nothing is to be done', () => {
    expect(words(askOf({ history: [{ state: 'asked', on: TODAY, note: '' }] }))).toBeNull();
  });

  test('a request for a target that was removed is not a step', () => {
    const { workspace } = worldOf({ asks: [askOf({ state: 'prepared' })] });
    expect(nextStep({ ...workspace, targets: new Map() }, [], TODAY)).toBeNull();
  });
});

describe('requests of a target', () => {
  const asks = [
    askOf({ id: 'ask:old', state: 'silent', friend: BRUNO }),
    askOf({ id: 'ask:queued', state: 'queued', friend: BRUNO }),
    askOf({ id: 'ask:open', state: 'agreed' }),
  ];

  test('the open one comes first, then what waits, then what is over', () => {
    const { workspace, target } = worldOf({ asks });
    expect(asksFor(workspace, target.id).map((ask) => ask.id)).toEqual(['ask:open', 'ask:queued', 'ask:old']);
  });

  test('know the way they go', () => {
    const way = wayOf(askOf());
    expect(way.people).toEqual([ANA, 'person:marta']);
    expect(way.steps.map((step) => step.from)).toEqual(['me', ANA]);
  });
});

test('a company is known by any of its spellings, and by none when nothing is typed', () => {
  const { workspace }: { workspace: Workspace } = worldOf();
  expect(companyOf(workspace, ' ÁCME ')).toBe('company:acme');
  expect(companyOf(workspace, 'Globex')).toBeNull();
  expect(companyOf(workspace, '')).toBeNull();
});
