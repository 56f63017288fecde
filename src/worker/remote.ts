import type { Call } from './service.ts';

/** What goes to the worker. `revision` is the state of the workspace that the request is about. */
export type Request =
  | { readonly id: number; readonly method: string; readonly input: unknown; readonly revision: number | null }
  | { readonly cancel: number };

/** What comes back: one `ready`, then per request any number of `progress` and one end. */
export type Reply =
  | { readonly ready: true }
  | { readonly id: number; readonly progress: unknown }
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly failed: { readonly name: string; readonly message: string } };

/** The far end's methods, computed from the service: the same names, inputs and answers. */
type Remote<S> = { readonly [M in keyof S]: S[M] };

/** The part of a Worker that is used; a MessagePort in tests is one too. */
export interface Line {
  postMessage(message: unknown): void;
  addEventListener(type: 'message' | 'messageerror' | 'error', listener: (event: Event) => void): void;
  terminate(): void;
}

export interface Connection<S> {
  readonly remote: Remote<S>;
  /** Settles when the worker can serve; rejects after the deadline or when the browser refuses it. */
  readonly ready: Promise<void>;
  /** Resolves with the reason once the line is dead. Everything that waited was rejected with it. */
  readonly gone: Promise<Error>;
  readonly close: () => void;
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly progress: ((progress: never) => void) | undefined;
  readonly release: () => void;
}

const START_MS = 10_000;

/** Typed requests over a worker. Requests are served in the order they are made. */
export function connect<S>(line: Line, startMs = START_MS): Connection<S> {
  const waiting = new Map<number, Waiting>();
  const start = settlable<void>();
  const gone = settlable<Error>();
  let last = 0;
  let dead: Error | null = null;

  const end = (reason: string): void => {
    if (dead) return;
    dead = named('WorkerGone', reason);
    clearTimeout(deadline);
    line.terminate();
    start.reject(dead);
    for (const request of waiting.values()) {
      request.release();
      request.reject(dead);
    }
    waiting.clear();
    gone.resolve(dead);
  };
  const deadline = setTimeout(() => end('The worker did not start in time.'), startMs);
  start.promise.catch(() => {});

  line.addEventListener('error', (event) => {
    event.preventDefault();
    end('message' in event && typeof event.message === 'string' ? event.message : 'The worker failed.');
  });
  line.addEventListener('messageerror', () => end('The worker sent something unreadable.'));
  line.addEventListener('message', (event) => {
    const reply = (event as MessageEvent<Reply>).data;
    if ('ready' in reply) {
      clearTimeout(deadline);
      start.resolve();
      return;
    }
    const request = waiting.get(reply.id);
    if (!request) return;
    if ('progress' in reply) {
      request.progress?.(reply.progress as never);
      return;
    }
    waiting.delete(reply.id);
    request.release();
    if ('failed' in reply) request.reject(named(reply.failed.name, reply.failed.message));
    else request.resolve(reply.value);
  });

  const call = (method: string, input: unknown, { signal, onProgress, revision }: Call<never>): Promise<unknown> => {
    if (dead) return Promise.reject(dead);
    if (signal?.aborted) return Promise.reject(named('AbortError', 'Cancelled.'));
    const id = ++last;
    return new Promise((resolve, reject) => {
      const cancel = (): void => {
        waiting.delete(id);
        line.postMessage({ cancel: id } satisfies Request);
        reject(named('AbortError', 'Cancelled.'));
      };
      signal?.addEventListener('abort', cancel, { once: true });
      const release = (): void => signal?.removeEventListener('abort', cancel);
      waiting.set(id, { resolve, reject, progress: onProgress, release });
      try {
        line.postMessage({ id, method, input, revision: revision ?? null } satisfies Request);
      } catch (error) {
        waiting.delete(id);
        release();
        reject(error instanceof Error ? error : named('Error', String(error)));
      }
    });
  };
  const remote = new Proxy({} as Remote<S>, {
    get: (_, method) =>
      typeof method === 'string' && method !== 'then'
        ? (input: unknown, options: Call = {}) => call(method, input, options)
        : undefined,
  });
  return { remote, ready: start.promise, gone: gone.promise, close: () => end('The worker was closed.') };
}

export function named(name: string, message: string): Error {
  const error = new Error(message);
  error.name = name;
  return error;
}

function settlable<T>() {
  let resolve: (value: T) => void = () => {};
  let reject: (error: Error) => void = () => {};
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}
