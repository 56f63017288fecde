import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Day } from '#model/time.ts';
import type { Workspace } from '#model/workspace.ts';
import type { App } from '#workspace/app.ts';
import type { DocumentState, SessionState } from '#workspace/types.ts';
import { today } from './today.ts';

const AppContext = createContext<App | null>(null);
/** The calendar day: what reads the workspace is drawn anew, and asked anew, when it turns. */
const DayContext = createContext<Day>('');

export function AppProvider({ app, children }: { app: App; children: ReactNode }) {
  const day = useTurningDay();
  return (
    <AppContext value={app}>
      <DayContext value={day}>{children}</DayContext>
    </AppContext>
  );
}

const LOOK_MS = 60_000;

/** Looks at the clock each minute, and when somebody comes back to the page after a night. */
function useTurningDay(): Day {
  const [day, setDay] = useState(today);
  useEffect(() => {
    const look = () => setDay(today());
    const timer = setInterval(look, LOOK_MS);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, []);
  return day;
}

/** The one App made in main.tsx: stores, commands, queries. */
export function useApp(): App {
  const app = useContext(AppContext);
  if (!app) throw new Error('useApp outside AppProvider');
  return app;
}

export function useDocument<T>(select: (state: DocumentState) => T): T {
  return useStore(useApp().document, select);
}

export function useSession<T>(select: (state: SessionState) => T): T {
  return useStore(useApp().session, select);
}

/** The open workspace. Screens are only mounted once there is one. */
export function useWorkspace(): Workspace {
  useContext(DayContext);
  const workspace = useDocument((state) => state.workspace);
  if (!workspace) throw new Error('useWorkspace before the first load');
  return workspace;
}

export type Answer<T> =
  | { readonly is: 'waiting'; readonly before: T | null }
  | { readonly is: 'here'; readonly value: T }
  | { readonly is: 'failed'; readonly message: string };

/**
 * Asks the worker again whenever the workspace's revision, the day or `key` changes; the answer before stays
 * readable meanwhile, so that a screen does not flicker.
 */
export function useAnswer<T>(ask: (signal: AbortSignal) => Promise<T>, key: string): Answer<T> {
  const revision = useDocument((state) => state.workspace?.revision ?? -1);
  const day = useContext(DayContext);
  const [answer, setAnswer] = useState<Answer<T>>({ is: 'waiting', before: null });
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for everything `ask` closes over
  useEffect(() => {
    const abort = new AbortController();
    setAnswer((last) => ({
      is: 'waiting',
      before: last.is === 'here' ? last.value : last.is === 'waiting' ? last.before : null,
    }));
    ask(abort.signal).then(
      (value) => abort.signal.aborted || setAnswer({ is: 'here', value }),
      (error: unknown) =>
        abort.signal.aborted ||
        setAnswer({ is: 'failed', message: error instanceof Error ? error.message : String(error) }),
    );
    return () => abort.abort();
  }, [key, revision, day]);
  return answer;
}

/** The value now or the one before while the next is on its way. */
export function latest<T>(answer: Answer<T>): T | null {
  return answer.is === 'here' ? answer.value : answer.is === 'waiting' ? answer.before : null;
}
