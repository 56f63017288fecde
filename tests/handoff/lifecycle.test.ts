import { describe, expect, test } from 'vitest';
import { dateProblems, lastDayOf, orderedHistory } from '#handoff/ask-history.ts';
import { blocksAsk, fallbackFor } from '#handoff/blocks.ts';
import { controlOf } from '#handoff/control.ts';
import { DECLINE_REASONS, mayFollow, mayNudge, nextStates, stateAfter, waitingOf } from '#handoff/lifecycle.ts';
import { remindersOf } from '#handoff/reminders.ts';
import { owesThanks } from '#handoff/thanks.ts';
import { type Ask, askState } from '#model/ask.ts';
import { ACME, ANA, askOf, FOUNDING, MARTA, TEO, TODAY, worldOf } from './cases.ts';

const ana = { full: 'Ana Sousa', first: 'Ana' };
const entry = (state: Ask['state'], on: string) => ({ state, on, note: '' });

describe('what may follow', () => {
  test('every state but done leads on, and done only to an answer after all', () => {
    for (const state of askState.options) expect(nextStates(askOf({ state }), ana).length).toBeGreaterThan(0);
    expect(nextStates(askOf({ state: 'done' }), ana)).toEqual([
      { state: 'heard-back', label: 'An answer came after all', text: 'update' },
    ]);
  });
  test('a friend who handed it over on the spot can be recorded', () => {
    expect(mayFollow('prepared', 'handed-over')).toBe(true);
    expect(mayFollow('done', 'asked')).toBe(false);
  });
  test('the words fit an introduction, and a friend without a name', () => {
    expect(nextStates(askOf({ state: 'agreed', kind: 'introduce' }), ana)[0]?.label).toBe('Ana made the introduction');
    expect(nextStates(askOf({ state: 'agreed' }), { full: '', first: '' })[0]?.label).toBe(
      'Your friend handed it over',
    );
  });
  test('"it would not help" is the reason that closes the target', () => {
    expect(DECLINE_REASONS.find(({ value }) => value === 'no-use')?.effect).toContain('closes the target');
  });
});

describe('waiting', () => {
  test('one nudge is suggested after seven working days', () => {
    expect(waitingOf(askOf(), ana, '2026-11-11')).toMatchObject({ is: 'wait', on: '2026-11-12' });
    expect(waitingOf(askOf(), ana, '2026-11-12').is).toBe('nudge-due');
    expect(mayNudge(askOf())).toBe(true);
  });
  test('after the nudge nothing, and fourteen days later the offer to leave it', () => {
    const nudged = askOf({ nudgedOn: '2026-11-12' });
    expect(mayNudge(nudged)).toBe(false);
    expect(waitingOf(nudged, ana, '2026-11-25').is).toBe('nudged');
    expect(waitingOf(nudged, ana, '2026-11-26')).toMatchObject({ is: 'silence-offered', on: '2026-11-26' });
  });
  test('nobody waits in any other state', () => {
    for (const state of ['prepared', 'declined', 'handed-over', 'done'] as const)
      expect(waitingOf(askOf({ state }), ana, TODAY).is).toBe('not-waiting');
  });
});

describe('what stops a second ask', () => {
  const world = (asks: Ask[], more = {}) => worldOf({ target: FOUNDING, asks, ...more });
  const code = (asks: Ask[], more = {}) => {
    const { workspace, target } = world(asks, more);
    return blocksAsk(workspace, target, ANA);
  };
  test('nothing, at first', () => expect(code([])).toBeNull());
  test('an open ask of the same friend elsewhere, unless offered', () => {
    const block = code([askOf({ target: 'target:other' })]);
    expect(block).toMatchObject({ code: 'open-with-friend', overridable: true, queue: true, ask: 'ask:1' });
    expect(block?.reason).toBe(
      'Ana already has an open ask from you. Wait until it is closed and thanked, unless Ana offered.',
    );
  });
  test('an open ask of another friend to the same manager', () => {
    expect(code([askOf({ friend: TEO })])).toMatchObject({
      code: 'open-with-manager',
      reason: 'Teo has an open ask to Marta Silva. One at a time: Ana can wait as the fallback.',
    });
    expect(code([askOf({ friend: TEO, target: 'target:other', way: [MARTA] })])?.code).toBe('open-with-manager');
  });
  test('a thank-you that is owed, but not silence', () => {
    const ended = askOf({ target: 'target:other', state: 'done' });
    expect(code([ended])?.code).toBe('thanks-owed');
    expect(code([{ ...ended, thankedOn: '2026-11-20' }])).toBeNull();
    expect(code([askOf({ target: 'target:other', state: 'silent' })])).toBeNull();
  });
  test('the same ask twice, and a no', () => {
    expect(code([askOf()])).toMatchObject({ code: 'open-here', overridable: false });
    expect(code([askOf({ state: 'declined', thankedOn: TODAY })])?.code).toBe('declined');
  });
  test('marks on the person, a hidden employer and a closed target, which no offer overrides', () => {
    const mark = { on: '2026-09-01', reason: '' };
    expect(code([], { ana: { doNotContact: mark } })).toMatchObject({ code: 'do-not-contact', overridable: false });
    expect(code([], { ana: { leaveOut: mark } })).toMatchObject({ code: 'left-out', overridable: false });
    const employers = [
      { company: ACME, name: 'Acme', title: '', from: '', to: '', still: 'hidden' as const, imports: [] },
    ];
    expect(code([], { ana: { company: ACME }, me: { employers } })?.reason).toBe(
      'Ana works at Acme, where nobody may know that you are looking.',
    );
    expect(code([], { target: { ...FOUNDING, closed: { on: TODAY, how: 'done' } } })?.code).toBe('closed');
  });
  test('a fallback comes up when the first ask has ended, not before', () => {
    const queued = askOf({ id: 'ask:2', state: 'queued', friend: ANA, history: [entry('queued', '2026-11-04')] });
    const during = world([askOf({ friend: TEO }), queued]);
    expect(fallbackFor(during.workspace, during.target)).toBeNull();
    const after = world([askOf({ friend: TEO, state: 'silent' }), queued]);
    expect(fallbackFor(after.workspace, after.target)?.id).toBe('ask:2');
  });
  test('a packet that was never sent owes no thanks', () => {
    expect(
      owesThanks(askOf({ state: 'done', history: [entry('prepared', '2026-11-02'), entry('done', '2026-11-03')] })),
    ).toBe(false);
  });
});

