import { useState } from 'react';
import { useWorkspace } from '#ui/shared/app.tsx';
import { Button } from '#ui/shared/Button.tsx';
import { Choice, type Option } from '#ui/shared/Field.tsx';
import { dayWords } from '#ui/shared/words.ts';
import type { OpenedBackup, RestoreHow } from '#workspace/backup-commands.ts';
import type { Counts } from '#workspace/changes/restore.ts';

const KINDS = [
  ['person', 'People'],
  ['company', 'Companies'],
  ['target', 'Targets'],
  ['ask', 'Asks'],
  ['tie', 'Ties between others'],
  ['question', 'Questions to friends'],
  ['import', 'Imports'],
  ['file', 'CVs'],
] as const;

const WAYS: readonly Option<RestoreHow>[] = [
  { value: 'replace', label: 'Replace what is open' },
  { value: 'merge', label: 'Merge into what is open' },
  { value: 'beside', label: 'Open beside it' },
];

/** What the file holds beside what is open now; the sample is nobody's, so nothing is put into it. */
export function RestoreChoice({
  opened,
  busy,
  onRestore,
  onLeave,
}: {
  opened: OpenedBackup;
  busy: boolean;
  onRestore: (how: RestoreHow) => void;
  onLeave: () => void;
}) {
  const { name, sample } = useWorkspace();
  const [chosen, setChosen] = useState<RestoreHow>('replace');
  const how = sample ? 'beside' : chosen;
  return (
    <div className="notice stack-tight">
      <p>
        <strong>{opened.name}</strong>
        {opened.on ? `, backed up on ${dayWords(opened.on)}` : ', of an unknown day'}. Checked: the file is whole.
      </p>
      <CountsTable opened={opened} />
      {sample ? null : <Choice label="What to do with it" value={chosen} options={WAYS} onChoose={setChosen} />}
      <p className="soft">{consequence(how, name, opened)}</p>
      <div className="row">
        <Button disabled={busy} onClick={() => onRestore(how)}>
          Restore this file
        </Button>
        <Button look="quiet" onClick={onLeave}>
          Leave it
        </Button>
      </div>
    </div>
  );
}

function CountsTable({ opened: { holds, replaces, adds } }: { opened: OpenedBackup }) {
  const rows = KINDS.filter(([kind]) => holds.has(kind) || replaces.has(kind));
  return (
    <table className="settings-counts">
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">In the file</th>
          <th scope="col">Open now</th>
          <th scope="col">Only in the file</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([kind, label]) => (
          <tr key={kind}>
            <th scope="row">{label}</th>
            {[holds, replaces, adds].map((counts, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the three columns never move
              <td key={at}>{counts.get(kind) ?? 0}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function consequence(how: RestoreHow, name: string, { replaces }: OpenedBackup): string {
  const here = sum(replaces) > 0;
  switch (how) {
    case 'replace':
      return here
        ? `Everything that ${name} holds now gives way to the file. You can undo it until you close this tab.`
        : `${name} is empty; nothing is replaced.`;
    case 'merge':
      return 'What is only in the file is added. Of what both have, yours stays and its empty fields are filled; somebody imported on two computers is joined by profile or e-mail address, others of the same name stay apart. Somebody you deleted since comes back. You can undo it.';
    case 'beside':
      return 'It becomes a workspace of its own. Nothing that is here is touched.';
  }
}

function sum(counts: Counts): number {
  return [...counts.values()].reduce((all, one) => all + one, 0);
}
