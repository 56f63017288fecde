import type { ReactNode } from 'react';
import type { Stage } from '#model/target.ts';
import { Choice, Field, type Option, TextField, YES_NO } from '#ui/shared/Field.tsx';
import { today } from '#ui/shared/today.ts';
import { STAGE_WORDS } from '#ui/shared/words.ts';
import type { Details, Draft } from './draft.ts';
import { PeopleField } from './PeopleField.tsx';

interface Props {
  readonly draft: Draft;
  readonly onDraft: (draft: Draft) => void;
}

const STAGES = Object.entries(STAGE_WORDS) as [Stage, string][];
const AFTER_NO: ReadonlySet<Stage> = new Set(['hr-no', 'manager-no']);

/** Everything that can also be said later, in calm groups. "Don't know" is always there. */
export function Groups({ draft, onDraft }: Props) {
  const { details } = draft;
  const edit = (change: Partial<Details>) => onDraft({ ...draft, details: { ...details, ...change } });
  return (
    <div className="targets-groups">
      <Group title="Where it stands">
        <Field label="State">
          {(control) => (
            <select
              {...control}
              className="select"
              value={details.stage}
              onChange={(event) => edit({ stage: event.target.value as Stage })}
            >
              {STAGES.map(([value, label]) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          )}
        </Field>
        {details.stage === 'not-applied' ? null : (
          <DayField label="You applied on" value={details.appliedOn} onDay={(appliedOn) => edit({ appliedOn })} />
        )}
        {AFTER_NO.has(details.stage) ? <TheNo details={details} edit={edit} /> : null}
        <Choice
          label="Is it still posted?"
          value={details.posted}
          options={YES_NO}
          onChoose={(posted) => edit({ posted })}
        />
        {details.posted === 'yes' ? (
          <DayField label="Posted on" value={details.postedOn} onDay={(postedOn) => edit({ postedOn })} />
        ) : null}
      </Group>
      <Group title="People">
        <PeopleField
          label="HR contacts"
          hint="They are drawn as HR and never used as a route."
          value={draft.hr}
          onChange={(hr) => onDraft({ ...draft, hr })}
        />
        <Choice
          label="Who put you forward?"
          value={details.putForward}
          options={PUT_FORWARD}
          onChoose={(putForward) => edit({ putForward })}
        />
        <TextField
          label="The manager's past employers, schools and boards"
          hint="As far as public, with commas between. Who of yours was there too?"
          value={details.managerPast.join(', ')}
          onText={(text) => edit({ managerPast: text.split(',').map((part) => part.trimStart()) })}
        />
      </Group>
      <Group title="The posting and the employer's rules">
        <div className="targets-pair">
          <TextField
            label="Requisition number"
            value={details.requisition}
            onText={(requisition) => edit({ requisition })}
          />
          <TextField label="Link to the posting" type="url" value={details.link} onText={(link) => edit({ link })} />
        </div>
        <Choice
          label="What kind of employer?"
          value={details.employer}
          options={EMPLOYER}
          onChoose={(employer) => edit({ employer })}
        />
        {RULES.map(({ field, label }) => (
          <Choice
            key={field}
            label={label}
            value={details[field]}
            options={YES_NO}
            onChoose={(value) => edit({ [field]: value })}
          />
        ))}
      </Group>
      <Group title="For the letter">
        <Text
          label="What does the team struggle with?"
          value={details.struggles}
          onText={(struggles) => edit({ struggles })}
        />
        <Text label="Why this team?" value={details.whyTeam} onText={(whyTeam) => edit({ whyTeam })} />
        <Choice
          label="How much do you want it?"
          value={details.wish === null ? null : String(details.wish)}
          options={WISH}
          onChoose={(wish) => edit({ wish: Number(wish) })}
        />
      </Group>
    </div>
  );
}

function TheNo({ details, edit }: { details: Details; edit: (change: Partial<Details>) => void }) {
  return (
    <>
      <DayField label="The no came on" value={details.hrNoOn} onDay={(hrNoOn) => edit({ hrNoOn })} />
      <TextField
        label="The reason they gave"
        hint="In their words."
        value={details.hrNoReason}
        onText={(hrNoReason) => edit({ hrNoReason })}
      />
      <Choice
        label="What did the manager have to do with it?"
        value={details.managerPart}
        options={MANAGERS_PART}
        onChoose={(managerPart) => edit({ managerPart })}
      />
    </>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="targets-group">
      <summary>{title}</summary>
      <div className="stack">{children}</div>
    </details>
  );
}

function Text({ label, value, onText }: { label: string; value: string; onText: (text: string) => void }) {
  return (
    <Field label={label}>
      {(control) => (
        <textarea {...control} className="textarea" value={value} onChange={(event) => onText(event.target.value)} />
      )}
    </Field>
  );
}

function DayField({
  label,
  value,
  onDay,
}: {
  label: string;
  value: string | null;
  onDay: (day: string | null) => void;
}) {
  return (
    <div className="targets-day">
      <TextField
        label={label}
        hint="Leave it empty if you don't know."
        type="date"
        value={value ?? ''}
        max={today()}
        onText={(day) => onDay(/^\d{4}-\d{2}-\d{2}$/.test(day) ? day : null)}
      />
    </div>
  );
}

const PUT_FORWARD: readonly Option<Details['putForward']>[] = [
  { value: 'myself', label: 'Myself' },
  { value: 'friend', label: 'A friend' },
  { value: 'search-firm', label: 'An external recruiter' },
  { value: 'unknown', label: "Don't know" },
];

const EMPLOYER: readonly Option<Details['employer']>[] = [
  { value: 'company', label: 'A company' },
  { value: 'public', label: 'A public body' },
  { value: 'contractor', label: 'Hires through an agency or a main contractor' },
  { value: 'unknown', label: "Don't know" },
];

const MANAGERS_PART: readonly Option<Details['managerPart']>[] = [
  { value: 'set-requirement', label: 'Set the requirement' },
  { value: 'saw-cv', label: 'Saw my CV' },
  { value: 'met-me', label: 'Met me' },
  { value: 'unknown', label: "Don't know" },
];

const RULES = [
  { field: 'contactBan', label: 'Does the ad or HR ban direct contact?' },
  { field: 'referralScheme', label: 'Do they have a referral scheme?' },
  { field: 'applicationRequired', label: 'Do they require a formal application?' },
  { field: 'applicationOnRecord', label: 'Is your formal application on record?' },
] as const;

const WISH = [1, 2, 3, 4, 5].map((wish) => ({
  value: String(wish),
  label: wish === 1 ? '1, a little' : wish === 5 ? '5, very much' : String(wish),
}));
