import type { Evidence, MyTie } from '#ties/types.ts';
import { signed, startOf } from '#ui/shared/contribution.ts';
import { href } from '#ui/shared/route.ts';

/** How the facts above make the chance, so that it can be added up by hand. Nothing without messages. */
export function ChanceSum({ mine, evidence }: { mine: MyTie; evidence: readonly Evidence[] }) {
  const weights = evidence.map(({ weight }) => weight).filter((weight) => weight !== null);
  const method = <a href={href({ to: 'settings', section: 'numbers' })}>How the numbers come about</a>;
  if (weights.length === 0) {
    return mine.standing === null ? null : (
      <p className="faint">A chance comes only from messages you wrote to each other. {method}</p>
    );
  }
  const start = startOf(mine.p, weights);
  const sum = start + weights.reduce((total, weight) => total + weight, 0);
  return (
    <details>
      <summary>How the facts add up</summary>
      <p className="soft number">
        Start, the same for everybody, the shift of your own files included: {signed(start)}. With the facts above (
        {weights.map(signed).join(', ')}): {signed(sum)} in log-odds
        {mine.percent === null
          ? ', which is below 45 %. Down there it was not reliable, so no figure is shown.'
          : `, which is ${mine.percent} %.`}{' '}
        {method}
      </p>
    </details>
  );
}
