/**
 * A page's meta CSP does not reach its workers: a worker could fetch another host. So everything that can
 * send is removed before any other code of the worker runs. Imported first by entry.ts.
 */
const SENDS = [
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'WebSocketStream',
  'EventSource',
  'WebTransport',
  'RTCPeerConnection',
  'importScripts',
  'Worker',
  'SharedWorker',
  'indexedDB',
  'caches',
  'BroadcastChannel',
];

/** Removes each name from the scope and from every prototype it is inherited from. */
export function disarm(scope: object): void {
  for (const name of SENDS)
    for (let at: object | null = scope; at; at = Object.getPrototypeOf(at) as object | null)
      if (Object.hasOwn(at, name)) {
        Reflect.deleteProperty(at, name);
        if (Object.hasOwn(at, name)) Object.defineProperty(at, name, { value: undefined });
      }
}

if ('WorkerGlobalScope' in globalThis) disarm(globalThis);
