import { useState } from 'react';
import { type PersonId, tieIdOf } from '#model/ids.ts';
import type { Person } from '#model/person.ts';
import type { Statement } from '#model/tie.ts';
import { useApp, useWorkspace } from '#ui/shared/app.tsx';
import { Button } from '#ui/shared/Button.tsx';
import { href } from '#ui/shared/route.ts';
import { ShowMore } from '#ui/shared/ShowMore.tsx';
import { dayWords, nameIn, TIE_WORDS } from '#ui/shared/words.ts';
import type { PersonShown } from '#worker/service.ts';
import { AddStatement } from './AddStatement.tsx';
import { EvidenceList } from './EvidenceList.tsx';

type Between = PersonShown['ties'][number];

/** Whom this person knows, how that is known, and your own word on a pair. */
export function TiesToOthers({ person, ties }: { person: Person; ties: readonly Between[] }) {
  const [adding, setAdding] = useState(false);
  const workspace = useWorkspace();
  const said = saidWithout(person.id, ties, workspace.ties.values());
  return (
    <section className="person-section" aria-labelledby="person-ties">
      <div className="row-apart">
        <h3 id="person-ties">Whom {nameIn(workspace, person.id)} knows</h3>
        {adding ? null : (
          <Button size="small" onClick={() => setAdding(true)}>
            Add
          </Button>
        )}
      </div>
      {adding ? <AddStatement person={person} onDone={() => setAdding(false)} /> : null}
      {ties.length + said.length === 0 && !adding ? (
        <p className="soft">Nothing known yet. A friend's list or your own word fills this.</p>
      ) : null}
      <ShowMore items={ties} step={6} one="tie">
        {(shown) => (
          <ul className="person-ties">
            {shown.map((tie) => (
              <Tie key={`${tie.a} ${tie.b}`} person={person.id} tie={tie} />
            ))}
          </ul>
        )}
      </ShowMore>
      {said.map((other) => (
        <div key={other} className="person-said">
          <p>{nameIn(workspace, other)}</p>
          <Statements a={person.id} b={other} />
        </div>
      ))}
    </section>
  );
}

/** Pairs with a statement that makes no tie: a "no" or "unsure". They stay visible, to be taken back. */
function saidWithout(
  id: PersonId,
  ties: readonly Between[],
  records: Iterable<{ readonly a: PersonId; readonly b: PersonId }>,
): PersonId[] {
  const shown = new Set(ties.map((tie) => (tie.a === id ? tie.b : tie.a)));
  const others: PersonId[] = [];
  for (const { a, b } of records) {
    const other = a === id ? b : b === id ? a : null;
    if (other && !shown.has(other)) others.push(other);
  }
  return others;
}

function Tie({ person, tie }: { person: PersonId; tie: Between }) {
  const workspace = useWorkspace();
  const other = tie.a === person ? tie.b : tie.a;
  return (
    <li>
      <details>
        <summary>
          <span className="people-line" data-standing={tie.standing} aria-hidden="true" />
          {nameIn(workspace, other)} <span className="soft">· {TIE_WORDS[tie.kind]}</span>
        </summary>
        <div className="stack-tight">
          <EvidenceList evidence={tie.evidence} />
          <Statements a={person} b={other} />
          <p>
            <a href={href({ to: 'people', person: other })}>Open {nameIn(workspace, other)}</a>
          </p>
        </div>
      </details>
    </li>
  );
}

const SAYS: Record<Statement['says'], string> = {
  well: 'know each other well',
  know: 'know each other',
  met: 'have met',
  no: 'do not know each other',
  unsure: 'not sure',
};

const HOW: Record<Statement['how'], string> = {
  told: 'you were told',
  seen: 'you have seen it',
  answer: "the friend's own answer",
  think: 'you think so',
};

function Statements({ a, b }: { a: PersonId; b: PersonId }) {
  const { commands } = useApp();
  const tie = useWorkspace().ties.get(tieIdOf(a, b));
  if (!tie) return null;
  return (
    <ul className="person-statements">
      {tie.statements.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the index is the name of a statement
        <li key={at} className="row-apart">
          <span className="soft">
            {SAYS[one.says]}, {HOW[one.how]}, {dayWords(one.on)}
          </span>
          <Button look="quiet" size="small" onClick={() => commands.removeStatement(a, b, at)}>
            Take it back
          </Button>
        </li>
      ))}
    </ul>
  );
}
