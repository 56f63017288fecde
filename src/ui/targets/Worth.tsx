import type { Ranked } from './use-ranked.ts';

/** Why this row stands where it stands. It orders the list and is no chance of anything. */
export function Worth({ row: { worth } }: { row: Ranked }) {
  if (worth.over || worth.worth === 0) return <span className="faint">{worth.words}</span>;
  return (
    <details className="targets-worth">
      <summary>
        <span className="targets-bar" aria-hidden="true">
          <span style={{ width: `${worth.worth}%` }} />
        </span>
        <span className="number">{worth.worth} points</span>
      </summary>
      <ul>
        {worth.parts.map((part) => (
          <li key={part.part}>
            <span className="number">{part.points}</span> {part.words}
          </li>
        ))}
      </ul>
    </details>
  );
}
