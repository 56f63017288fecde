import { useState } from 'react';
import type { Look } from '#intake/look.ts';
import type { PersonId } from '#model/ids.ts';
import { useWorkspace } from '#ui/shared/app.tsx';
import { Button } from '#ui/shared/Button.tsx';
import { Choice } from '#ui/shared/Field.tsx';
import { sizeWords } from '#ui/shared/size-words.ts';
import type { Batch } from '#ui/shared/staged.ts';
import { count } from '#ui/shared/words.ts';
import { Friend } from './Friend.tsx';
import { kindWords } from './kind-words.ts';
import { batchesOf, MINE, type Whose, whoseBefore } from './whose.ts';

/**
 * Several files dropped together: whose is each list? Counted as mine, a friend's list would make strangers
 * warm. `asked`: the friend who answered with a list.
 */
export function WhoseFiles({
  files,
  looks,
  asked,
  onRead,
  onLeave,
}: {
  files: readonly File[];
  looks: readonly Look[];
  asked: PersonId | null;
  onRead: (batches: readonly Batch[]) => void;
  onLeave: () => void;
}) {
  const workspace = useWorkspace();
  const [whose, setWhose] = useState<readonly Whose[]>(() =>
    files.map((file, at): Whose => {
      if (looks[at]?.kind === 'shared-list') return { is: 'friend', friend: asked ? { id: asked } : null };
      const before = whoseBefore(file, workspace);
      return before === null || before === 'me' ? MINE : { is: 'friend', friend: { id: before } };
    }),
  );
  const rows = files.map((file, at) => ({ file, at, look: looks[at] }));
  const lists = rows.filter(({ look }) => look?.isList);
  const others = rows.filter(({ look }) => !look?.isList);
  const say = (at: number, said: Whose) => setWhose(whose.map((each, index) => (index === at ? said : each)));
  const batches = batchesOf(files, whose);
  return (
    <div className="screen import">
      <header className="import-head">
        <h1>Whose lists are these?</h1>
        <p className="soft">
          Your own lists say whom you know, a friend's list whom that friend knows. They are read one person after the
          other, yours first.
        </p>
      </header>
      <ul className="whose-files" aria-label="Lists">
        {lists.map(({ file, at, look }) => {
          const said = whose[at] ?? MINE;
          return (
            <li key={at}>
              <div>
                <h2 className="import-name">{file.name}</h2>
                <p className="faint">
                  {kindWords(look?.kind ?? 'unknown')} · {sizeWords(file.size)}
                </p>
              </div>
              <Choice
                label={`Whose is ${file.name}?`}
                value={said.is}
                options={[
                  { value: 'mine', label: 'Mine' },
                  { value: 'friend', label: "A friend's" },
                ]}
                onChoose={(is) => say(at, is === 'mine' ? MINE : { is: 'friend', friend: null })}
              />
              {said.is === 'friend' ? (
                <Friend
                  friend={said.friend}
                  hint="You can also say it when the turn of this list comes. Use it only if your friend gave it to you."
                  onPick={(friend) => say(at, { is: 'friend', friend })}
                />
              ) : null}
            </li>
          );
        })}
      </ul>
      {others.length > 0 ? (
        <p className="soft">
          Read as yours, for they cannot be anybody else's: {others.map(({ file }) => file.name).join(', ')}.
        </p>
      ) : null}
      <div className="row">
        <Button look="primary" onClick={() => onRead(batches)}>
          {batches.length > 1 ? `Read them, ${count(batches.length, 'person', 'people')} in turn` : 'Read them'}
        </Button>
        <Button onClick={onLeave}>Leave it</Button>
      </div>
    </div>
  );
}
