import './legend.css';
import { type Drawing, GREY, SHAPES } from '#graph/drawing.ts';
import { useMedia } from '#ui/shared/media.ts';
import { paletteNow } from './palette.ts';

const SHAPE_WORDS = { manager: 'Hiring manager', hr: 'HR: not a route', company: 'Company', target: 'Target' } as const;

/** What colours and shapes mean. A click on a group keeps only that group lit. */
export function Legend({
  drawing,
  group,
  onGroup,
}: {
  drawing: Drawing;
  group: number | null;
  onGroup: (hue: number | null) => void;
}) {
  // Drawn again when the theme changes: the palette is read from it.
  useMedia('(prefers-color-scheme: dark)');
  const palette = paletteNow();
  const shapes = new Set([...drawing.shape].map((shape) => SHAPES[shape]));
  return (
    <div className="map-legend">
      <ul aria-label="Colours">
        {drawing.groups.map(({ hue, name, count }) => (
          <li key={`${hue} ${name}`}>
            <button
              type="button"
              className="map-legend-group"
              aria-pressed={group === hue}
              onClick={() => onGroup(group === hue ? null : hue)}
            >
              <span
                className="map-legend-dot"
                style={{ background: hue === GREY ? palette.grey : palette.hues[hue] }}
              />
              <span className="map-legend-name">{name}</span> <span className="faint number">{count}</span>
            </button>
          </li>
        ))}
      </ul>
      <ul aria-label="Shapes" className="map-legend-shapes">
        {(Object.keys(SHAPE_WORDS) as (keyof typeof SHAPE_WORDS)[])
          .filter((shape) => shapes.has(shape))
          .map((shape) => (
            <li key={shape}>
              <span className="map-legend-shape" data-shape={shape} />
              {SHAPE_WORDS[shape]}
            </li>
          ))}
      </ul>
    </div>
  );
}
