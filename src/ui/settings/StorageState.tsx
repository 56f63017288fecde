import { useEffect, useState } from 'react';
import { useDocument, useWorkspace } from '#ui/shared/app.tsx';
import { Button } from '#ui/shared/Button.tsx';
import { sizeWords } from '#ui/shared/size-words.ts';
import { count } from '#ui/shared/words.ts';
import { askToKeep } from '#workspace/page.ts';

interface Kept {
  /** null: the browser cannot say. */
  readonly persisted: boolean | null;
  readonly usage: number | null;
  readonly room: number | null;
}

/** In which browser it is kept, how much it is, and whether the browser promised not to clear it. */
export function StorageState() {
  const workspace = useWorkspace();
  const save = useDocument((state) => state.save);
  const several = useDocument((state) => state.shelf.length);
  const [kept, setKept] = useState<Kept>({ persisted: null, usage: null, room: null });
  const [asked, setAsked] = useState(false);
  useEffect(() => {
    void look().then(setKept);
  }, []);
  const ask = async () => {
    const persisted = await askToKeep();
    setKept((now) => ({ ...now, persisted }));
    setAsked(true);
  };
  return (
    <>
      <p>
        {count(workspace.people.size, 'person', 'people')}, {count(workspace.companies.size, 'company', 'companies')},{' '}
        {count(workspace.targets.size, 'target')} and {count(workspace.imports.size, 'import')} are kept in this
        browser, on this computer{several > 1 ? `, beside ${count(several - 1, 'other workspace')}` : ''}.
      </p>
      {kept.usage === null ? null : (
        <p className="soft">
          Handcarry takes about {sizeWords(kept.usage)} here
          {kept.room === null ? '' : `; the browser has room for ${sizeWords(kept.room)} more`}.
        </p>
      )}
      <p className="soft">
        {save.is === 'failed' ? save.message : 'Every change is saved within a second of being made.'}
      </p>
      <div className="stack-tight">
        <p className="soft" role="status">
          {promise(kept.persisted, asked)}
        </p>
        {kept.persisted === false && !asked ? (
          <div>
            <Button onClick={() => void ask()}>Ask the browser to keep it</Button>
          </div>
        ) : null}
      </div>
    </>
  );
}

function promise(persisted: boolean | null, asked: boolean): string {
  if (persisted === null) return 'This browser does not say whether it may clear what is kept. Save a backup file.';
  if (persisted) return 'The browser promised not to clear it by itself.';
  return asked
    ? 'The browser did not agree to keep it for good. It may clear it when the disk gets full: save a backup file now and then.'
    : 'The browser may clear it when the disk gets full.';
}

/** Old browsers and plain http have no storage manager. */
async function look(): Promise<Kept> {
  const manager = (navigator as { storage?: StorageManager }).storage;
  if (!manager) return { persisted: null, usage: null, room: null };
  const persisted = await manager.persisted().catch(() => null);
  const { usage = null, quota = null } = (await manager.estimate().catch(() => null)) ?? {};
  return { persisted, usage, room: usage === null || quota === null ? null : Math.max(0, quota - usage) };
}
