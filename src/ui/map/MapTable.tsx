import './map-table.css';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { Drawing, NodeKey } from '#graph/drawing.ts';
import { COLUMNS, type Column, cellsOf, orderBy } from './rows.ts';

interface Props {
  readonly drawing: Drawing;
  readonly labels: readonly string[];
  readonly lit: ReadonlySet<NodeKey> | null;
  readonly selected: readonly NodeKey[];
  readonly onChoose: (key: NodeKey, add: boolean) => void;
  readonly onOpen: (key: NodeKey) => void;
}

const ROW = 40;
const PAGE = 10;

/**
 * The map as a table with the same selection: everything on the canvas can be done here. Arrow keys walk, Space
 * selects one more, Enter opens a company or focuses; where the drawing changes under it, the keyboard stays.
 */
export function MapTable({ drawing, labels, lit, selected, onChoose, onOpen }: Props) {
  const holder = useRef<HTMLDivElement>(null);
  const [by, setBy] = useState<Column>('opens');
  const [here, setHere] = useState<NodeKey | null>(null);
  const within = useRef(false);
  const sorted = useMemo(() => orderBy(by, drawing, labels), [by, drawing, labels]);
  const rows = useMemo(
    () => sorted.filter((node) => lit === null || lit.has(drawing.keys[node] ?? 'me:me')),
    [drawing, sorted, lit],
  );
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => holder.current,
    estimateSize: () => ROW,
    overscan: 12,
    scrollPaddingStart: ROW,
  });
  const chosen = new Set(selected);
  const items = virtual.getVirtualItems();
  const keyAt = (row: number): NodeKey => drawing.keys[rows[row] ?? 0] ?? 'me:me';
  const stop = items.find((item) => keyAt(item.index) === here)?.index ?? items[0]?.index ?? 0;
  const walk = (to: number) => {
    const row = Math.max(0, Math.min(rows.length - 1, to));
    virtual.scrollToIndex(row);
    setTimeout(() => holder.current?.querySelector<HTMLElement>(`[data-row="${row}"]`)?.focus());
  };
  const stay = useRef(walk);
  stay.current = () => {
    if (within.current && document.activeElement === document.body && rows.length > 0)
      walk(rows.findIndex((node) => drawing.keys[node] === here));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the rows change, the one with the keyboard may be gone
  useEffect(() => stay.current(0), [rows]);
  const press = (event: KeyboardEvent, at: number) => {
    const to = moveOf(event.key, at, rows.length);
    if (to !== null) walk(to);
    else if (event.key === 'Enter') onOpen(keyAt(at));
    else if (event.key === ' ') onChoose(keyAt(at), true);
    else return;
    event.preventDefault();
  };
  return (
    <div className="map-table" ref={holder} tabIndex={rows.length === 0 ? 0 : -1}>
      <div
        role="grid"
        aria-label="Everything on the map"
        aria-multiselectable="true"
        aria-rowcount={rows.length + 1}
        style={{ height: virtual.getTotalSize() + ROW }}
        onFocus={() => {
          within.current = true;
        }}
        onBlur={({ relatedTarget, currentTarget }) => {
          if (relatedTarget) within.current = currentTarget.contains(relatedTarget);
        }}
      >
        <div role="row" aria-rowindex={1} tabIndex={-1} className="map-columns">
          {COLUMNS.map(([column, words]) => (
            <span key={column} role="columnheader" tabIndex={-1} aria-sort={sortOf(column, by)}>
              <button type="button" className="map-column" onClick={() => setBy(column)}>
                {words}
              </button>
            </span>
          ))}
        </div>
        {items.map((item) => {
          const node = rows[item.index] ?? 0;
          const key = keyAt(item.index);
          return (
            <div
              key={key}
              role="row"
              aria-rowindex={item.index + 2}
              aria-selected={chosen.has(key)}
              className="map-row"
              data-row={item.index}
              tabIndex={item.index === stop ? 0 : -1}
              style={{ transform: `translateY(${item.start + ROW}px)`, height: ROW }}
              onFocus={() => setHere(key)}
              onClick={(event) => onChoose(key, event.shiftKey)}
              onDoubleClick={() => onOpen(key)}
              onKeyDown={(event) => press(event, item.index)}
            >
              {cellsOf(drawing, labels, node).map((words, at) => (
                <span key={COLUMNS[at]?.[0]} role="gridcell" tabIndex={-1} className="map-cell">
                  {words}
                </span>
              ))}
            </div>
          );
        })}
      </div>
      {rows.length === 0 ? (
        <p className="soft">Nothing matches. Clear the search or the filter to see everybody again.</p>
      ) : null}
    </div>
  );
}

function sortOf(column: Column, by: Column): 'none' | 'ascending' | 'descending' {
  if (column !== by) return 'none';
  return column === 'opens' ? 'descending' : 'ascending';
}

/** The row a key leads to; null for keys that lead nowhere. */
function moveOf(key: string, at: number, rows: number): number | null {
  if (key === 'ArrowDown') return at + 1;
  if (key === 'ArrowUp') return at - 1;
  if (key === 'PageDown') return at + PAGE;
  if (key === 'PageUp') return at - PAGE;
  if (key === 'Home') return 0;
  return key === 'End' ? rows - 1 : null;
}
