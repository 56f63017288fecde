/** What tabs tell each other. Never data: the store is where it is read from. */
type TabNews = { readonly is: 'stored'; readonly id: string } | { readonly is: 'shelf' };

/** The part of BroadcastChannel that is used. */
export interface Channel {
  postMessage(message: unknown): void;
  onmessage: ((event: MessageEvent) => void) | null;
  close(): void;
}

export interface Tabs {
  tell(news: TabNews): void;
  hear(listener: (news: TabNews) => void): void;
  close(): void;
}

/** A message of an older or newer version that is not understood is passed over. */
export function createTabs(channel: Channel | null): Tabs {
  return {
    tell: (news) => channel?.postMessage(news),
    hear: (listener) => {
      if (!channel) return;
      channel.onmessage = ({ data }) => {
        const news = newsOf(data);
        if (news) listener(news);
      };
    },
    close: () => channel?.close(),
  };
}

function newsOf(data: unknown): TabNews | null {
  if (typeof data !== 'object' || data === null || !('is' in data)) return null;
  if (data.is === 'shelf') return { is: 'shelf' };
  return data.is === 'stored' && 'id' in data && typeof data.id === 'string' ? { is: 'stored', id: data.id } : null;
}