describe('dates', () => {
  const mixed = askOf({
    state: 'agreed',
    history: [entry('prepared', '2026-11-02'), entry('asked', '2026-11-09'), entry('agreed', '2026-11-05')],
    nudgedOn: '2026-11-01',
  });
  test('out of order are told, and ordered', () => {
    expect(dateProblems(mixed, TODAY)).toEqual([
      '"agreed" is dated 2026-11-05, before "asked" on 2026-11-09.',
      'The nudge is dated 2026-11-01, before you asked on 2026-11-09.',
    ]);
    expect(orderedHistory(mixed).map(({ state }) => state)).toEqual(['prepared', 'agreed', 'asked']);
    expect(stateAfter(askOf({ state: 'prepared' }), 'asked')).toBe('asked');
    expect(stateAfter(mixed, 'asked'), 'told late').toBe('agreed');
    expect(lastDayOf(mixed)).toBe('2026-11-05');
  });
  test('still to come are told; an answer after done is fine', () => {
    expect(dateProblems(askOf({ history: [entry('asked', '2027-01-01')] }), TODAY)).toEqual([
      '"asked" is dated 2027-01-01, which is still to come.',
    ]);
    const after = askOf({
      state: 'heard-back',
      history: [entry('asked', '2026-11-02'), entry('done', '2026-11-10'), entry('heard-back', '2026-11-12')],
    });
    expect(dateProblems(after, TODAY)).toEqual([]);
  });
  test('an ask without any history still has a day', () =>
    expect(lastDayOf(askOf({ history: [] }))).toBe('1970-01-01'));
});

describe('the end', () => {
  const { workspace, target } = worldOf({ target: FOUNDING });
  test('says what was in your control, and what never was', () => {
    const ask = askOf({ state: 'done', thankedOn: TODAY });
    const control = controlOf(workspace, target, ask);
    expect(control.inYours.filter(({ done }) => !done).map(({ text }) => text)).toEqual([
      'One page with one specific case',
    ]);
    expect(control.notInYours).toContain('What Marta needs this week');
  });
  test('reminders are few, dated, and never in the past', () => {
    const of = (ask: Ask) =>
      remindersOf(workspace, target, ask, TODAY).map(({ uid, on, summary }) => `${uid} ${on} ${summary}`);
    expect(of(askOf({ history: [entry('asked', '2026-11-20')] }))).toEqual([
      '1-nudge@handcarry 2026-12-01 One nudge to Ana, if no answer (Acme)',
    ]);
    expect(of(askOf())).toEqual([`1-nudge@handcarry ${TODAY} One nudge to Ana, if no answer (Acme)`]);
    expect(of(askOf({ nudgedOn: '2026-11-20' }))).toEqual([
      '1-silent@handcarry 2026-12-04 Leave it there with Ana, if no answer (Acme)',
    ]);
    expect(
      of(askOf({ state: 'handed-over', history: [entry('asked', '2026-11-03'), entry('handed-over', '2026-11-20')] })),
    ).toEqual(['1-done@handcarry 2026-12-11 Be done with this one (Acme)']);
    expect(of(askOf({ state: 'heard-back' }))).toEqual([`1-thanks@handcarry ${TODAY} Thank Ana (Acme)`]);
    expect(of(askOf({ state: 'silent' }))).toEqual([]);
  });
});
