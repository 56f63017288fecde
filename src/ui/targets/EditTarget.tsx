import type { TargetId } from '#model/ids.ts';
import { useApp, useWorkspace } from '#ui/shared/app.tsx';
import { Button, ButtonLink } from '#ui/shared/Button.tsx';
import { go } from '#ui/shared/route.ts';
import { type Draft, draftOf, personsOf } from './draft.ts';
import { JoinCompany } from './JoinCompany.tsx';
import { TargetForm } from './TargetForm.tsx';

export function EditTarget({ id }: { id: TargetId }) {
  const { commands } = useApp();
  const workspace = useWorkspace();
  const target = workspace.targets.get(id);
  if (!target) {
    return (
      <section className="screen stack">
        <h1>This target is not here</h1>
        <div>
          <ButtonLink to={{ to: 'targets' }} look="primary">
            To your targets
          </ButtonLink>
        </div>
      </section>
    );
  }
  const keep = ({ title, company: name, manager, hr, details }: Draft) => {
    commands.together(`Edit of ${title.trim()}`, () => {
      const [managerId = null] = manager ? personsOf(commands, [manager], name, false) : [];
      commands.editTarget(id, {
        ...details,
        title: title.trim(),
        company: commands.companyNamed(name),
        manager: managerId,
        managerPast: details.managerPast.filter((place) => place.trim() !== ''),
        hr: personsOf(commands, hr, name, true),
      });
    });
    go({ to: 'target', id });
  };
  return (
    <section className="screen targets-narrow stack">
      <h1>Edit target</h1>
      <TargetForm
        start={draftOf(workspace, target)}
        submit="Save"
        onSubmit={keep}
        onCancel={() => go({ to: 'target', id })}
      />
      <JoinCompany target={target} />
      <div className="targets-remove">
        <Button
          look="danger"
          size="small"
          onClick={() => {
            commands.removeTarget(id);
            go({ to: 'targets' });
          }}
        >
          Remove this target
        </Button>
        <span className="faint">Its requests and letters go with it. You can undo it.</span>
      </div>
    </section>
  );
}
