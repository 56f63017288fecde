import { useMemo, useState } from 'react';
import { listSentence, SHORTEST_PASSPHRASE, type Shared, sealList } from '#friendcheck/shared-list.ts';
import type { TravellingQuestion } from '#friendcheck/types.ts';
import { Button } from '#ui/shared/Button.tsx';
import { TextField } from '#ui/shared/Field.tsx';
import { fold, matches } from '#ui/shared/fold.ts';
import { ShowMore } from '#ui/shared/ShowMore.tsx';
import { saveFile } from '#ui/shared/save-file.ts';
import { today } from '#ui/shared/today.ts';
import { count } from '#ui/shared/words.ts';

/** A friend who is willing shares a list: three columns, anybody left out at will, locked with a passphrase. */
export function ShareList({ question, contacts }: { question: TravellingQuestion; contacts: readonly Shared[] }) {
  const [left, setLeft] = useState<ReadonlySet<Shared>>(new Set());
  const [passphrase, setPassphrase] = useState('');
  const [says, setSays] = useState('');
  const [busy, setBusy] = useState(false);
  const people = contacts.filter((one) => !left.has(one));
  const asker = question.from || 'your friend';
  const save = async () => {
    setBusy(true);
    const sealed = await sealList({ by: question.to, question: question.id, on: today(), people }, passphrase);
    setBusy(false);
    if (sealed.ok) saveFile('shared-list.handcarry', sealed.value, 'application/octet-stream');
    setSays(
      sealed.ok
        ? `${count(people.length, 'contact')} saved. Give the file to ${asker}, and the passphrase in another way.`
        : listSentence(sealed.error),
    );
  };
  return (
    <div className="stack-tight">
      <p>
        Only if you want to. {asker} would see name, company and position of everybody below, and nothing else of them:
        no address, no date, no message.
      </p>
      <Preview contacts={contacts} left={left} onLeft={setLeft} />
      <p role="status">
        {count(people.length, 'contact')} of {contacts.length} in the file.
      </p>
      <TextField
        label="Passphrase for the file"
        hint={`${SHORTEST_PASSPHRASE} characters or more. Without it nobody can open the file.`}
        autoComplete="off"
        value={passphrase}
        onText={setPassphrase}
      />
      <div className="row">
        <Button
          disabled={busy || people.length === 0 || passphrase.length < SHORTEST_PASSPHRASE}
          onClick={() => void save()}
        >
          {busy ? 'Locking' : 'Save the list as a locked file'}
        </Button>
      </div>
      <p role="status">{says}</p>
    </div>
  );
}

function Preview({
  contacts,
  left,
  onLeft,
}: {
  contacts: readonly Shared[];
  left: ReadonlySet<Shared>;
  onLeft: (left: ReadonlySet<Shared>) => void;
}) {
  const [typed, setTyped] = useState('');
  const shown = useMemo(() => {
    const words = fold(typed);
    return contacts.filter((one) => matches(fold(`${one.name} ${one.company} ${one.position}`), words));
  }, [contacts, typed]);
  const turn = (some: readonly Shared[], out: boolean) => {
    const next = new Set(left);
    for (const one of some) {
      if (out) next.add(one);
      else next.delete(one);
    }
    onLeft(next);
  };
  return (
    <>
      <TextField label="Find somebody in your list" value={typed} autoComplete="off" onText={setTyped} />
      <div className="row">
        <Button size="small" onClick={() => turn(shown, true)}>
          Leave out {typed ? 'these' : 'all'} {shown.length}
        </Button>
        <Button size="small" look="quiet" onClick={() => turn(shown, false)}>
          Put {typed ? 'these' : 'all'} in
        </Button>
      </div>
      <ShowMore key={typed} items={shown} step={20} one="contact">
        {(some) => (
          <ul className="ask-share">
            {some.map((one) => (
              <li key={`${one.name} ${one.company} ${one.position}`}>
                <label>
                  <input
                    type="checkbox"
                    checked={!left.has(one)}
                    onChange={(event) => turn([one], !event.target.checked)}
                  />
                  <span>
                    {one.name} <span className="faint">{[one.position, one.company].filter(Boolean).join(', ')}</span>
                  </span>
                </label>
              </li>
            ))}
          </ul>
        )}
      </ShowMore>
    </>
  );
}
