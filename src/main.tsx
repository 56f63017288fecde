import '#ui/shared/tokens.css';
import '#ui/shared/base.css';
import '#ui/shared/controls.css';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { watchAddress } from '#ui/ask/arrived.ts';
import { Root } from '#ui/frame/Root.tsx';
import { showLook } from '#ui/shared/look.ts';
import workerAddress from '#worker/entry.ts?worker&url';
import { createApp } from '#workspace/app.ts';

/** Trusted Types: the only script address the page may make is the worker's own. */
interface Policies {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): {
    createScriptURL(url: string): unknown;
  };
}

z.config({ jitless: true });
// WebRTC is not covered by a content security policy.
Reflect.deleteProperty(globalThis, 'RTCPeerConnection');
Reflect.deleteProperty(globalThis, 'webkitRTCPeerConnection');
showLook();
watchAddress();

const own = new Set([workerAddress]);
const policies = (globalThis as { trustedTypes?: Policies }).trustedTypes;
const policy = policies?.createPolicy('handcarry', {
  createScriptURL: (url) => {
    if (own.has(url)) return url;
    throw new TypeError('Not a script of this app.');
  },
});

const app = createApp({
  makeWorker: () => {
    const url = policy ? policy.createScriptURL(workerAddress) : workerAddress;
    return new Worker(url as string, { type: 'module' });
  },
});

const root = document.getElementById('root');
if (root) createRoot(root).render(<Root app={app} />);
void app.start();
