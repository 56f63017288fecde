import type { Ask } from '#model/ask.ts';
import type { Workspace } from '#model/workspace.ts';

export interface Logged {
  readonly ask: Ask;
  readonly askedOn: string;
}

/** Every ask that was made, the newest first: a packet that was only prepared is none. */
export function outcomeLog({ asks }: Pick<Workspace, 'asks'>): Logged[] {
  const log = [...asks.values()].flatMap((ask): Logged[] => {
    const askedOn = ask.history.find(({ state }) => state === 'asked')?.on;
    return askedOn ? [{ ask, askedOn }] : [];
  });
  return log.sort((x, y) =>
    x.askedOn === y.askedOn ? (x.ask.id < y.ask.id ? -1 : 1) : x.askedOn < y.askedOn ? 1 : -1,
  );
}
