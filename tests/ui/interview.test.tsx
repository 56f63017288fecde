import { afterEach, expect, test } from 'vitest';
import { AmongSelected } from '#ui/interview/AmongSelected.tsx';
import { LabelPeople } from '#ui/interview/LabelPeople.tsx';
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

test('people come in the order of use, each with the reason', async () => {
  shown = await show(<LabelPeople />, (app) => app.commands.openSample());
  const [first] = await shown.app.queries.toLabel(1);
  if (!first) throw new Error('nobody to label');
  await shown.says(`Why we ask: ${first.why}`);
});

test('among the selected only their pairs are asked about, the answered ones never', async () => {
  shown = await show(<AmongSelected />, (app) => app.commands.openSample());
  await shown.says('Select two people or more first');
  const [pair] = await shown.app.queries.questions(1);
  if (!pair) throw new Error('no question');
  const { people } = shown.app.document.getState().workspace ?? {};
  const third = [...(people?.keys() ?? [])].find((id) => id !== pair.friend && id !== pair.about);
  shown.app.commands.select([pair.about, third ?? pair.about, pair.friend]);
  await shown.says('Who knows whom among 3 people');
  const about = await shown.app.queries.questions(9, undefined, [pair.about, pair.friend]);
  expect(about.map((one) => [one.friend, one.about])).toEqual([[pair.friend, pair.about]]);
  await shown.says(`Why we ask: ${pair.why}`);
  await shown.press('5');
  await shown.says('1 of about');
  expect(await shown.app.queries.questions(9, undefined, [pair.about, pair.friend])).toEqual([]);
});

test('with nobody to label it says so, and does not claim to be done', async () => {
  shown = await show(<LabelPeople />);
  await shown.says(/Nobody is here yet.*Import contacts/);
  expect(shown.text()).not.toContain('Everybody has your word');
});
