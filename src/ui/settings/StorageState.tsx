import { useEffect, useState } from 'react';
import { useDocument, useWorkspace } from '#ui/shared/app.tsx';
import { Button } from '#ui/shared/Button.tsx';
import { sizeWords } from '#ui/shared/size-words.ts';
import { count } from '#ui/shared/words.ts';

interface Kept {
  readonly persisted: boolean | null;
  readonly usage: number | null;
}

/** In which browser it is kept, how much it is, and whether the browser promised not to clear it. */
export function StorageState() {
  const workspace = useWorkspace();
  const save = useDocument((state) => state.save);
  const [kept, setKept] = useState<Kept>({ persisted: null, usage: null });
  const [refused, setRefused] = useState(false);
  useEffect(() => {
    void look().then(setKept);
  }, []);
  const ask = async () => {
    const persisted = await navigator.storage.persist().catch(() => false);
    setKept((now) => ({ ...now, persisted }));
    setRefused(!persisted);
  };
  return (
    <>
      <p>
        {count(workspace.people.size, 'person', 'people')}, {count(workspace.companies.size, 'company', 'companies')},{' '}
        {count(workspace.targets.size, 'target')} and {count(workspace.imports.size, 'import')} are kept in this
        browser, on this computer{kept.usage === null ? '' : `, about ${sizeWords(kept.usage)} in all`}.
      </p>
      <p className="soft">{save.is === 'failed' ? save.message : 'Every change is saved within a second.'}</p>
      {kept.persisted === true ? (
        <p className="soft">The browser promised not to clear it by itself.</p>
      ) : kept.persisted === false ? (
        <div className="stack-tight">
          <p className="soft">
            {refused
              ? 'The browser did not agree. Save a backup file now and then.'
              : 'The browser may clear it when the disk gets full.'}
          </p>
          {refused ? null : (
            <div>
              <Button onClick={() => void ask()}>Ask the browser to keep it</Button>
            </div>
          )}
        </div>
      ) : null}
    </>
  );
}

/** Old browsers and plain http have no storage manager: nothing is said then. */
async function look(): Promise<Kept> {
  const manager = (navigator as { storage?: StorageManager }).storage;
  if (!manager) return { persisted: null, usage: null };
  const persisted = await manager.persisted().catch(() => null);
  const estimate = await manager.estimate().catch(() => null);
  return { persisted, usage: estimate?.usage ?? null };
}
