/**
 * What tabs tell each other. Never data: the store is where it is read from. `wanted`: this tab has something to
 * write; `lock`: lock now; `relock`: the passphrase was set, changed or taken away; `active`: somebody is at work in
 * this tab.
 */
export type TabNews =
  | { readonly is: (typeof NAMED)[number]; readonly id: string }
  | { readonly is: (typeof PLAIN)[number] };
const NAMED = ['stored', 'wanted'] as const;
const PLAIN = ['shelf', 'lock', 'relock', 'active'] as const;

/** The part of BroadcastChannel that is used. */
export interface Channel {
  postMessage(message: unknown): void;
  onmessage: ((event: MessageEvent) => void) | null;
  close(): void;
}

export interface Tabs {
  tell(news: TabNews): void;
  /** Each listener hears everything. */
  hear(listener: (news: TabNews) => void): void;
  close(): void;
}

/** A message of an older or newer version that is not understood is passed over. */
export function createTabs(channel: Channel | null): Tabs {
  const listeners: ((news: TabNews) => void)[] = [];
  if (channel)
    channel.onmessage = ({ data }) => {
      const news = newsOf(data);
      if (news) for (const listener of listeners) listener(news);
    };
  return {
    tell: (news) => channel?.postMessage(news),
    hear: (listener) => listeners.push(listener),
    close: () => channel?.close(),
  };
}

function newsOf(data: unknown): TabNews | null {
  if (typeof data !== 'object' || data === null || !('is' in data)) return null;
  const plain = PLAIN.find((one) => one === data.is);
  if (plain) return { is: plain };
  const named = NAMED.find((one) => one === data.is);
  return named && 'id' in data && typeof data.id === 'string' ? { is: named, id: data.id } : null;
}
