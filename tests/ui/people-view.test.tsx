import { useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import { ColumnChoice } from '#ui/people/ColumnChoice.tsx';
import { tracksOf } from '#ui/people/columns.ts';
import { NO_FILTER, type PeopleFilter } from '#ui/people/rows.ts';
import { SavedFilters } from '#ui/people/SavedFilters.tsx';
import { type Shown, settle, show } from './screen.tsx';

let shown: Shown;
afterEach(() => shown.close());

const FRIENDS: PeopleFilter = { ...NO_FILTER, closeness: '5', standing: 'confirmed' };

function Filters() {
  const [filter, setFilter] = useState(FRIENDS);
  return (
    <>
      <SavedFilters filter={filter} suggested="5 · takes my call" onFilter={setFilter} />
      <p>filtered by {filter.closeness}</p>
    </>
  );
}

test('a filter is kept under its name, brought back with one click, and forgotten', async () => {
  shown = await show(<Filters />);
  const kept = () => shown.app.document.getState().workspace?.me.people?.filters ?? [];
  await shown.says('Save this filter');
  await shown.click('Save this filter');
  await shown.says('Keep it');
  await shown.click('Keep it');
  expect(kept()).toEqual([{ ...FRIENDS, name: '5 · takes my call' }]);
  await shown.click('5 · takes my call');
  expect(shown.text()).toContain('filtered by any');
  await shown.click('5 · takes my call');
  expect(shown.text()).toContain('filtered by 5');
  await shown.click('Forget');
  expect(kept()).toEqual([]);
  shown.app.commands.undo();
  await settle();
  expect(kept()).toHaveLength(1);
});

test('columns are chosen, the name always stays, and the choice is kept', async () => {
  shown = await show(<ColumnChoice />);
  await shown.says('Position');
  await shown.click('Position');
  await shown.click('Roles');
  const { hidden } = shown.app.document.getState().workspace?.me.people ?? { hidden: [] };
  expect(hidden).toEqual(['position', 'roles']);
  expect(tracksOf(hidden).split(/ (?![^(]*\))/)).toHaveLength(7);
  expect(shown.text()).not.toContain('Name');
  await shown.click('Roles');
  expect(shown.app.document.getState().workspace?.me.people?.hidden).toEqual(['position']);
});
