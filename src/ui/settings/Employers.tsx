import type { Employer } from '#model/me.ts';
import { useApp, useWorkspace } from '#ui/shared/app.tsx';
import { Button } from '#ui/shared/Button.tsx';
import { Choice } from '#ui/shared/Field.tsx';
import { KeptField } from './KeptField.tsx';

const NEW: Employer = { company: null, name: '', title: '', from: '', to: '', still: null, imports: [] };

/** Where you worked: shared years are a tie, and an employer that must not know is left out of every way in. */
export function Employers() {
  const { commands } = useApp();
  const { employers } = useWorkspace().me;
  const put = (at: number, edit: Partial<Employer>) =>
    commands.editMe({ employers: employers.map((one, index) => (index === at ? { ...one, ...edit } : one)) });
  return (
    <section className="settings-block" aria-labelledby="settings-employers">
      <h3 id="settings-employers">Employers</h3>
      <p className="faint">If an employer must not know, everybody there stays out of every way in.</p>
      <ul className="settings-jobs">
        {employers.map((employer, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an employer is its place in the list
          <li key={at}>
            <OneEmployer
              employer={employer}
              onEdit={(edit) => put(at, edit)}
              onRemove={() => commands.editMe({ employers: employers.filter((_, index) => index !== at) })}
            />
          </li>
        ))}
      </ul>
      <div>
        <Button onClick={() => commands.editMe({ employers: [...employers, NEW] })}>Add an employer</Button>
      </div>
    </section>
  );
}

function OneEmployer({
  employer,
  onEdit,
  onRemove,
}: {
  employer: Employer;
  onEdit: (edit: Partial<Employer>) => void;
  onRemove: () => void;
}) {
  const { commands } = useApp();
  /** Half a name is nobody's employer: the company is looked up, or made, once the name is whole. */
  const named = (name: string) =>
    commands.together('About you', () => onEdit({ name, company: name ? commands.companyNamed(name) : null }));
  return (
    <div className="settings-job">
      <div className="settings-two">
        <KeptField label="Company" value={employer.name} onKeep={(name) => onEdit({ name })} onLeave={named} />
        <KeptField label="Title" value={employer.title} onKeep={(title) => onEdit({ title })} />
        <KeptField label="From" placeholder="2019-04" value={employer.from} onKeep={(from) => onEdit({ from })} />
        <KeptField label="To" placeholder="empty: today" value={employer.to} onKeep={(to) => onEdit({ to })} />
      </div>
      <Choice
        label={`Do you still work at ${employer.name || 'this company'}?`}
        value={employer.still}
        options={[
          { value: 'hidden', label: 'Yes, and they must not know' },
          { value: 'known', label: 'Yes, they know' },
          { value: 'left', label: 'No, I left' },
        ]}
        onChoose={(still) => onEdit({ still })}
      />
      <div>
        <Button
          look="quiet"
          size="small"
          onClick={onRemove}
          aria-label={`Take away ${employer.name || 'this employer'}`}
        >
          Take away
        </Button>
      </div>
    </div>
  );
}
