import { type FormEvent, useState } from 'react';
import type { Result } from '#model/result.ts';
import { useApp, useDocument } from '#ui/shared/app.tsx';
import { Button } from '#ui/shared/Button.tsx';
import { Choice, type Option, TextField } from '#ui/shared/Field.tsx';

const IDLE: readonly Option<'5' | '15' | '60' | '0'>[] = [
  { value: '5', label: '5 minutes' },
  { value: '15', label: '15 minutes' },
  { value: '60', label: 'An hour' },
  { value: '0', label: 'Only when I say so' },
];
type Idle = (typeof IDLE)[number]['value'];

/** A passphrase for the app itself, for all workspaces on this computer. */
export function Lock() {
  const lock = useDocument((state) => state.lock);
  const [said, setSaid] = useState('');
  return (
    <>
      {lock ? <Locked idle={lock.idle} onSaid={setSaid} /> : <Unlocked onSaid={setSaid} />}
      <p role="status" className="faint">
        {said}
      </p>
    </>
  );
}

interface Part {
  readonly onSaid: (text: string) => void;
}

function Unlocked({ onSaid }: Part) {
  const { commands } = useApp();
  const [idle, setIdle] = useState<Idle>('15');
  return (
    <>
      <p className="soft">
        With a passphrase, everything that is kept in this browser is encrypted, in all workspaces: people, letters,
        CVs, names of workspaces. Without one, anybody who can use this browser profile can open it.
      </p>
      <div className="notice stack-tight">
        <p>
          <strong>A forgotten passphrase cannot be recovered, by anybody.</strong> What is locked is then lost: you
          could only delete everything and restore a backup file. Save a backup file first, and keep its passphrase
          elsewhere.
        </p>
        <p>
          It protects what lies on the disk, not a page that is open, and not files you save. Traces of what was stored
          before may stay in the browser's own files for a while.
        </p>
      </div>
      <Choice label="Lock by itself when nobody is at work for" value={idle} options={IDLE} onChoose={setIdle} />
      <TwoFields
        button="Set the passphrase"
        onDone={async (passphrase) => {
          const done = await commands.setLock(passphrase, Number(idle));
          if (done.ok) onSaid('Set. Everything on this computer is encrypted now.');
          return done;
        }}
      />
    </>
  );
}

function Locked({ idle, onSaid }: Part & { idle: number }) {
  const { commands } = useApp();
  return (
    <>
      <p>Everything that Handcarry keeps on this computer is encrypted under your passphrase.</p>
      <p className="soft">
        After locking, each tab asks for it again. Backup files are not covered: give them a passphrase of their own.
        The same file for each backup is chosen anew every time, because the browser cannot encrypt its name.
      </p>
      <div>
        <Button look="primary" onClick={() => void commands.lockNow()}>
          Lock now
        </Button>
      </div>
      <Choice
        label="Lock by itself when nobody is at work for"
        value={IDLE.find(({ value }) => Number(value) === idle)?.value ?? null}
        options={IDLE}
        onChoose={(minutes) => void commands.setLockIdle(Number(minutes))}
      />
      <details className="settings-block">
        <summary>Change the passphrase</summary>
        <TwoFields
          before
          button="Change it"
          onDone={async (passphrase, before) => {
            const done = await commands.changeLock(before, passphrase);
            if (done.ok) onSaid('Changed. The passphrase before opens nothing any more.');
            return done;
          }}
        />
      </details>
      <details className="settings-block">
        <summary>Take the passphrase away</summary>
        <TakeAway onSaid={onSaid} />
      </details>
    </>
  );
}

function TakeAway({ onSaid }: Part) {
  const { commands } = useApp();
  const [passphrase, setPassphrase] = useState('');
  const [failed, setFailed] = useState('');
  const take = async (event: FormEvent) => {
    event.preventDefault();
    const done = await commands.removeLock(passphrase);
    setFailed(done.ok ? '' : done.error);
    if (done.ok) onSaid('Taken away. Nothing is encrypted any more.');
  };
  return (
    <form className="settings-add" onSubmit={(event) => void take(event)}>
      <TextField
        label="Passphrase now"
        type="password"
        autoComplete="current-password"
        value={passphrase}
        onText={setPassphrase}
        {...(failed ? { error: failed } : {})}
      />
      <Button type="submit" disabled={passphrase === ''}>
        Take it away
      </Button>
    </form>
  );
}

/** Typed twice: a slip of the finger would lock everybody out. */
function TwoFields({
  before = false,
  button,
  onDone,
}: {
  before?: boolean;
  button: string;
  onDone: (passphrase: string, before: string) => Promise<Result<null, string>>;
}) {
  const [now, setNow] = useState('');
  const [first, setFirst] = useState('');
  const [again, setAgain] = useState('');
  const [failed, setFailed] = useState('');
  const [busy, setBusy] = useState(false);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (first !== again) {
      setFailed('The two are not the same. Type it again.');
      return;
    }
    setBusy(true);
    const done = await onDone(first, now);
    setBusy(false);
    setFailed(done.ok ? '' : done.error);
  };
  return (
    <form className="stack-tight settings-passphrase" onSubmit={(event) => void send(event)}>
      {before ? (
        <TextField label="Passphrase now" type="password" autoComplete="current-password" value={now} onText={setNow} />
      ) : null}
      <TextField
        label="New passphrase"
        hint="A few words are easier to keep in mind than signs. At least 8 characters."
        type="password"
        autoComplete="new-password"
        value={first}
        onText={setFirst}
      />
      <TextField
        label="The same again"
        type="password"
        autoComplete="new-password"
        value={again}
        onText={setAgain}
        {...(failed ? { error: failed } : {})}
      />
      <div>
        <Button type="submit" disabled={busy || first === '' || again === '' || (before && now === '')}>
          {busy ? 'Encrypting' : button}
        </Button>
      </div>
    </form>
  );
}
