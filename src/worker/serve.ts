import { named, type Reply, type Request } from './remote.ts';
import type { Call } from './service.ts';

/** The worker's end of the line. */
export interface Port {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
}

type Asked = Extract<Request, { id: number }>;

type Method = (input: unknown, call: Call<unknown>) => Promise<unknown>;

/**
 * Serves a plain object over a port, and says `ready`. Only its own methods can be called. Each request starts
 * in a task of its own, in order, so that one that was cancelled while it waited never starts.
 */
export function serve(service: object, port: Port): void {
  const running = new Map<number, AbortController>();
  const reply = (message: Reply): void => port.postMessage(message);

  const run = async ({ id, method, input, revision }: Asked, abort: AbortController): Promise<void> => {
    const onProgress = (progress: unknown): void => reply({ id, progress });
    const call: Call<unknown> = { signal: abort.signal, onProgress, ...(revision !== null && { revision }) };
    try {
      const serving: unknown = Object.hasOwn(service, method) ? Reflect.get(service, method) : undefined;
      if (typeof serving !== 'function') throw named('TypeError', `The worker has no ${method}.`);
      reply({ id, value: await (serving as Method)(input, call) });
    } catch (error) {
      const failed = error instanceof Error ? error : new Error(String(error));
      reply({ id, failed: { name: failed.name, message: failed.message } });
    } finally {
      running.delete(id);
    }
  };

  port.addEventListener('message', (event: MessageEvent<Request>) => {
    const request = event.data;
    if ('cancel' in request) {
      running.get(request.cancel)?.abort();
      return;
    }
    const abort = new AbortController();
    running.set(request.id, abort);
    setTimeout(() => {
      if (abort.signal.aborted) running.delete(request.id);
      else void run(request, abort);
    });
  });
  reply({ ready: true });
}
