import { useState } from 'react';
import type { PersonId } from '#model/ids.ts';
import { profileOf } from '#model/person.ts';
import type { Target } from '#model/target.ts';
import type { Insider } from '#paths/types.ts';
import { useWorkspace } from '#ui/shared/app.tsx';
import { Button } from '#ui/shared/Button.tsx';
import { CopyButton } from '#ui/shared/CopyButton.tsx';
import { href } from '#ui/shared/route.ts';
import { BAND_WORDS, firstName, nameIn } from '#ui/shared/words.ts';
import { TheyKnow } from './TheyKnow.tsx';

const AT_FIRST = 4;

/** How a large employer is entered: one question each, copied with one click. Not ways in. */
export function Inside({
  insiders,
  target,
  company,
}: {
  insiders: readonly Insider[];
  target: Target;
  company: string;
}) {
  const [all, setAll] = useState(false);
  if (insiders.length === 0) return null;
  const shown = all ? insiders : insiders.slice(0, AT_FIRST);
  return (
    <div className="target-group">
      <h3 className="target-group-title">
        Inside {company} ({insiders.length}): not ways in, one question each
      </h3>
      <ul className="target-inside">
        {shown.map((insider) => (
          <QuestionRow
            key={insider.person}
            person={insider.person}
            aside={BAND_WORDS[insider.band]}
            question={insider.question}
            target={target}
          />
        ))}
      </ul>
      {insiders.length > AT_FIRST ? (
        <div>
          <Button look="quiet" size="small" onClick={() => setAll(!all)} aria-expanded={all}>
            {all ? 'Show fewer' : `Show all ${insiders.length}`}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

/** Somebody with one question: copied with one click, and the answer goes in at the same place. */
export function QuestionRow({
  person: id,
  aside,
  question,
  target,
}: {
  person: PersonId;
  aside: string;
  question: string;
  target: Target;
}) {
  const workspace = useWorkspace();
  const [saying, setSaying] = useState(false);
  const person = workspace.people.get(id);
  return (
    <li className="target-insider">
      <div className="row-apart">
        <a href={href({ to: 'people', person: id })}>{nameIn(workspace, id)}</a>
        <span className="faint">{aside}</span>
      </div>
      {person ? <span className="faint">{profileOf(person).position}</span> : null}
      <p className="target-question">{question}</p>
      <div className="row">
        <CopyButton text={question} label="Copy the question" about={nameIn(workspace, id)} />
        {target.manager ? (
          <Button
            look="quiet"
            size="small"
            onClick={() => setSaying(!saying)}
            aria-expanded={saying}
            aria-label={`Knows ${firstName(nameIn(workspace, target.manager))}? ${nameIn(workspace, id)}`}
          >
            Knows {firstName(nameIn(workspace, target.manager))}?
          </Button>
        ) : null}
      </div>
      {saying && target.manager ? <TheyKnow friend={id} about={target.manager} /> : null}
    </li>
  );
}
