import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { disarm } from '#worker/disarm.ts';

test('everything that can send is gone, wherever it was inherited from', () => {
  class Scope {
    fetch(): string {
      return 'sent';
    }
  }
  class Worker extends Scope {
    WebSocket = class {};
    postMessage = (): string => 'stays';
  }
  const scope = new Worker();
  Object.defineProperty(scope, 'importScripts', { value: () => 'sent', configurable: false, writable: true });
  disarm(scope);
  for (const name of ['fetch', 'WebSocket', 'importScripts', 'XMLHttpRequest', 'EventSource', 'WebTransport'])
    expect(Reflect.get(scope, name), name).toBeUndefined();
  expect(scope.postMessage()).toBe('stays');
});

test('a page or a test that imports it keeps its own', () => {
  expect(typeof fetch).toBe('function');
});

test('it is the first thing the worker runs', () => {
  const [first] = readFileSync('src/worker/entry.ts', 'utf8').split('\n');
  expect(first).toBe("import './disarm.ts';");
});
