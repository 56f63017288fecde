import { afterEach, expect, test } from 'vitest';
import { LabelPeople } from '#ui/interview/LabelPeople.tsx';
import { labelOrder } from '#ui/interview/label-order.ts';
import { WhoKnowsWhom } from '#ui/interview/WhoKnowsWhom.tsx';
import { type Shown, show } from './screen.tsx';

let shown: Shown;
afterEach(() => shown.close());
const statements = () =>
  [...(shown.app.document.getState().workspace?.ties.values() ?? [])].flatMap((tie) => tie.statements);

test('two keys answer a question, and U takes the answer back', async () => {
  shown = await show(<WhoKnowsWhom />, (app) => app.commands.openSample());
  await shown.says(/Does .+ know .+\?/);
  const before = statements().length;
  const question = /Does .+?\?/.exec(shown.text())?.[0] ?? '';
  await shown.press('2');
  await shown.says('How do you know?');
  await shown.press('t');
  await shown.says('1 of about');
  expect(statements()).toHaveLength(before + 1);
  expect(statements().some((one) => one.says === 'know' && one.how === 'told' && one.by !== null)).toBe(true);
  await shown.press('u');
  expect(statements()).toHaveLength(before);
  await shown.says(question);
});

test('"not sure" needs no source and is not asked again', async () => {
  shown = await show(<WhoKnowsWhom />, (app) => app.commands.openSample());
  await shown.says(/Does .+ know .+\?/);
  const question = /Does .+?\?/.exec(shown.text())?.[0] ?? '';
  await shown.press('5');
  await shown.says('1 of about');
  expect(shown.text()).not.toContain(question);
});

test('a label by one key goes to people on ways in first, and U takes it back', async () => {
  shown = await show(<LabelPeople />, (app) => app.commands.openSample());
  await shown.says(/How close are you to .+\?/);
  const who = /How close are you to .+?\?/.exec(shown.text())?.[0] ?? '';
  await shown.press('4');
  await shown.says('1 person labelled now');
  expect(shown.text()).not.toContain(who);
  await shown.press('u');
  await shown.says(who);
});

test('somebody who opens a target comes before somebody who writes more', async () => {
  shown = await show(null, (app) => app.commands.openSample());
  const { workspace } = shown.app.document.getState();
  if (!workspace) throw new Error('no workspace');
  const portfolio = await shown.app.queries.portfolio();
  const order = labelOrder(workspace, portfolio, await shown.app.queries.people());
  const doors = new Set(portfolio.doors.map((door) => door.friend));
  const firstOther = order.findIndex((id) => !doors.has(id));
  expect(order.slice(firstOther).some((id) => doors.has(id))).toBe(false);
  expect(order.every((id) => workspace.people.get(id)?.own.closeness === undefined)).toBe(true);
});
