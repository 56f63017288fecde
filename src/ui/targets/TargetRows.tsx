import type { AskState } from '#model/ask.ts';
import { useWorkspace } from '#ui/shared/app.tsx';
import { href } from '#ui/shared/route.ts';
import { Steps } from '#ui/shared/Steps.tsx';
import { ASK_WORDS, companyIn, count, nameIn, STAGE_WORDS } from '#ui/shared/words.ts';
import type { Ranked } from './use-ranked.ts';
import { Worth } from './Worth.tsx';

interface Props {
  readonly rows: readonly Ranked[];
  readonly looking: boolean;
}

export function TargetTable({ rows, looking }: Props) {
  return (
    <table className="table targets-table">
      <thead>
        <tr>
          <th scope="col">Role, hiring manager</th>
          <th scope="col">Where it stands</th>
          <th scope="col">Best way in</th>
          <th scope="col">Next move</th>
          <th scope="col">Worth your energy</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.target.id}>
            <th scope="row" className="targets-role">
              <Role row={row} />
            </th>
            <td>{STAGE_WORDS[row.target.stage]}</td>
            <td className="targets-way">
              <Best row={row} looking={looking} />
            </td>
            <td className="targets-move">
              <Move row={row} />
            </td>
            <td>
              <Worth row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function TargetCards({ rows, looking }: Props) {
  return (
    <ol className="stack">
      {rows.map((row) => (
        <li key={row.target.id} className="card stack-tight">
          <Role row={row} />
          <p>{STAGE_WORDS[row.target.stage]}</p>
          <Best row={row} looking={looking} />
          <p>
            <span className="faint">Next move: </span>
            <Move row={row} />
          </p>
          <Worth row={row} />
        </li>
      ))}
    </ol>
  );
}

function Role({ row: { target } }: { row: Ranked }) {
  const workspace = useWorkspace();
  return (
    <>
      <a className="targets-title" href={href({ to: 'target', id: target.id })}>
        {target.title || 'A role'}
      </a>
      <span className="targets-company">{companyIn(workspace, target.company)}</span>
      <span className="faint">{target.manager ? nameIn(workspace, target.manager) : 'Hiring manager not known'}</span>
    </>
  );
}

const WAITING: ReadonlySet<AskState> = new Set(['asked', 'agreed', 'handed-over']);

/** The move, or where the request stands while the next word is somebody else's. */
function Move({ row: { target, ask, plan } }: { row: Ranked }) {
  const workspace = useWorkspace();
  const waits = ask !== null && WAITING.has(ask.state) && target.closed === null;
  return (
    <>
      {waits ? null : plan.move.title}
      {ask ? (
        <a className="targets-ask" href={href({ to: 'hand-off', id: target.id, ask: ask.id })}>
          {nameIn(workspace, ask.friend)}: {ASK_WORDS[ask.state].toLowerCase()}
        </a>
      ) : null}
    </>
  );
}

function Best({ row: { best, ways }, looking }: { row: Ranked; looking: boolean }) {
  if (looking) return <span className="faint">Looking</span>;
  if (!best) return <span className="soft">No verified way in yet</span>;
  return (
    <>
      <Steps way={best} short />
      {ways > 1 ? <span className="faint">and {count(ways - 1, 'more way')}</span> : null}
    </>
  );
}
