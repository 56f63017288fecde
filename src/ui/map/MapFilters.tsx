import { useMemo } from 'react';
import type { Drawing } from '#graph/drawing.ts';
import type { CompanyId } from '#model/ids.ts';
import { STANDINGS } from '#model/tie.ts';
import { useWorkspace } from '#ui/shared/app.tsx';
import { Button } from '#ui/shared/Button.tsx';
import { BAND_WORDS, STANDING_WORDS } from '#ui/shared/words.ts';
import { isFiltering, type MapFilter, NO_FILTER } from './filter.ts';

const RINGS = [
  { value: '1', label: 'Your contacts' },
  { value: '2', label: "Through a friend's list" },
  { value: '3', label: 'No tie yet' },
] as const;
const BANDS_SHOWN = ['hot', 'warm', 'little', 'none', 'word'] as const;

/** Company, chance, state, ring and tag: what is not asked for is dimmed, never taken away. */
export function MapFilters({
  drawing,
  filter,
  onFilter,
}: {
  drawing: Drawing;
  filter: MapFilter;
  onFilter: (filter: MapFilter) => void;
}) {
  const { companies, people, targets } = useWorkspace();
  const shown = useMemo(
    () =>
      drawing.keys
        .filter((key): key is CompanyId => key.startsWith('company:'))
        .map((id) => ({ value: id, label: companies.get(id)?.name ?? '' }))
        .sort((a, b) => a.label.localeCompare(b.label)),
    [drawing, companies],
  );
  const tags = useMemo(() => [...new Set([...people.values()].flatMap((person) => person.own.tags))].sort(), [people]);
  return (
    <div className="map-filters">
      <Pick
        label="Company"
        any="Any company"
        value={filter.company}
        options={shown}
        onPick={(company) => onFilter({ ...filter, company })}
      />
      <Pick
        label="Chance they answer"
        any="Any chance"
        value={filter.band}
        options={BANDS_SHOWN.map((value) => ({ value, label: BAND_WORDS[value] }))}
        onPick={(band) => onFilter({ ...filter, band })}
      />
      <Pick
        label="Your tie"
        any="Any tie"
        value={filter.standing}
        options={STANDINGS.map((value) => ({
          value,
          label: value === 'confirmed' ? 'you know them' : STANDING_WORDS[value],
        }))}
        onPick={(standing) => onFilter({ ...filter, standing })}
      />
      <Pick
        label="Steps from you"
        any="Any distance"
        value={filter.ring}
        options={RINGS}
        onPick={(ring) => onFilter({ ...filter, ring })}
      />
      {targets.size > 0 ? (
        <Pick
          label="Target"
          any="Any target"
          value={filter.target}
          options={[...targets.values()].map(({ id, title, company }) => ({
            value: id,
            label: `${title}, ${companies.get(company)?.name ?? ''}`,
          }))}
          onPick={(target) => onFilter({ ...filter, target })}
        />
      ) : null}
      {tags.length > 0 ? (
        <Pick
          label="Tag"
          any="Any tag"
          value={filter.tag}
          options={tags.map((value) => ({ value, label: value }))}
          onPick={(tag) => onFilter({ ...filter, tag })}
        />
      ) : null}
      {isFiltering(filter) ? (
        <Button size="small" look="quiet" onClick={() => onFilter(NO_FILTER)}>
          Clear
        </Button>
      ) : null}
    </div>
  );
}

function Pick<T extends string>({
  label,
  any,
  value,
  options,
  onPick,
}: {
  label: string;
  any: string;
  value: T | '';
  options: readonly { readonly value: T; readonly label: string }[];
  onPick: (value: T | '') => void;
}) {
  return (
    <label className="map-tool">
      <span className="field-label">{label}</span>
      <select className="select" value={value} onChange={(event) => onPick(event.target.value as T | '')}>
        <option value="">{any}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}
