import { recordOf } from '#model/change.ts';
import type { Day } from '#model/time.ts';
import { type Entry, entriesOf, type Workspace } from '#model/workspace.ts';
import type { Validate } from '#storage/load.ts';
import { type Connection, connect, type Line } from '#worker/remote.ts';
import type { Call, Checked, Service, Verdict } from '#worker/service.ts';
import { entriesBy, verdictOn } from '#worker/verdict.ts';
import { difference } from './ledger.ts';

/**
 * Work that is done off the page, always on the workspace that is on screen: before each request the
 * worker is told what changed since the last one (requests are served in order). A worker that dies is
 * started again; one that is refused is replaced by the same service in this page.
 */
export interface Desk {
  /** Asks on the current workspace; tries once more when the worker died or had missed a change. */
  ask<T>(request: (service: Service, call: Call) => Promise<T>, call?: Call): Promise<T>;
  /** The workspace on screen is `before` with a change that the service handed over: it applies its own copy. */
  took(before: Workspace, token: number): void;
  /** Checks records with their schemas, many of them in the worker, which keeps them until it is told what is open. */
  readonly check: Validate;
  close(): void;
}

export interface DeskParts {
  /** Throws or answers null when the browser refuses workers. */
  readonly makeWorker: () => Line | null;
  readonly loadService: () => Promise<Service>;
  readonly workspace: () => Workspace | null;
  readonly today: () => Day;
}

/** More records than this are checked in the worker, so many at a time: 400,000 would block the page. */
const CHECKED_AT_ONCE = 2_000;

/** Records that one service let pass and still has: `by` is null when it was not one alone. */
interface Check {
  readonly number: number;
  by: Service | null | undefined;
  readonly entries: Entry[];
}

const NO_CHECK: Check = { number: 0, by: null, entries: [] };

const RESTARTS = 3;
const TRIES = 3;

export function createDesk({ makeWorker, loadService, workspace, today }: DeskParts): Desk {
  let connection: Connection<Service> | null = null;
  let inPage: Promise<Service> | null = null;
  let starts = 0;
  /** Checks that parts of one opening belong to, and the last of them. */
  const openings = new WeakMap<object, Check>();
  let checks = 0;
  let checked: Check | null = null;
  let held: { readonly by: Service; readonly workspace: Workspace; readonly today: Day } | null = null;

  const started = async (): Promise<Service> => {
    if (!inPage && !connection && starts < RESTARTS) {
      starts++;
      connection = connected(makeWorker);
      const own = connection;
      void own?.gone.then(() => {
        if (connection === own) connection = null;
      });
    }
    if (connection) {
      try {
        const { remote, ready } = connection;
        await ready;
        return remote;
      } catch {
        // It never started: another one would make the person wait again.
        starts = RESTARTS;
        connection = null;
        return started();
      }
    }
    inPage ??= loadService();
    return inPage;
  };

  /** Posts what the service has not heard yet. A failure shows as `Stale` in the request that follows. */
  const inform = (service: Service): number | undefined => {
    const now = workspace();
    if (!now) return undefined;
    const day = today();
    const tell = (message: Promise<unknown>): void => void message.catch(() => forget(service));
    if (held?.by !== service || held.workspace.id !== now.id || held.today !== day)
      tell(service.open({ entries: unheard(service, now), revision: now.revision, today: day }, {}));
    else if (held.workspace !== now)
      tell(service.apply({ change: difference('', held.workspace, now), revision: now.revision }, {}));
    if (held?.workspace !== now) checked = null;
    held = { by: service, workspace: now, today: day };
    return now.revision;
  };
  /** All records, or the check that told of just these. */
  const unheard = (service: Service, now: Workspace): readonly Entry[] | Checked => {
    const all = entriesOf(now);
    const { number, by, entries } = checked ?? NO_CHECK;
    const same = by === service && entries.length === all.length;
    return same && entries.every((entry) => recordOf(now, entry.id) === entry)
      ? { check: number, count: entries.length }
      : all;
  };
  const checkOf = (opening: object): Check => {
    const known = openings.get(opening);
    if (known) return known;
    const check: Check = { number: ++checks, by: undefined, entries: [] };
    openings.set(opening, check);
    return check;
  };
  const forget = (service: Service): void => {
    if (held?.by === service) held = null;
  };

  const ask: Desk['ask'] = async (request, call = {}) => {
    for (let tries = 1; ; tries++) {
      const service = await started();
      const revision = inform(service);
      try {
        return await request(service, { ...call, ...(revision !== undefined && { revision }) });
      } catch (error) {
        const name = error instanceof Error ? error.name : '';
        // It was told of a newer state while it worked: asked about that one, it need not hear everything again.
        if (name === 'Stale' && held?.by === service && held.workspace.revision !== revision) continue;
        if (tries >= TRIES || (name !== 'WorkerGone' && name !== 'Stale')) throw error;
        forget(service);
      }
    }
  };

  return {
    ask,
    check: async (records, opening) => {
      if (!opening && records.length <= CHECKED_AT_ONCE) return readBy(verdictOn(records), records);
      const check = checkOf(opening ?? {});
      const entries: Entry[] = [];
      for (let from = 0; from < records.length; from += CHECKED_AT_ONCE) {
        const part = records.slice(from, from + CHECKED_AT_ONCE);
        const verdict = await ask((service, call) => {
          // Another one took over in the middle: neither has all of them.
          check.by = check.by === undefined || check.by === service ? service : null;
          return service.validate({ records: part, check: check.number }, call);
        });
        for (const entry of entriesBy(verdict, part)) {
          entries.push(entry);
          check.entries.push(entry);
        }
        if (check.number === checks) checked = check;
      }
      return { entries, refused: records.length - entries.length };
    },
    took: (before, token) => {
      const now = workspace();
      // A service that did not hold the state before, or was started anew, is told by the next request.
      if (!now || held?.workspace !== before || held.today !== today()) return;
      const { by } = held;
      held = { ...held, workspace: now };
      by.took({ token, revision: now.revision }, {}).catch(() => forget(by));
    },
    close: () => {
      connection?.close();
      connection = null;
    },
  };
}

function readBy(verdict: Verdict, records: readonly unknown[]): Awaited<ReturnType<Validate>> {
  const entries = entriesBy(verdict, records);
  return { entries, refused: records.length - entries.length };
}

function connected(makeWorker: DeskParts['makeWorker']): Connection<Service> | null {
  try {
    const line = makeWorker();
    return line && connect<Service>(line);
  } catch {
    return null;
  }
}
