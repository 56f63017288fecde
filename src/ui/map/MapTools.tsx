import { type ReactNode, useState } from 'react';
import { COLOURINGS, type Colouring, type Drawing, type MapView } from '#graph/drawing.ts';
import type { TargetId } from '#model/ids.ts';
import { useWorkspace } from '#ui/shared/app.tsx';
import { Button } from '#ui/shared/Button.tsx';
import { SaveMap } from './SaveMap.tsx';

const COLOUR_WORDS: Record<Colouring, string> = {
  company: 'Company',
  community: 'Community',
  band: 'Chance they answer',
  ring: 'Steps from you',
};

interface Props {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onEnter: () => void;
  readonly view: MapView;
  readonly onView: (view: MapView) => void;
  readonly target: TargetId | 'all' | '';
  readonly onTarget: (target: TargetId | 'all' | '') => void;
  readonly asTable: boolean;
  readonly onTable: (asTable: boolean) => void;
  readonly drawing: Drawing | null;
  readonly labels: readonly string[];
  /** The filters, shown when asked for. */
  readonly children: ReactNode;
}

/** Search, colours, the way in to light, filters, the table twin, and files. */
export function MapTools({
  text,
  onText,
  onEnter,
  view,
  onView,
  target,
  onTarget,
  asTable,
  onTable,
  drawing,
  labels,
  children,
}: Props) {
  const { targets, companies } = useWorkspace();
  const [more, setMore] = useState(false);
  return (
    <>
      <div className="map-tools">
        <input
          type="search"
          className="input map-search"
          aria-label="Search the map"
          placeholder="Search people, companies, targets"
          value={text}
          onChange={(event) => onText(event.target.value)}
          onKeyDown={(event) => event.key === 'Enter' && onEnter()}
        />
        {targets.size > 0 ? (
          <select
            className="select map-target"
            aria-label="Light the ways in to"
            value={target}
            onChange={(event) => onTarget(event.target.value as TargetId | 'all' | '')}
          >
            <option value="">Light the ways in to</option>
            <option value="all">All my targets</option>
            {[...targets.values()].map((one) => (
              <option key={one.id} value={one.id}>
                {one.title}, {companies.get(one.company)?.name ?? ''}
              </option>
            ))}
          </select>
        ) : null}
        <Button size="small" aria-pressed={asTable} onClick={() => onTable(!asTable)}>
          As a table
        </Button>
        <Button size="small" aria-expanded={more} onClick={() => setMore(!more)}>
          Colours and filters
        </Button>
        {drawing ? <SaveMap drawing={drawing} labels={labels} /> : null}
      </div>
      {more ? (
        <div className="map-tools">
          <label className="map-tool">
            <span className="field-label">Colour by</span>
            <select
              className="select"
              value={view.colouring}
              onChange={(event) => onView({ ...view, colouring: event.target.value as Colouring })}
            >
              {COLOURINGS.map((one) => (
                <option key={one} value={one}>
                  {COLOUR_WORDS[one]}
                </option>
              ))}
            </select>
          </label>
          {children}
          <div className="row map-switches">
            <Button size="small" aria-pressed={view.myList} onClick={() => onView({ ...view, myList: !view.myList })}>
              My listed ties
            </Button>
            <Button
              size="small"
              aria-pressed={view.closed === 'all'}
              onClick={() => onView({ ...view, closed: view.closed === 'all' ? 'none' : 'all', opened: [] })}
            >
              Companies closed
            </Button>
            {view.simple ? (
              <Button size="small" onClick={() => onView({ ...view, simple: false })}>
                Arrange by who knows whom
              </Button>
            ) : null}
          </div>
        </div>
      ) : null}
    </>
  );
}
