import { type KeyboardEvent, useRef, useState } from 'react';
import type { Drawing, PlacedNode } from '#graph/path-diagram.ts';
import type { End } from '#graph/path-merge.ts';
import { dotOf } from '#graph/path-tracks.ts';
import type { PersonId } from '#model/ids.ts';
import type { WayShown } from '#paths/types.ts';
import { useApp } from '#ui/shared/app.tsx';
import type { Focus } from './DiagramFocus.tsx';
import { DiagramLines } from './DiagramLines.tsx';
import { DiagramNode } from './DiagramNode.tsx';
import { wayThrough } from './diagram-words.ts';

interface Props {
  readonly drawing: Drawing;
  readonly narrow: boolean;
  /** The way in that is lit: the one looked at, else the selected one. */
  readonly lit: WayShown | null;
  readonly ways: readonly WayShown[];
  readonly stubs: readonly string[];
  readonly company: (lane: string) => string;
  readonly onLook: (focus: Focus | null, way: string | null) => void;
  readonly onCard: (person: PersonId) => void;
}

/** People are buttons over drawn lines; one of them is in the tab order, arrow keys walk to the others. */
export function Diagram({ drawing, narrow, lit, ways, stubs, company, onLook, onCard }: Props) {
  const { commands } = useApp();
  const box = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState<End>('me');
  const here = drawing.nodes.some((placed) => placed.node.id === current) ? current : 'me';
  const walk = (event: KeyboardEvent) => {
    const to = neighbour(drawing, lit, here, event.key, narrow);
    if (!to) return;
    event.preventDefault();
    box.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(to)}"]`)?.focus();
  };
  const pick = (id: End) => {
    const way = wayThrough(ways, lit, id);
    if (way) commands.chooseWay(way.id);
  };
  const onWay = (id: End) => id === 'me' || (lit?.people.includes(id) ?? false);
  return (
    <div
      ref={box}
      role="group"
      aria-label="Path diagram. Arrow keys walk it, Enter chooses the way in, a click opens the card."
      className="diagram"
      data-narrow={narrow || undefined}
      style={{ width: drawing.width, height: drawing.height }}
      onKeyDown={walk}
    >
      <DiagramLines drawing={drawing} lit={lit?.id ?? null} company={company} stubs={stubs} onLook={onLook} />
      {drawing.nodes.map((placed) => (
        <DiagramNode
          key={placed.node.id}
          placed={placed}
          dot={narrow ? dotOf(placed) : null}
          on={onWay(placed.node.id)}
          tabStop={placed.node.id === here}
          onPick={() => pick(placed.node.id)}
          onCard={() => placed.node.id !== 'me' && onCard(placed.node.id)}
          onFocus={() => {
            setCurrent(placed.node.id);
            onLook({ node: placed.node.id }, wayThrough(ways, lit, placed.node.id)?.id ?? null);
          }}
          onEnter={() => onLook({ node: placed.node.id }, wayThrough(ways, lit, placed.node.id)?.id ?? null)}
          onLeave={() => onLook(null, null)}
        />
      ))}
    </div>
  );
}

/** Left and right along the lit way in, up and down inside a column (or, when narrow, down the rows). */
function neighbour(drawing: Drawing, lit: WayShown | null, from: End, key: string, narrow: boolean): End | null {
  const at = drawing.nodes.find((placed) => placed.node.id === from);
  if (!at) return null;
  if (key === 'ArrowUp' || key === 'ArrowDown') {
    const column = drawing.nodes
      .filter((placed) => narrow || placed.node.layer === at.node.layer)
      .sort((a, b) => a.y - b.y);
    return column[column.indexOf(at) + (key === 'ArrowDown' ? 1 : -1)]?.node.id ?? null;
  }
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return null;
  const forward = key === 'ArrowRight';
  const chain: End[] = ['me', ...(lit?.people ?? [])];
  const place = chain.indexOf(from);
  const along = place < 0 ? undefined : chain[place + (forward ? 1 : -1)];
  return along ?? besideOf(drawing, at, forward);
}

function besideOf(drawing: Drawing, at: PlacedNode, forward: boolean): End | null {
  const line = drawing.lines.find(({ line }) => (forward ? line.from : line.to) === at.node.id)?.line;
  return line ? (forward ? line.to : line.from) : null;
}
