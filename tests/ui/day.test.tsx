import { afterEach, expect, test, vi } from 'vitest';
import { useAnswer, useWorkspace } from '#ui/shared/app.tsx';
import { today } from '#ui/shared/today.ts';
import { type Shown, show } from './screen.tsx';

let shown: Shown;
afterEach(async () => {
  vi.useRealTimers();
  await shown.close();
});

let asked = 0;
function Screen() {
  useWorkspace();
  useAnswer(async () => ++asked, 'count');
  return <p>It is {today()}.</p>;
}

test('a screen left open over midnight shows the new day and asks anew', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-23T23:58:00') });
  shown = await show(<Screen />);
  expect(shown.text()).toBe('It is 2026-11-23.');
  const before = asked;
  vi.setSystemTime(new Date('2026-11-24T08:00:00'));
  document.dispatchEvent(new Event('visibilitychange'));
  await shown.says('It is 2026-11-24.');
  expect(asked).toBe(before + 1);
});
