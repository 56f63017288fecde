import type { ChanceSum as Sum } from '#ties/chance.ts';
import type { MyTie } from '#ties/types.ts';
import { signed } from '#ui/shared/contribution.ts';
import { href } from '#ui/shared/route.ts';

/** How the facts above make the chance, so that it can be added up by hand. Nothing without messages. */
export function ChanceSum({ mine, sum }: { mine: MyTie; sum: Sum | null }) {
  const method = <a href={href({ to: 'settings', section: 'numbers' })}>How the numbers come about</a>;
  if (sum === null) {
    return mine.standing === null ? null : (
      <p className="faint">A chance comes only from messages you wrote to each other. {method}</p>
    );
  }
  return (
    <details>
      <summary>How the facts add up</summary>
      <table className="person-sum">
        <tbody>
          <Line what="Start, the same for everybody" odds={sum.start} />
          {sum.shift === 0 ? null : <Line what="The shift of your own files" odds={sum.shift} />}
          <Line what={`The facts above: ${sum.facts.map(signed).join(', ')}`} odds={total(sum.facts)} />
          <Line what="Together, in log-odds" odds={sum.odds} />
        </tbody>
      </table>
      <p className="soft">
        {sum.percent === null
          ? 'That is below 45 %. Down there it was not reliable, so no figure is shown. '
          : `That is ${sum.percent} %. `}
        {sum.word ? `Your own word, ${signed(sum.word)}, moves the order of ways, not this figure. ` : ''}
        {method}
      </p>
    </details>
  );
}

function Line({ what, odds }: { what: string; odds: number }) {
  return (
    <tr>
      <th scope="row">{what}</th>
      <td className="number">{signed(odds)}</td>
    </tr>
  );
}

function total(parts: readonly number[]): number {
  return parts.reduce((sum, part) => sum + part, 0);
}
