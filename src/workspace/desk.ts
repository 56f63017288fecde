import type { Day } from '#model/time.ts';
import { entriesOf, type Workspace } from '#model/workspace.ts';
import { type Connection, connect, type Line } from '#worker/remote.ts';
import type { Call, Service } from '#worker/service.ts';
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
  close(): void;
}

export interface DeskParts {
  /** Throws or answers null when the browser refuses workers. */
  readonly makeWorker: () => Line | null;
  readonly loadService: () => Promise<Service>;
  readonly workspace: () => Workspace | null;
  readonly today: () => Day;
}

const RESTARTS = 3;
const TRIES = 3;

export function createDesk({ makeWorker, loadService, workspace, today }: DeskParts): Desk {
  let connection: Connection<Service> | null = null;
  let inPage: Promise<Service> | null = null;
  let starts = 0;
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
      tell(service.open({ entries: entriesOf(now), revision: now.revision, today: day }, {}));
    else if (held.workspace !== now)
      tell(service.apply({ change: difference('', held.workspace, now), revision: now.revision }, {}));
    held = { by: service, workspace: now, today: day };
    return now.revision;
  };
  const forget = (service: Service): void => {
    if (held?.by === service) held = null;
  };

  return {
    ask: async (request, call = {}) => {
      for (let tries = 1; ; tries++) {
        const service = await started();
        const revision = inform(service);
        try {
          return await request(service, { ...call, ...(revision !== undefined && { revision }) });
        } catch (error) {
          const name = error instanceof Error ? error.name : '';
          if (tries >= TRIES || (name !== 'WorkerGone' && name !== 'Stale')) throw error;
          forget(service);
        }
      }
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

function connected(makeWorker: DeskParts['makeWorker']): Connection<Service> | null {
  try {
    const line = makeWorker();
    return line && connect<Service>(line);
  } catch {
    return null;
  }
}
