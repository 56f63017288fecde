import { useMemo } from 'react';
import { advise } from '#handoff/advise.ts';
import { asksFor } from '#handoff/ask-history.ts';
import { nextTarget, type RankedTarget, rankTargets } from '#handoff/rank-targets.ts';
import type { Plan } from '#handoff/types.ts';
import type { Ask } from '#model/ask.ts';
import type { TargetId } from '#model/ids.ts';
import type { Target } from '#model/target.ts';
import type { Portfolio, TargetBest, WayIn } from '#paths/types.ts';
import { type Answer, latest, useAnswer, useApp, useWorkspace } from '#ui/shared/app.tsx';
import { today } from '#ui/shared/today.ts';

/** A row of the home table. */
export interface Ranked {
  readonly target: Target;
  readonly best: WayIn | null;
  readonly ways: number;
  readonly plan: Plan;
  readonly ask: Ask | null;
  readonly worth: RankedTarget;
}

/** Every target with its best way in and its move, the one that deserves your energy first. */
export function useRanked(): { rows: readonly Ranked[]; portfolio: Portfolio | null; answer: Answer<Portfolio> } {
  const { queries } = useApp();
  const workspace = useWorkspace();
  const answer = useAnswer((signal) => queries.portfolio(signal), 'portfolio');
  const portfolio = latest(answer);
  const rows = useMemo(() => {
    const best = new Map(portfolio?.targets.map((row): [Target['id'], TargetBest] => [row.target, row]));
    return rankTargets({ workspace, bests: portfolio?.targets ?? [], today: today() }).flatMap((worth): Ranked[] => {
      const target = workspace.targets.get(worth.target);
      if (!target) return [];
      const found = best.get(target.id);
      const way = found?.best ?? null;
      const plan = advise({ workspace, target, way, today: today() });
      return [
        { target, best: way, ways: found?.ways ?? 0, plan, ask: asksFor(workspace, target.id)[0] ?? null, worth },
      ];
    });
  }, [workspace, portfolio]);
  return { rows, portfolio, answer };
}

/** The target that deserves the energy once `after` is over. */
export function useNext(after: TargetId): Ranked | null {
  const workspace = useWorkspace();
  const { rows } = useRanked();
  const next = nextTarget(
    workspace,
    rows.map((row) => row.worth),
    after,
  );
  return rows.find((row) => row.target.id === next) ?? null;
}
