import { useApp, useWorkspace } from '#ui/shared/app.tsx';
import { COLUMNS } from './columns.ts';
import { viewOf } from './SavedFilters.tsx';

/** Which columns the table shows; the name always stays. On narrow screens the table chooses itself. */
export function ColumnChoice() {
  const { commands } = useApp();
  const view = viewOf(useWorkspace().me.people);
  const turn = (area: string) => {
    const hidden = view.hidden.includes(area) ? view.hidden.filter((one) => one !== area) : [...view.hidden, area];
    commands.keepPeopleView({ ...view, hidden }, 'Columns of people');
  };
  return (
    <details className="people-columns">
      <summary>Columns</summary>
      <fieldset>
        <legend className="unseen">Columns shown</legend>
        {COLUMNS.filter(({ area }) => area !== 'name').map(({ area, label }) => (
          <label key={area}>
            <input type="checkbox" checked={!view.hidden.includes(area)} onChange={() => turn(area)} />
            {label}
          </label>
        ))}
      </fieldset>
    </details>
  );
}
