import { useId } from 'react';
import type { SelfCheck } from '#ties/self-check.ts';
import { count } from '#ui/shared/words.ts';
import { dotsOf, percent, SIDE } from './calibration.ts';

const LEFT = 46;
const TOP = 16;
const BOTTOM = 42;
const TICKS = [0, 0.25, 0.5, 0.75, 1] as const;

/** Said against was, a dot a tenth, and the same figures as a table. On the line, said and was agree. */
export function CalibrationPlot({ points }: { points: SelfCheck['points'] }) {
  const title = useId();
  return (
    <div className="calibration">
      <svg
        className="calibration-plot"
        viewBox={`0 0 ${LEFT + SIDE + 16} ${TOP + SIDE + BOTTOM}`}
        role="img"
        aria-labelledby={title}
      >
        <title id={title}>
          Chance said against share answered; the same figures stand in the table after this picture
        </title>
        <g transform={`translate(${LEFT} ${TOP})`}>
          <Axes />
          <line className="calibration-agree" x1={0} y1={SIDE} x2={SIDE} y2={0} />
          {dotsOf(points).map((dot) => (
            <circle
              key={dot.x}
              className="calibration-dot"
              data-few={dot.few || undefined}
              cx={dot.x}
              cy={dot.y}
              r={dot.r}
            />
          ))}
        </g>
      </svg>
      <table className="table calibration-table">
        <caption>What was said and what came, your messages in tenths</caption>
        <thead>
          <tr>
            <th scope="col">Said</th>
            <th scope="col">Was</th>
            <th scope="col">Messages</th>
          </tr>
        </thead>
        <tbody>
          {points.map((point) => (
            <tr key={point.from}>
              <td className="number">{percent(point.said)}</td>
              <td className="number">{percent(point.was)}</td>
              <td className="number">{count(point.asks, 'message')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Axes() {
  return (
    <>
      <rect className="calibration-frame" width={SIDE} height={SIDE} />
      {TICKS.map((tick) => (
        <g key={tick}>
          <line className="calibration-grid" x1={tick * SIDE} x2={tick * SIDE} y1={0} y2={SIDE} />
          <line className="calibration-grid" y1={tick * SIDE} y2={tick * SIDE} x1={0} x2={SIDE} />
          <text className="calibration-text" x={tick * SIDE} y={SIDE + 16} textAnchor="middle">
            {100 * tick}
          </text>
          <text className="calibration-text" x={-8} y={(1 - tick) * SIDE + 4} textAnchor="end">
            {100 * tick}
          </text>
        </g>
      ))}
      <text className="calibration-text" x={SIDE / 2} y={SIDE + 34} textAnchor="middle">
        said, %
      </text>
      <text className="calibration-text" transform={`translate(-34 ${SIDE / 2}) rotate(-90)`} textAnchor="middle">
        was, %
      </text>
    </>
  );
}
