import { useMemo } from 'react';
import { advise } from '#handoff/advise.ts';
import { asksFor } from '#handoff/ask-history.ts';
import type { Plan } from '#handoff/types.ts';
import { isOpen } from '#model/ask.ts';
import type { TargetId } from '#model/ids.ts';
import type { Target } from '#model/target.ts';
import type { Workspace } from '#model/workspace.ts';
import type { TargetWays, WayIn, WayShown } from '#paths/types.ts';
import { type Answer, latest, useAnswer, useApp, useSession, useWorkspace } from '#ui/shared/app.tsx';
import { today } from '#ui/shared/today.ts';

export interface TargetView {
  readonly target: Target;
  readonly answer: Answer<TargetWays>;
  readonly ways: TargetWays | null;
  /** Every way in shown, in the order of the list. */
  readonly all: readonly WayShown[];
  readonly selected: WayShown | null;
  /** Advice for the selected way in; null until the ways are here. */
  readonly plan: Plan | null;
}

/** Everything the target page shows: one selection for list, diagram and move. */
export function useTarget(target: Target): TargetView {
  const { queries } = useApp();
  const workspace = useWorkspace();
  const filter = useSession((state) => state.filter);
  const chosen = useSession((state) => state.way);
  const id: TargetId = target.id;
  const answer = useAnswer((signal) => queries.ways(id, filter, signal), JSON.stringify([id, filter]));
  const answered = latest(answer);
  const ways = useMemo(() => answered && stillHere(answered, workspace), [answered, workspace]);
  const all = useMemo(() => (ways ? [...ways.confirmed, ...ways.listed, ...ways.leads] : []), [ways]);
  const selected = all.find((way) => way.id === chosen) ?? standing(workspace, id, all) ?? all[0] ?? null;
  const plan = useMemo(
    () => (ways ? advise({ workspace, target, way: selected, today: today() }) : null),
    [workspace, target, selected, ways],
  );
  return { target, answer, ways, all, selected, plan };
}

/** The way in that an open request already goes. */
function standing(workspace: Workspace, target: TargetId, ways: readonly WayShown[]): WayShown | undefined {
  const ask = asksFor(workspace, target).find(isOpen);
  return ask && ways.find((way) => way.people[0] === ask.friend);
}

/** The answer before is shown until the next one is here, but nobody who was deleted since. */
function stillHere(ways: TargetWays, { people }: Workspace): TargetWays {
  const isHere = (way: WayIn): boolean => way.people.every((id) => people.has(id));
  const inside = ways.inside.filter(({ person }) => people.has(person));
  const lists = [ways.confirmed, ways.listed, ways.leads];
  if (lists.every((list) => list.every(isHere)) && inside.length === ways.inside.length) return ways;
  const [confirmed, listed] = [ways.confirmed.filter(isHere), ways.listed.filter(isHere)];
  return { ...ways, confirmed, listed, leads: ways.leads.filter(isHere), inside };
}
