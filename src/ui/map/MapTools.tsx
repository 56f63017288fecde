import type { Colouring, MapView } from '#graph/drawing.ts';
import type { TargetId } from '#model/ids.ts';
import { useWorkspace } from '#ui/shared/app.tsx';
import { Button } from '#ui/shared/Button.tsx';
import { Choice } from '#ui/shared/Field.tsx';

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
  readonly colourings: readonly Colouring[];
  readonly target: TargetId | 'all' | '';
  readonly onTarget: (target: TargetId | 'all' | '') => void;
  readonly asTable: boolean;
  readonly onTable: (asTable: boolean) => void;
}

/** Search, colours, the way in to light, lists, and the table twin. */
export function MapTools({
  text,
  onText,
  onEnter,
  view,
  onView,
  colourings,
  target,
  onTarget,
  asTable,
  onTable,
}: Props) {
  const { targets, companies } = useWorkspace();
  return (
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
      <label className="map-tool">
        <span className="field-label">Colour by</span>
        <select
          className="select"
          value={view.colouring}
          onChange={(event) => onView({ ...view, colouring: event.target.value as Colouring })}
        >
          {colourings.map((one) => (
            <option key={one} value={one}>
              {COLOUR_WORDS[one]}
            </option>
          ))}
        </select>
      </label>
      {targets.size > 0 ? (
        <label className="map-tool">
          <span className="field-label">Light the ways in to</span>
          <select
            className="select"
            value={target}
            onChange={(event) => onTarget(event.target.value as TargetId | 'all' | '')}
          >
            <option value="">Nobody</option>
            <option value="all">All my targets</option>
            {[...targets.values()].map((one) => (
              <option key={one.id} value={one.id}>
                {one.title}, {companies.get(one.company)?.name ?? ''}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      {view.focus ? (
        <Choice
          label="Steps around"
          value={String(view.focus.depth) as '1' | '2' | '3'}
          options={[
            { value: '1', label: '1' },
            { value: '2', label: '2' },
            { value: '3', label: '3' },
          ]}
          onChoose={(depth) =>
            view.focus && onView({ ...view, focus: { ...view.focus, depth: Number(depth) as 1 | 2 | 3 } })
          }
        />
      ) : null}
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
        <Button size="small" aria-pressed={asTable} onClick={() => onTable(!asTable)}>
          As a table
        </Button>
      </div>
    </div>
  );
}
