import type { CompanyId } from '#model/ids.ts';
import { useApp, useWorkspace } from '#ui/shared/app.tsx';
import { go } from '#ui/shared/route.ts';
import { companyIn } from '#ui/shared/words.ts';
import { type Draft, emptyDraft, personsOf } from './draft.ts';
import { TargetForm } from './TargetForm.tsx';

export function NewTarget({ company }: { company?: CompanyId | undefined }) {
  const { commands } = useApp();
  const workspace = useWorkspace();
  const keep = ({ title, company: name, manager, hr, details }: Draft) => {
    const id = commands.together(`New target ${title.trim()}`, () => {
      const added = commands.addTarget({ title, company: name, manager });
      const managerPast = details.managerPast.filter((place) => place.trim() !== '');
      commands.editTarget(added, { ...details, managerPast, hr: personsOf(commands, hr, name, true) });
      return added;
    });
    go({ to: 'target', id });
  };
  return (
    <section className="screen targets-narrow stack">
      <div>
        <h1>New target</h1>
        <p className="soft">One role you want. Three answers are enough to begin.</p>
      </div>
      <TargetForm
        start={emptyDraft(companyIn(workspace, company ?? null))}
        submit="Find the way in"
        onSubmit={keep}
        onCancel={() => window.history.back()}
      />
    </section>
  );
}
