import { useId } from 'react';
import { type Person, profileOf } from '#model/person.ts';
import { useApp, useWorkspace } from '#ui/shared/app.tsx';
import { href } from '#ui/shared/route.ts';
import { today } from '#ui/shared/today.ts';
import { useDraft } from '#ui/shared/use-draft.ts';

/** What keeps somebody off every way in, with the reason. */
export function PersonFlags({ person }: { person: Person }) {
  const { commands } = useApp();
  const { own } = person;
  const edit = (change: Partial<Person['own']>) => commands.editPerson(person.id, change);
  return (
    <section className="person-section" aria-labelledby="person-flags">
      <h3 id="person-flags">Flags</h3>
      <Flag
        label="Do not contact"
        hint="Never on a way in."
        value={own.doNotContact ?? null}
        onSet={(reason) => edit({ doNotContact: reason === null ? undefined : { on: today(), reason } })}
      />
      <Flag
        label="Asked to be left out of job asks"
        hint="Stays in your list, never on a way in."
        value={own.leaveOut ?? null}
        onSet={(reason) => edit({ leaveOut: reason === null ? undefined : { on: today(), reason } })}
      />
      <label className="person-tick">
        <input type="checkbox" checked={own.hr ?? false} onChange={(event) => edit({ hr: event.target.checked })} />
        <span>HR or recruiter. HR is never a route.</span>
      </label>
      <AtEmployer person={person} />
    </section>
  );
}

function Flag({
  label,
  hint,
  value,
  onSet,
}: {
  label: string;
  hint: string;
  value: { readonly reason: string } | null;
  /** null takes the flag away. */
  onSet: (reason: string | null) => void;
}) {
  const id = useId();
  const { value: reason, set, leave } = useDraft(value?.reason ?? '', onSet);
  return (
    <div>
      <label className="person-tick">
        <input
          type="checkbox"
          checked={value !== null}
          onChange={(event) => onSet(event.target.checked ? reason : null)}
        />
        <span>
          {label}. <span className="faint">{hint}</span>
        </span>
      </label>
      {value ? (
        <>
          <label className="unseen" htmlFor={id}>
            Why
          </label>
          <input
            id={id}
            className="input person-reason"
            placeholder="Why (for your own memory)"
            value={reason}
            onChange={(event) => set(event.target.value)}
            onBlur={leave}
          />
        </>
      ) : null}
    </div>
  );
}

/** Derived from Settings: somebody at an employer that must not know. */
function AtEmployer({ person }: { person: Person }) {
  const workspace = useWorkspace();
  const { company } = profileOf(person);
  const employer = workspace.me.employers.find((one) => one.company !== null && one.company === company);
  if (!employer?.still || employer.still === 'left') return null;
  return (
    <p className="soft">
      Works at {employer.name}, your employer
      {employer.still === 'hidden' ? ', which must not know. Left out of every way in' : ', which knows'}.{' '}
      <a href={href({ to: 'settings', section: 'you' })}>Change</a>
    </p>
  );
}
