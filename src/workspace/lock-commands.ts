import { fail, ok, type Result } from '#model/result.ts';
import { canEncrypt } from '#seal/data-key.ts';
import type { Database } from '#storage/database.ts';
import type { Fault } from '#storage/faults.ts';
import { changePassphrase, readLock, removeLock, setIdle, setLock, unlock } from '#storage/lock.ts';
import { OPEN } from '#storage/vault.ts';
import type { Persist } from './persist.ts';
import type { Places } from './places.ts';
import type { Documents } from './store.ts';
import type { Tabs } from './tabs.ts';
import type { Commands } from './types.ts';

export type LockCommands = Pick<
  Commands,
  'setLock' | 'changeLock' | 'removeLock' | 'setLockIdle' | 'lockNow' | 'unlock'
>;

interface LockParts {
  readonly documents: Documents;
  readonly database: Database;
  readonly persist: Persist;
  readonly places: Places;
  readonly tabs: Tabs;
  /** Loads the page anew: nothing of what was open is left in it. */
  readonly reload: () => void;
}

const SHORTEST = 8;
const SCREENS_GO_MS = 50;
const WRONG = 'This is not the passphrase. Nothing was changed.';
const NO_ENCRYPTION = 'This browser offers no encryption at this address. Open Handcarry over https, or on localhost.';

/**
 * The passphrase of the app. While there is one, everything in the store is encrypted, and a page that was just
 * loaded knows nothing before it is opened. Locking stores what is pending and loads the page anew, in every tab.
 */
export function createLock({ documents, database, persist, places, tabs, reload }: LockParts): LockCommands & {
  /** Reads whether there is a lock, for the screens. */
  look(): Promise<void>;
} {
  const look = async (): Promise<void> => {
    const lock = await readLock(database);
    if (lock.ok) documents.setLock(lock.value && { idle: lock.value.idle });
  };
  /** A change of the lock itself: nothing is saved meanwhile, the other tabs hear of it. */
  const change = async (work: () => Promise<Result<unknown, Fault>>): Promise<Result<null, string>> => {
    await persist.flush();
    const done = await persist.alone(work);
    if (!done.ok) return fail(done.error.message);
    if (done.value === false) return fail(WRONG);
    await look();
    await places.relock();
    tabs.tell({ is: 'relock' });
    return ok(null);
  };
  /**
   * First the screens go: what was being typed is kept by that, and then stored. What could not be stored stays in
   * this page, out of sight, until it is opened again.
   */
  const leave = async (): Promise<void> => {
    if (documents.store.getState().locked !== 'no') return;
    documents.setLocked('closing');
    await new Promise((done) => setTimeout(done, SCREENS_GO_MS));
    await persist.flush();
    if (!documents.ledger()?.pending.length) return reload();
    database.trust(OPEN);
    documents.setLocked('yes');
  };
  /** Another tab set, changed or took away the passphrase. */
  const follow = async (): Promise<void> => {
    const stranger = await persist.alone(async () => {
      const lock = await readLock(database);
      if (!lock.ok) return null;
      documents.setLock(lock.value && { idle: lock.value.idle });
      if ((lock.value?.id ?? null) === database.vault().id) return null;
      database.trust(OPEN);
      return { locked: lock.value !== null };
    });
    if (stranger) await (stranger.locked ? leave() : reopen());
  };
  const reopen = async (): Promise<void> => {
    documents.setLocked('no');
    if (documents.ledger()) {
      await persist.flush();
      await persist.catchUp();
    } else await persist.start();
    await look();
  };
  tabs.hear(({ is }) => {
    if (is === 'lock') void leave();
    else if (is === 'relock') void follow();
  });

  return {
    look,
    setLock: async (passphrase, idle) => {
      const weak = tooShort(passphrase);
      if (weak) return fail(weak);
      return canEncrypt() ? change(() => setLock(database, passphrase, idle)) : fail(NO_ENCRYPTION);
    },
    changeLock: async (before, after) => {
      const weak = tooShort(after);
      return weak ? fail(weak) : change(() => changePassphrase(database, before, after));
    },
    removeLock: (passphrase) => change(() => removeLock(database, passphrase)),
    setLockIdle: (idle) => change(() => setIdle(database, idle)),
    lockNow: async () => {
      if (documents.store.getState().lock === null) return;
      tabs.tell({ is: 'lock' });
      await leave();
    },
    unlock: async (passphrase) => {
      const opened = await persist.alone(() => unlock(database, passphrase));
      if (!opened.ok) return fail(opened.error.message);
      if (!opened.value) return fail('This is not the passphrase. Nothing was opened.');
      await reopen();
      return ok(null);
    },
  };
}

function tooShort(passphrase: string): string | null {
  return [...passphrase].length < SHORTEST ? `Take at least ${SHORTEST} characters; a few words are better.` : null;
}
