import { type FormEvent, useState } from 'react';
import type { PeopleView } from '#model/me.ts';
import { useApp, useWorkspace } from '#ui/shared/app.tsx';
import { Button } from '#ui/shared/Button.tsx';
import { TextField } from '#ui/shared/Field.tsx';
import { NO_FILTER, type PeopleFilter } from './rows.ts';

/** Filters kept by name: one click brings them back. */
export function SavedFilters({
  filter,
  suggested,
  onFilter,
}: {
  filter: PeopleFilter;
  suggested: string;
  onFilter: (filter: PeopleFilter) => void;
}) {
  const { commands } = useApp();
  const view = viewOf(useWorkspace().me.people);
  const [name, setName] = useState<string | null>(null);
  const active = view.filters.find((one) => isSame(one, filter));
  const idle = isSame(filter, NO_FILTER);
  if (view.filters.length === 0 && idle) return null;
  const keep = (event: FormEvent) => {
    event.preventDefault();
    const called = name?.trim() || suggested;
    const others = view.filters.filter((one) => one.name !== called);
    commands.keepPeopleView({ ...view, filters: [...others, { ...filter, name: called }] }, `Filter ${called} saved`);
    setName(null);
  };
  const forget = (gone: string) =>
    commands.keepPeopleView(
      { ...view, filters: view.filters.filter((one) => one.name !== gone) },
      `Filter ${gone} forgotten`,
    );
  return (
    <div className="people-saved" role="group" aria-label="Saved filters">
      {view.filters.map(({ name: called, ...saved }) => (
        <Button
          key={called}
          size="small"
          aria-pressed={active?.name === called}
          onClick={() => onFilter(active?.name === called ? NO_FILTER : saved)}
        >
          {called}
        </Button>
      ))}
      {active ? (
        <Button look="quiet" size="small" onClick={() => forget(active.name)}>
          Forget “{active.name}”
        </Button>
      ) : idle ? null : name === null ? (
        <Button look="quiet" size="small" onClick={() => setName(suggested)}>
          Save this filter
        </Button>
      ) : (
        <form className="people-save" onSubmit={keep}>
          <TextField label="Name of the filter" value={name} onText={setName} autoFocus autoComplete="off" />
          <Button type="submit" size="small">
            Keep it
          </Button>
          <Button look="quiet" size="small" onClick={() => setName(null)}>
            Cancel
          </Button>
        </form>
      )}
    </div>
  );
}

export const viewOf = (view: PeopleView | undefined): PeopleView => view ?? { filters: [], hidden: [] };

function isSame(a: PeopleFilter, b: PeopleFilter): boolean {
  return (['typed', 'company', 'closeness', 'standing', 'tag'] as const).every((field) => a[field] === b[field]);
}
