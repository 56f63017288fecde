import { useState } from 'react';
import type { PersonId } from '#model/ids.ts';
import type { Statement } from '#model/tie.ts';
import { useApp, useWorkspace } from '#ui/shared/app.tsx';
import { Choice } from '#ui/shared/Field.tsx';
import { today } from '#ui/shared/today.ts';
import { firstName, nameIn } from '#ui/shared/words.ts';
import { IfTheySayYes } from './IfTheySayYes.tsx';

const SAYS: readonly { value: Statement['says']; label: string }[] = [
  { value: 'well', label: 'Knows well' },
  { value: 'know', label: 'Knows' },
  { value: 'met', label: 'Has met' },
  { value: 'no', label: 'No' },
  { value: 'unsure', label: "Don't know" },
];

/** "Does Ana know Marta?" A yes asks how you know; no and don't know are kept at once. */
export function TheyKnow({ friend, about }: { friend: PersonId; about: PersonId }) {
  const { commands } = useApp();
  const workspace = useWorkspace();
  const [says, setSays] = useState<Statement['says'] | null>(null);
  const one = firstName(nameIn(workspace, friend));
  const keep = (word: Statement['says'], how: Statement['how']) => {
    commands.addStatement(friend, about, { on: today(), says: word, how });
    setSays(null);
  };
  return (
    <div className="stack-tight">
      <Choice
        label={`Does ${one} know ${firstName(nameIn(workspace, about))}?`}
        value={says}
        options={SAYS}
        atOnce
        onChoose={(word) => (word === 'no' || word === 'unsure' ? keep(word, 'told') : setSays(word))}
      />
      {says ? (
        <Choice
          label="How do you know?"
          value={null}
          options={[
            { value: 'told', label: `${one} told me` },
            { value: 'seen', label: 'I have seen them work together' },
            { value: 'think', label: 'I think so' },
          ]}
          atOnce
          onChoose={(how: Statement['how']) => keep(says, how)}
        />
      ) : (
        <IfTheySayYes friend={friend} about={about} />
      )}
    </div>
  );
}
