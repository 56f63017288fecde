import type { Me } from '#model/me.ts';
import { useApp, useWorkspace } from '#ui/shared/app.tsx';
import { Button } from '#ui/shared/Button.tsx';
import { KeptField } from './KeptField.tsx';

type School = Me['schools'][number];

const NEW: School = { name: '', from: '', to: '', imports: [] };

export function Schools() {
  const { commands } = useApp();
  const { schools } = useWorkspace().me;
  const put = (at: number, edit: Partial<School>) =>
    commands.editMe({ schools: schools.map((one, index) => (index === at ? { ...one, ...edit } : one)) });
  return (
    <section className="settings-block" aria-labelledby="settings-schools">
      <h3 id="settings-schools">Schools</h3>
      <ul className="settings-jobs">
        {schools.map((school, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a school is its place in the list
          <li key={at} className="settings-job">
            <div className="settings-three">
              <KeptField label="School" value={school.name} onKeep={(name) => put(at, { name })} />
              <KeptField label="From" placeholder="2012" value={school.from} onKeep={(from) => put(at, { from })} />
              <KeptField label="To" placeholder="2016" value={school.to} onKeep={(to) => put(at, { to })} />
            </div>
            <div>
              <Button
                look="quiet"
                size="small"
                aria-label={`Take away ${school.name || 'this school'}`}
                onClick={() => commands.editMe({ schools: schools.filter((_, index) => index !== at) })}
              >
                Take away
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <div>
        <Button onClick={() => commands.editMe({ schools: [...schools, NEW] })}>Add a school</Button>
      </div>
    </section>
  );
}
