import { useState } from 'react';
import type { Target } from '#model/target.ts';
import type { TargetWays } from '#paths/types.ts';
import { useApp, useSession, useWorkspace } from '#ui/shared/app.tsx';
import { Button, ButtonLink } from '#ui/shared/Button.tsx';
import { companyIn, firstName, nameIn } from '#ui/shared/words.ts';
import { CompanySizes } from './CompanySize.tsx';
import { type ManagerChoice, ManagerPicker } from './ManagerPicker.tsx';
import type { TargetView } from './use-target.ts';

/** "No verified way in yet", why, and the ways to get one. */
export function NoWay({ view, ways }: { view: TargetView; ways: TargetWays }) {
  const { commands } = useApp();
  const workspace = useWorkspace();
  const filter = useSession((state) => state.filter);
  const { target } = view;
  const company = companyIn(workspace, target.company) || 'this company';
  const missing = new Set(ways.missing);
  const manager = target.manager ? firstName(nameIn(workspace, target.manager)) : null;
  const filtered = filter.without.length + filter.through.length > 0 || filter.maxIntermediaries === 0;
  return (
    <div className="target-noway">
      <h3>No verified way in yet</h3>
      {filtered ? (
        <div className="stack-tight">
          <p>Nobody is left with these filters.</p>
          <div>
            <Button size="small" onClick={() => commands.setFilter({ maxIntermediaries: 1, without: [], through: [] })}>
              Clear the filters
            </Button>
          </div>
        </div>
      ) : null}
      {missing.has('no-manager') ? (
        <div className="stack-tight">
          <p>Who would be your boss there? Without a name there is nobody to reach.</p>
          <NameManager target={target} company={company} />
        </div>
      ) : null}
      {missing.has('star-only') ? (
        <p>
          Your files say who you are connected to. They do not say who knows {manager ?? 'the manager'}. Only your
          friends and you can say that.
        </p>
      ) : null}
      {missing.has('all-left-out') ? (
        <p>Everybody who could help is left out by your own settings. See below.</p>
      ) : null}
      <CompanySizes sizes={ways.sizes.filter(({ size }) => size === null)} />
      <p className="soft">Ways to get one:</p>
      <ul className="target-list">
        {missing.has('no-contacts') ? (
          <li>
            <a href="#/import">Bring your contacts</a>, or a friend's list if they offer it.
          </li>
        ) : (
          <li>
            <a href="#/who-knows-whom">Answer a few questions</a> about who knows whom.
          </li>
        )}
        <li>Ask one former colleague or fellow student: "Who do you know at {company}?"</li>
        <li>Ask somebody inside one question: "Do you know who runs this team?"</li>
      </ul>
      <div>
        <ButtonLink to={{ to: 'ask-friend' }} size="small">
          Ask a friend
        </ButtonLink>
      </div>
    </div>
  );
}

function NameManager({ target, company }: { target: Target; company: string }) {
  const { commands } = useApp();
  const [choice, setChoice] = useState<ManagerChoice>(null);
  const keep = () => {
    if (!choice) return;
    commands.together('Hiring manager named', () => {
      const manager = typeof choice === 'string' ? choice : commands.addPerson({ name: choice.name }, company);
      commands.editTarget(target.id, { manager });
    });
  };
  return (
    <>
      <ManagerPicker company={target.company} title={target.title} value={choice} onChoose={setChoice} />
      <div>
        <Button size="small" disabled={choice === null} onClick={keep}>
          This is the hiring manager
        </Button>
      </div>
    </>
  );
}
