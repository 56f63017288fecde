import { useId, useMemo } from 'react';
import type { CompanyId } from '#model/ids.ts';
import { profileOf } from '#model/person.ts';
import { Button } from '#ui/shared/Button.tsx';
import { ColumnChoice } from './ColumnChoice.tsx';
import { NO_FILTER, type PeopleFilter, type Row } from './rows.ts';
import { SavedFilters } from './SavedFilters.tsx';

const COMPANIES = 200;

/** One field while you type, four filters beside it. */
export function PeopleFilters({
  rows,
  filter,
  onFilter,
}: {
  rows: readonly Row[];
  filter: PeopleFilter;
  onFilter: (filter: PeopleFilter) => void;
}) {
  const companies = useMemo(() => companiesOf(rows, filter.company), [rows, filter.company]);
  const tags = useMemo(() => [...new Set(rows.flatMap((row) => row.person.own.tags))].sort(), [rows]);
  const set = (edit: Partial<PeopleFilter>) => onFilter({ ...filter, ...edit });
  const idle = JSON.stringify(filter) === JSON.stringify(NO_FILTER);
  return (
    <search className="people-filters">
      <input
        type="search"
        className="input people-typed"
        aria-label="Filter by name, company or position"
        placeholder="Filter by name, company, position"
        value={filter.typed}
        onChange={(event) => set({ typed: event.target.value })}
      />
      <Select
        label="Company"
        value={filter.company ?? ''}
        options={[['', 'Any company'], ...companies]}
        onChange={(value) => set({ company: companies.find(([id]) => id === value)?.[0] ?? null })}
      />
      <Select
        label="Closeness"
        value={filter.closeness}
        options={CLOSENESS}
        onChange={(value) => set({ closeness: CLOSENESS.find(([id]) => id === value)?.[0] ?? 'any' })}
      />
      <Select
        label="State of the tie"
        value={filter.standing}
        options={STANDINGS}
        onChange={(value) => set({ standing: STANDINGS.find(([id]) => id === value)?.[0] ?? 'any' })}
      />
      {tags.length > 0 ? (
        <Select
          label="Tag"
          value={filter.tag}
          options={[['', 'Any tag'], ...tags.map((tag) => [tag, tag] as const)]}
          onChange={(tag) => set({ tag })}
        />
      ) : null}
      {idle ? null : (
        <Button look="quiet" size="small" onClick={() => onFilter(NO_FILTER)}>
          Clear filters
        </Button>
      )}
      <ColumnChoice />
      <SavedFilters filter={filter} suggested={namedAfter(filter, companies)} onFilter={onFilter} />
    </search>
  );
}

/** What a filter is called until the person says otherwise. */
function namedAfter(
  { typed, company, closeness, standing, tag }: PeopleFilter,
  companies: readonly (readonly [string, string])[],
): string {
  const at = companies.find(([id]) => id === company)?.[1].replace(/ \(\d+\)$/, '');
  const parts = [
    typed.trim(),
    at,
    closeness === 'any' ? '' : CLOSENESS.find(([id]) => id === closeness)?.[1],
    standing === 'any' ? '' : STANDINGS.find(([id]) => id === standing)?.[1],
    tag,
  ];
  return parts.filter(Boolean).join(', ') || 'My filter';
}

const CLOSENESS = [
  ['any', 'Any closeness'],
  ['5', '5 · takes my call'],
  ['4', '4 · worked closely'],
  ['3', '3 · would recognise me'],
  ['2', '2 · met once'],
  ['1', '1 · who?'],
  ['unsaid', 'Not said yet'],
] as const;

const STANDINGS = [
  ['any', 'Any tie'],
  ['confirmed', 'Knows you'],
  ['listed', 'Listed, unknown'],
  ['inferred', 'May know: ask'],
  ['none', 'No tie of yours'],
] as const;

function Select({
  label,
  value,
  options,
  onChange,
}: {
  label: string;
  value: string;
  options: readonly (readonly [string, string])[];
  onChange: (value: string) => void;
}) {
  const id = useId();
  return (
    <>
      <label className="unseen" htmlFor={id}>
        {label}
      </label>
      <select id={id} className="select people-select" value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map(([key, words]) => (
          <option key={key} value={key}>
            {words}
          </option>
        ))}
      </select>
    </>
  );
}

/** The companies with most people first; the chosen one is always among them. */
function companiesOf(rows: readonly Row[], chosen: CompanyId | null): (readonly [CompanyId, string])[] {
  const counts = new Map<CompanyId, { name: string; n: number }>();
  for (const { person, company } of rows) {
    const id = profileOf(person).company;
    if (!id) continue;
    const known = counts.get(id);
    if (known) known.n++;
    else counts.set(id, { name: company, n: 1 });
  }
  return [...counts]
    .sort((a, b) => b[1].n - a[1].n)
    .filter(([id], at) => at < COMPANIES || id === chosen)
    .map(([id, { name, n }]) => [id, `${name} (${n})`] as const);
}
