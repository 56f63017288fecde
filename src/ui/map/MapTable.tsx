import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef } from 'react';
import { BANDS, type Drawing, type NodeKey, SHAPES } from '#graph/drawing.ts';
import { STANDINGS } from '#model/tie.ts';
import { BAND_WORDS, STANDING_WORDS } from '#ui/shared/words.ts';

interface Props {
  readonly drawing: Drawing;
  readonly labels: readonly string[];
  readonly lit: ReadonlySet<NodeKey> | null;
  readonly selected: readonly NodeKey[];
  readonly onChoose: (key: NodeKey, add: boolean) => void;
  readonly onOpen: (key: NodeKey) => void;
}

const KIND_WORDS = {
  me: 'You',
  person: 'Person',
  manager: 'Hiring manager',
  hr: 'HR: not a route',
  company: 'Company',
  target: 'Target',
};
const ROW = 40;

/** The map as a table with the same selection: everything on the canvas can be done here. Arrow keys walk, Space selects, Enter focuses. */
export function MapTable({ drawing, labels, lit, selected, onChoose, onOpen }: Props) {
  const holder = useRef<HTMLDivElement>(null);
  const sorted = useMemo(
    () =>
      [...drawing.keys.keys()].sort(
        (a, b) => (drawing.opens[b] ?? 0) - (drawing.opens[a] ?? 0) || (labels[a] ?? '').localeCompare(labels[b] ?? ''),
      ),
    [drawing, labels],
  );
  const rows = useMemo(
    () => sorted.filter((node) => lit === null || lit.has(drawing.keys[node] ?? 'me:me')),
    [drawing, sorted, lit],
  );
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => holder.current,
    estimateSize: () => ROW,
    overscan: 12,
  });
  const chosen = new Set(selected);
  const walk = (at: number) => {
    virtual.scrollToIndex(at);
    setTimeout(() => holder.current?.querySelector<HTMLElement>(`[data-row="${at}"]`)?.focus());
  };
  return (
    <div className="map-table" ref={holder} tabIndex={rows.length === 0 ? 0 : -1}>
      <div
        role="grid"
        aria-label="Everything on the map"
        aria-rowcount={rows.length}
        style={{ height: virtual.getTotalSize() }}
      >
        {virtual.getVirtualItems().map((item) => {
          const node = rows[item.index] ?? 0;
          const key = drawing.keys[node] ?? 'me:me';
          return (
            <div
              key={key}
              role="row"
              aria-rowindex={item.index + 1}
              aria-selected={chosen.has(key)}
              className="map-row"
              data-row={item.index}
              tabIndex={item.index === (virtual.getVirtualItems()[0]?.index ?? 0) || chosen.has(key) ? 0 : -1}
              style={{ transform: `translateY(${item.start}px)`, height: ROW }}
              onClick={(event) => onChoose(key, event.shiftKey)}
              onDoubleClick={() => onOpen(key)}
              onKeyDown={(event) => {
                if (event.key === 'Enter') onOpen(key);
                else if (event.key === ' ') onChoose(key, true);
                else if (event.key === 'ArrowDown') walk(Math.min(rows.length - 1, item.index + 1));
                else if (event.key === 'ArrowUp') walk(Math.max(0, item.index - 1));
                else return;
                event.preventDefault();
              }}
            >
              <span role="gridcell" tabIndex={-1} className="map-row-name">
                {labels[node]}
              </span>
              <span role="gridcell" tabIndex={-1} className="faint">
                {KIND_WORDS[SHAPES[drawing.shape[node] ?? 1] ?? 'person']}
              </span>
              <span role="gridcell" tabIndex={-1} className="faint">
                {tieWords(drawing, node)}
              </span>
              <span role="gridcell" tabIndex={-1} className="faint number">
                {drawing.opens[node] ? `opens ${drawing.opens[node]}` : ''}
              </span>
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

function tieWords(drawing: Drawing, node: number): string {
  const standing = STANDINGS[drawing.standing[node] ?? 3];
  if (!standing) return drawing.ring[node] === 2 ? "through a friend's list" : '';
  const band = BANDS[drawing.band[node] ?? 4] ?? 'none';
  return standing === 'confirmed' ? `you know them, ${BAND_WORDS[band]}` : STANDING_WORDS[standing];
}
