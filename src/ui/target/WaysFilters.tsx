import { useApp, useSession, useWorkspace } from '#ui/shared/app.tsx';
import { firstName, nameIn } from '#ui/shared/words.ts';

const BETWEEN = [
  { value: 0, label: 'Nobody between' },
  { value: 1, label: '1 person between' },
  { value: 2, label: 'Up to 2 between' },
  { value: 3, label: 'Up to 3 between' },
];

/** How many people may stand between you and the manager. */
export function WaysFilters() {
  const { commands } = useApp();
  const filter = useSession((state) => state.filter);
  return (
    <label className="target-filters">
      <span className="unseen">People between you and the manager</span>
      <select
        className="select"
        value={filter.maxIntermediaries}
        onChange={(event) => commands.setFilter({ maxIntermediaries: Number(event.target.value) })}
      >
        {BETWEEN.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Who must or must not be on the way; a click takes the filter off. */
export function FilterChips() {
  const { commands } = useApp();
  const workspace = useWorkspace();
  const filter = useSession((state) => state.filter);
  const chips = [
    ...filter.without.map((id) => ({ id, field: 'without' as const, words: 'Without' })),
    ...filter.through.map((id) => ({ id, field: 'through' as const, words: 'Only through' })),
  ];
  if (chips.length === 0) return null;
  return (
    <div className="row">
      {chips.map(({ id, field, words }) => (
        <button
          key={`${field}${id}`}
          type="button"
          className="chip target-chip"
          onClick={() => commands.setFilter({ [field]: filter[field].filter((other) => other !== id) })}
        >
          {words} {firstName(nameIn(workspace, id))}
          <span aria-hidden="true">×</span>
          <span className="unseen">, remove this filter</span>
        </button>
      ))}
    </div>
  );
}
