import '#ui/shared/tokens.css';
import '#ui/shared/base.css';
import '#ui/shared/controls.css';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { arrivedCapsule, watchAddress } from '#ui/ask/arrived.ts';
import { Root } from '#ui/frame/Root.tsx';
import { showLook } from '#ui/shared/look.ts';
import workerAddress from '#worker/entry.ts?worker&url';
import { createApp } from '#workspace/app.ts';

/** Trusted Types: the only script addresses the page may make are its two workers' own. */
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

/** Beside the page itself, wherever that is served from: its scope is the whole app. Development has none. */
const offlineAddress = new URL('./sw.js', document.baseURI).href;
const own = new Set([workerAddress, offlineAddress]);
const policies = (globalThis as { trustedTypes?: Policies }).trustedTypes;
const policy = policies?.createPolicy('handcarry', {
  createScriptURL: (url) => {
    if (own.has(url)) return url;
    throw new TypeError('Not a script of this app.');
  },
});

const scriptAddress = (url: string): string => (policy ? policy.createScriptURL(url) : url) as string;

/** A friend who answers a question keeps nothing of this app, not even its files. */
const guest = arrivedCapsule().startsWith('#ask=');

const app = createApp({
  guest,
  makeWorker: () => new Worker(scriptAddress(workerAddress), { type: 'module' }),
  register: () =>
    import.meta.env.PROD && !guest && 'serviceWorker' in navigator
      ? navigator.serviceWorker.register(scriptAddress(offlineAddress), { scope: './' })
      : null,
});

const root = document.getElementById('root');
if (root) createRoot(root).render(<Root app={app} />);
void app.start();
