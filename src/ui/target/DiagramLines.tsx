import type { Drawing } from '#graph/path-diagram.ts';
import type { Focus } from './DiagramFocus.tsx';
import { lineWords } from './diagram-words.ts';

interface Props {
  readonly drawing: Drawing;
  readonly lit: string | null;
  readonly stubs: readonly string[];
  readonly company: (lane: string) => string;
  readonly onLook: (focus: Focus | null, way: string | null) => void;
}

/** Everything behind the people: company bands, ties, their few words, the moves not taken. Nothing here is read aloud; the list says it. */
export function DiagramLines({ drawing, lit, stubs, company, onLook }: Props) {
  const isLit = (ways: readonly string[]) => lit !== null && ways.includes(lit);
  const lines = [...drawing.lines].sort((a, b) => Number(isLit(a.line.ways)) - Number(isLit(b.line.ways)));
  return (
    <div aria-hidden="true">
      <svg aria-hidden="true" className="diagram-svg" width={drawing.width} height={drawing.height} focusable="false">
        {drawing.lanes.map((lane) => (
          <rect
            key={lane.key}
            className="diagram-lane"
            x={lane.x}
            y={lane.y}
            width={lane.width}
            height={lane.height}
            rx={10}
          />
        ))}
        {drawing.stubs.map((stub) => (
          <path key={stub.path} className="diagram-stub" d={stub.path} />
        ))}
        {lines.map(({ line, path }) => (
          <g
            key={line.id}
            onPointerEnter={() => onLook({ line }, isLit(line.ways) ? lit : (line.ways[0] ?? null))}
            onPointerLeave={() => onLook(null, null)}
          >
            <path className="diagram-line-hit" d={path} />
            <path
              className="diagram-line"
              d={path}
              data-standing={line.step.standing}
              data-on={isLit(line.ways) || undefined}
            />
          </g>
        ))}
        {lines.map(({ line, middle, label }) =>
          lit !== null && line.weakerIn.includes(lit) && !label ? (
            <circle key={line.id} className="diagram-weaker" cx={middle.x} cy={middle.y} r={5} />
          ) : null,
        )}
      </svg>
      {drawing.lanes.map(({ key, label }) => (
        <span key={key} className="diagram-lane-name" style={{ left: label.x, top: label.y, width: label.width }}>
          {company(key)}
        </span>
      ))}
      {drawing.lines.map(({ line, label }) =>
        label ? (
          <span
            key={line.id}
            className="diagram-words"
            data-on={isLit(line.ways) || undefined}
            data-weaker={(lit !== null && line.weakerIn.includes(lit)) || undefined}
            style={{ left: label.x, top: label.y, width: label.width, height: label.height }}
          >
            {lineWords(line.step)}
          </span>
        ) : null,
      )}
      {drawing.stubs.map((stub, at) => (
        <span
          key={stub.path}
          className="diagram-stub-words"
          style={{ left: stub.label.x, top: stub.label.y, width: stub.label.width }}
        >
          {stubs[at]}
        </span>
      ))}
    </div>
  );
}
