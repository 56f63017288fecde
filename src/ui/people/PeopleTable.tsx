// biome-ignore-all lint/a11y/useFocusableInteractive: the grid is the one tab stop and names the active row
import './people-table.css';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { PersonId } from '#model/ids.ts';
import { useApp, useSession, useWorkspace } from '#ui/shared/app.tsx';
import { useMedia } from '#ui/shared/media.ts';
import { closenessOf } from './closeness.ts';
import { COLUMNS, tracksOf } from './columns.ts';
import { PeopleRow } from './PeopleRow.tsx';
import type { Row, Sort, SortKey } from './rows.ts';
import { viewOf } from './SavedFilters.tsx';
import { moveBy, type TableState } from './selection.ts';

/**
 * A virtualised grid with one tab stop: arrows move, Space selects, Shift runs, 1 to 5 say how close,
 * Enter opens the card.
 */
export function PeopleTable({
  rows,
  sort,
  onSort,
  open,
  onOpen,
}: {
  rows: readonly Row[];
  sort: Sort;
  onSort: (sort: Sort) => void;
  open: PersonId | null;
  onOpen: (id: PersonId) => void;
}) {
  const { commands } = useApp();
  const id = useId();
  const selected = useSession((state) => state.selected);
  const grid = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const [from, setFrom] = useState(0);
  const { hidden } = viewOf(useWorkspace().me.people);
  const phone = useMedia('(max-width: 700px)');
  const height = phone ? 72 : 46;
  const ids = useMemo(() => rows.map((row) => row.person.id), [rows]);
  const chosen = useMemo(() => new Set(selected), [selected]);
  const active = Math.min(at, rows.length - 1);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => grid.current,
    estimateSize: () => height,
    overscan: 8,
    scrollPaddingStart: phone ? 0 : 38,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured anew only when the row height changes
  useEffect(() => virtual.measure(), [height]);

  const follow = (state: TableState) => {
    setAt(state.at);
    setFrom(state.from);
    if (state.selected !== selected) commands.select(state.selected);
    virtual.scrollToIndex(state.at);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== grid.current) return;
    const row = rows[active];
    const closeness = closenessOf(event.key);
    if (closeness !== undefined && row && !event.ctrlKey && !event.metaKey) {
      commands.label(selected.length > 0 ? selected : [row.person.id], closeness);
    } else if (event.key === 'Enter' && row) {
      onOpen(row.person.id);
    } else {
      const page = Math.max(1, Math.floor((grid.current?.clientHeight ?? height) / height) - 2);
      const key = { key: event.key, shift: event.shiftKey, command: event.ctrlKey || event.metaKey };
      const next = moveBy({ at: active, from, selected }, key, ids, page);
      if (!next) return;
      follow(next);
    }
    event.preventDefault();
  };

  return (
    <div
      ref={grid}
      role="grid"
      aria-label="People"
      aria-rowcount={rows.length + 1}
      aria-colcount={COLUMNS.length + 1}
      aria-multiselectable="true"
      aria-describedby={`${id}-keys`}
      {...(rows[active] ? { 'aria-activedescendant': `${id}-${active}` } : {})}
      tabIndex={0}
      className="people-grid"
      data-hide={hidden.join(' ')}
      style={{ '--people-columns': tracksOf(hidden) } as CSSProperties}
      onKeyDown={onKeyDown}
    >
      <Head sort={sort} onSort={onSort} />
      <p id={`${id}-keys`} hidden>
        Arrows move, Space selects, 1 to 5 say how close you are, 0 clears it, Enter opens the card.
      </p>
      <div role="rowgroup" className="people-body" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index];
          if (!row) return null;
          return (
            <PeopleRow
              key={row.person.id}
              id={`${id}-${item.index}`}
              row={row}
              index={item.index}
              top={item.start}
              height={height}
              active={item.index === active}
              open={row.person.id === open}
              selected={chosen.has(row.person.id)}
              onOpen={() => {
                setAt(item.index);
                setFrom(item.index);
                onOpen(row.person.id);
              }}
              onSelect={(run) => {
                const key = { key: ' ', shift: false, command: false };
                const state = { at: item.index, from, selected };
                const range = ids.slice(Math.min(from, item.index), Math.max(from, item.index) + 1);
                const next = run
                  ? { ...state, selected: [...new Set([...selected, ...range])] }
                  : moveBy(state, key, ids, 1);
                if (next) follow(next);
              }}
            />
          );
        })}
      </div>
    </div>
  );
}

function Head({ sort, onSort }: { sort: Sort; onSort: (sort: Sort) => void }) {
  return (
    <div role="rowgroup" className="people-header">
      <div role="row" aria-rowindex={1} className="people-row">
        <span role="columnheader" className="people-cell" data-area="tick">
          <span className="unseen">Selected</span>
        </span>
        {COLUMNS.map(({ key, label, area }) => (
          <span
            key={area}
            role="columnheader"
            className="people-cell"
            data-area={area}
            {...(key === sort.key ? { 'aria-sort': sort.down ? ('descending' as const) : ('ascending' as const) } : {})}
          >
            {key ? (
              <button type="button" className="people-sort" onClick={() => onSort(turn(sort, key))}>
                {label}
                <span aria-hidden="true">{key === sort.key ? (sort.down ? ' ↓' : ' ↑') : ''}</span>
              </button>
            ) : (
              label
            )}
          </span>
        ))}
      </div>
    </div>
  );
}

/** The same column again turns it round; text begins at A, figures at the most. */
function turn(sort: Sort, key: SortKey): Sort {
  if (sort.key === key) return { key, down: !sort.down };
  return { key, down: key === 'warmth' || key === 'closeness' || key === 'last' };
}
