import type { ImportId } from '#model/ids.ts';
import type { Workspace } from '#model/workspace.ts';
import { useWorkspace } from '#ui/shared/app.tsx';
import { ButtonLink } from '#ui/shared/Button.tsx';
import { count } from '#ui/shared/words.ts';
import { News } from '#ui/targets/News.tsx';

/** After an import: what is true now, in plain words, and the one next step. `before`: the imports before it. */
export function TakenIn({
  summaries,
  before,
}: {
  summaries: readonly string[];
  before: ReadonlyMap<ImportId, unknown>;
}) {
  const workspace = useWorkspace();
  const star = isStar(workspace);
  const hasTargets = workspace.targets.size > 0;
  return (
    <header className="import-head">
      <h1>Taken in</h1>
      {summaries.map((summary) => (
        <p key={summary} className="soft">
          {summary}
        </p>
      ))}
      {star ? (
        <p className="notice">
          {count(myConnections(workspace), 'connection')}. LinkedIn does not say who knows whom, so nobody is a way in
          yet.{' '}
          {hasTargets
            ? 'We ask you about the people who matter most.'
            : 'Name one role, and we ask you about five people.'}
        </p>
      ) : null}
      <News before={before} />
      <div className="row">
        {hasTargets ? (
          <ButtonLink to={{ to: 'targets' }} look="primary">
            Go to your targets
          </ButtonLink>
        ) : (
          <ButtonLink to={{ to: 'new-target' }} look="primary">
            Name one role
          </ButtonLink>
        )}
        {star && hasTargets ? <ButtonLink to={{ to: 'who-knows-whom' }}>Who knows whom</ButtonLink> : null}
        <ButtonLink to={{ to: 'people' }}>See the people</ButtonLink>
      </div>
    </header>
  );
}

/** Only my own lists and no word about any pair: every contact hangs on me alone. */
function isStar(workspace: Workspace): boolean {
  return workspace.ties.size === 0 && [...workspace.imports.values()].every((one) => one.owner === 'me');
}

function myConnections(workspace: Workspace): number {
  let n = 0;
  for (const person of workspace.people.values()) if (person.sightings.some((sighting) => sighting.listed)) n++;
  return n;
}
