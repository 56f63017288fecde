import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FIRST_DOOR, freshStore, leaveAll, named, visit, workspaceOf } from './visits.ts';

beforeEach(freshStore);
afterEach(leaveAll);

describe('somebody who was deleted', () => {
  test('is in no step of undo after half a minute, and in none before when it was taken back', async () => {
    const app = await visit();
    const target = app.commands.firstDoor(FIRST_DOOR);
    const [ana, marta] = [named(app, 'Ana Sousa'), named(app, 'Marta Silva')];
    app.commands.editPerson(ana, { note: 'A secret of Ana' });
    app.commands.editPerson(marta, { note: 'Of Marta' });
    app.commands.editTarget(target, { hr: [ana, marta] });
    const held = () => JSON.stringify([app.document.getState().undo, app.document.getState().redo]);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    app.commands.removePerson(ana);
    vi.advanceTimersByTime(29_000);
    app.commands.undo();
    vi.advanceTimersByTime(2_000);
    expect(held()).toContain('A secret of Ana');
    expect(workspaceOf(app).people.has(ana)).toBe(true);
    app.commands.removePerson(ana);
    expect(held()).toContain('A secret of Ana');
    vi.advanceTimersByTime(31_000);
    vi.useRealTimers();
    expect(held()).not.toMatch(/Ana/);
    expect(held()).not.toContain(ana);
    expect(held()).toContain('Of Marta');
    app.commands.undo();
    expect(workspaceOf(app).targets.get(target)?.hr).toEqual([]);
    app.commands.undo();
    expect(workspaceOf(app).people.get(marta)?.own.note).toBe('');
    expect([...workspaceOf(app).people.keys()]).toEqual([marta]);
  });

  test('in another tab is in no step of undo here either', async () => {
    const one = await visit();
    one.commands.firstDoor(FIRST_DOOR);
    const ana = named(one, 'Ana Sousa');
    one.commands.editPerson(ana, { note: 'A secret of Ana' });
    await one.flush();
    const two = await visit();
    two.commands.removePerson(ana);
    await two.flush();
    one.commands.addTarget({ title: 'CFO', company: 'Globex', manager: null });
    await one.flush();
    expect(workspaceOf(one).people.has(ana)).toBe(false);
    expect(JSON.stringify(one.document.getState().undo)).not.toMatch(/Ana Sousa|A secret/);
  });
});
