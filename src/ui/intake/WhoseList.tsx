import { useState } from 'react';
import type { PersonId, QuestionId } from '#model/ids.ts';
import { useWorkspace } from '#ui/shared/app.tsx';
import { Button } from '#ui/shared/Button.tsx';
import { Choice } from '#ui/shared/Field.tsx';
import { type Picked, usePickedName } from '#ui/shared/PersonPicker.tsx';
import { sizeWords } from '#ui/shared/size-words.ts';
import { count, firstName } from '#ui/shared/words.ts';
import { Friend } from './Friend.tsx';
import { whoseBefore } from './whose.ts';

/** Asked before a list is read: a friend's list says whom that friend knows, not whom you know. */
export function WhoseList({
  files,
  answers = null,
  friends = false,
  onRead,
  onLeave,
}: {
  files: readonly File[];
  answers?: QuestionId | null;
  /** It was said already that this is a friend's. */
  friends?: boolean;
  onRead: (owner: 'me' | Picked) => void;
  onLeave: () => void;
}) {
  const workspace = useWorkspace();
  const [friend, setFriend] = useState<Picked | null>(() => {
    const asked = answers ? workspace.questions.get(answers)?.friend : undefined;
    const [file] = files;
    const id: PersonId | 'me' | null = asked ?? (file && files.length === 1 ? whoseBefore(file, workspace) : null);
    return id !== null && id !== 'me' && workspace.people.has(id) ? { id } : null;
  });
  const [whose, setWhose] = useState<'mine' | 'friend'>(answers || friends || friend ? 'friend' : 'mine');
  const name = usePickedName(friend);
  const read = () => {
    if (whose === 'mine') onRead('me');
    else if (friend) onRead(friend);
  };
  return (
    <div className="screen import">
      <header className="import-head">
        <h1>{friends ? 'Which friend?' : 'Whose list is this?'}</h1>
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
        {whose === 'friend' ? <Friend friend={friend} onPick={setFriend} /> : null}
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
