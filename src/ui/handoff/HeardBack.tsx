import type { Stage, Target } from '#model/target.ts';
import { useApp, useWorkspace } from '#ui/shared/app.tsx';
import { ButtonLink } from '#ui/shared/Button.tsx';
import { Choice } from '#ui/shared/Field.tsx';
import { firstName, nameIn } from '#ui/shared/words.ts';

/** What came back decides the next move, which the target page then shows. */
export function HeardBack({ target }: { target: Target }) {
  const { commands } = useApp();
  const workspace = useWorkspace();
  const manager = target.manager ? firstName(nameIn(workspace, target.manager)) : 'The manager';
  const answers: readonly { value: Stage; label: string }[] = [
    { value: 'manager-yes', label: `${manager} wants to talk` },
    { value: 'sent-to-hr', label: `${manager} sent me to HR` },
    { value: 'manager-no', label: 'It is a no' },
    { value: 'gone', label: 'The role is gone' },
  ];
  const said = answers.some(({ value }) => value === target.stage);
  return (
    <div className="stack-tight">
      <Choice
        label="What did you hear?"
        value={target.stage}
        options={answers}
        atOnce
        onChoose={(stage) => commands.editTarget(target.id, { stage })}
      />
      {said ? (
        <div>
          <ButtonLink to={{ to: 'target', id: target.id }} look="primary">
            See the move for this
          </ButtonLink>
        </div>
      ) : null}
    </div>
  );
}
