import { useState } from 'react';
import type { PersonId, QuestionId } from '#model/ids.ts';
import { useApp, useWorkspace } from '#ui/shared/app.tsx';
import { Button } from '#ui/shared/Button.tsx';
import { Choice } from '#ui/shared/Field.tsx';
import { PersonPicker, type Picked, usePickedName } from '#ui/shared/PersonPicker.tsx';
import { sizeWords } from '#ui/shared/size-words.ts';
import { count, firstName } from '#ui/shared/words.ts';

/** Asked before a list is read: a friend's list says whom that friend knows, not whom you know. */
export function WhoseList({
  files,
  answers = null,
  onRead,
  onLeave,
}: {
  files: readonly File[];
  answers?: QuestionId | null;
  onRead: (owner: 'me' | PersonId) => void;
  onLeave: () => void;
}) {
  const { commands } = useApp();
  const workspace = useWorkspace();
  const asked = answers ? workspace.questions.get(answers)?.friend : undefined;
  const [whose, setWhose] = useState<'mine' | 'friend'>(answers ? 'friend' : 'mine');
  const [friend, setFriend] = useState<Picked | null>(asked && workspace.people.has(asked) ? { id: asked } : null);
  const name = usePickedName(friend);
  const read = () => {
    if (whose === 'mine') onRead('me');
    else if (friend) onRead('id' in friend ? friend.id : commands.addPerson({ name: friend.name }));
  };
  return (
    <div className="screen import">
      <header className="import-head">
        <h1>Whose list is this?</h1>
        <p className="soft">
          {count(files.length, 'file')}, {sizeWords(files.reduce((sum, file) => sum + file.size, 0))}:{' '}
          {files.map((file) => file.name).join(', ')}
        </p>
      </header>
      <section className="card stack" aria-label="Whose list">
        {answers ? (
          <p>A friend shared this list. It says whom that friend knows.</p>
        ) : (
          <Choice
            label="This is"
            value={whose}
            options={[
              { value: 'mine', label: 'My own list' },
              { value: 'friend', label: "A friend's list" },
            ]}
            onChoose={setWhose}
          />
        )}
        {whose === 'friend' ? <Friend friend={friend} name={name} onPick={setFriend} /> : null}
        <div className="row">
          <Button look="primary" onClick={read} disabled={whose === 'friend' && !friend}>
            {whose === 'mine' ? 'Read my list' : `Read ${friend ? `${firstName(name)}'s` : "the friend's"} list`}
          </Button>
          <Button onClick={onLeave}>Leave it</Button>
        </div>
      </section>
    </div>
  );
}

function Friend({
  friend,
  name,
  onPick,
}: {
  friend: Picked | null;
  name: string;
  onPick: (picked: Picked | null) => void;
}) {
  if (friend) {
    return (
      <div className="row">
        <p>
          {name}
          {'name' in friend ? <span className="faint"> · new</span> : null}
        </p>
        <Button size="small" onClick={() => onPick(null)}>
          Somebody else
        </Button>
      </div>
    );
  }
  return (
    <PersonPicker
      label="Which friend?"
      hint="Use the list only if your friend gave it to you."
      allowNew
      onPick={onPick}
    />
  );
}
