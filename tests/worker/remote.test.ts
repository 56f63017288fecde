import { MessageChannel } from 'node:worker_threads';
import { describe, expect, test } from 'vitest';
import { connect, type Line } from '#worker/remote.ts';
import { type Port, serve } from '#worker/serve.ts';
import type { Call } from '#worker/service.ts';

interface Echo {
  say(input: { text: string }, call?: Call): Promise<string>;
  wait(input: object, call?: Call): Promise<string>;
  fail(input: { name: string }, call?: Call): Promise<never>;
  count(input: { to: number }, call?: Call): Promise<number | undefined>;
}

const aborted: string[] = [];
const echo: Echo = {
  say: async ({ text }) => text,
  wait: (_, call) =>
    new Promise((_resolve, reject) => {
      call?.signal?.addEventListener('abort', () => {
        aborted.push('heard');
        reject(new Error('stopped'));
      });
    }),
  fail: async ({ name }) => {
    throw Object.assign(new Error('no such thing'), { name });
  },
  count: async ({ to }, call) => {
    for (let rows = 1; rows <= to; rows++) call?.onProgress?.({ file: '', bytes: 0, total: 0, rows });
    return call?.revision;
  },
};

/** Both ends over a real message channel: values are structured clones. */
function pair({ silent = false, startMs = 1_000 } = {}) {
  const { port1, port2 } = new MessageChannel();
  const listeners = new Map<string, (event: Event) => void>();
  let terminated = false;
  const line: Line = {
    postMessage: (message) => port1.postMessage(message),
    addEventListener: (type, listener) => {
      listeners.set(type, listener);
      if (type === 'message') port1.on('message', (data: unknown) => listener(new MessageEvent('message', { data })));
    },
    terminate: () => {
      terminated = true;
      port1.close();
    },
  };
  const port: Port = {
    postMessage: (message) => port2.postMessage(message),
    addEventListener: (_, listener) =>
      void port2.on('message', (data: unknown) => listener(new MessageEvent('message', { data }))),
  };
  const connection = connect<Echo>(line, startMs);
  if (!silent) serve(echo, port);
  const raise = (type: string): void => listeners.get(type)?.(new Event(type));
  return { ...connection, raise, isTerminated: () => terminated };
}

describe('the worker line', () => {
  test('answers each request with its own value', async () => {
    const { remote, ready, close } = pair();
    await ready;
    expect(await Promise.all([remote.say({ text: 'a' }), remote.say({ text: 'b' })])).toEqual(['a', 'b']);
    close();
  });

  test('carries the revision over, and progress and errors with their names back', async () => {
    const { remote, close } = pair();
    const seen: number[] = [];
    expect(await remote.count({ to: 3 }, { revision: 7, onProgress: ({ rows }) => seen.push(rows) })).toBe(7);
    expect(seen).toEqual([1, 2, 3]);
    await expect(remote.fail({ name: 'Stale' })).rejects.toMatchObject({ name: 'Stale', message: 'no such thing' });
    close();
  });

  test('cancels across', async () => {
    const { remote, close } = pair();
    const abort = new AbortController();
    const waiting = remote.wait({}, { signal: abort.signal });
    await remote.say({ text: 'by now it runs' });
    abort.abort();
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
    await expect(remote.wait({}, { signal: abort.signal })).rejects.toMatchObject({ name: 'AbortError' });
    expect(await remote.say({ text: 'still there' })).toBe('still there');
    expect(aborted).toEqual(['heard']);
    close();
  });

  test('never starts what was cancelled while it waited its turn', async () => {
    const { remote, close } = pair();
    const abort = new AbortController();
    const seen: number[] = [];
    const counting = remote.count({ to: 3 }, { signal: abort.signal, onProgress: ({ rows }) => seen.push(rows) });
    const waiting = remote.wait({}, { signal: abort.signal });
    abort.abort();
    await expect(Promise.all([counting, waiting])).rejects.toMatchObject({ name: 'AbortError' });
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
    expect(await remote.say({ text: 'at once' })).toBe('at once');
    expect([seen, aborted]).toEqual([[], ['heard']]);
    close();
  });

  test.each(['error', 'messageerror'])('%s rejects everything that waits, and every later request', async (type) => {
    const { remote, ready, gone, raise, isTerminated } = pair();
    await ready;
    const waiting = [remote.wait({}), remote.wait({})].map((one) => one.catch((error: Error) => error.name));
    raise(type);
    expect(await Promise.all(waiting)).toEqual(['WorkerGone', 'WorkerGone']);
    await expect(remote.say({ text: 'x' })).rejects.toMatchObject({ name: 'WorkerGone' });
    expect((await gone).name).toBe('WorkerGone');
    expect(isTerminated()).toBe(true);
  });

  test('gives up on a worker that never starts', async () => {
    const { remote, ready } = pair({ silent: true, startMs: 20 });
    const waiting = remote.say({ text: 'x' });
    await expect(ready).rejects.toMatchObject({ message: 'The worker did not start in time.' });
    await expect(waiting).rejects.toMatchObject({ name: 'WorkerGone' });
  });

  test('serves nothing but the methods of its service', async () => {
    const { remote, close } = pair();
    const strange = remote as unknown as Record<string, (input: object) => Promise<unknown>>;
    for (const name of ['constructor', 'toString', '__proto__', 'nothing'])
      await expect(strange[name]?.({})).rejects.toMatchObject({ name: 'TypeError' });
    close();
  });

  test('says so when a value cannot be sent', async () => {
    const { remote, close } = pair();
    const text = (() => '') as unknown as string;
    await expect(remote.say({ text })).rejects.toMatchObject({ name: 'DataCloneError' });
    close();
  });
});
