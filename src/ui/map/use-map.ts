import { useEffect, useMemo, useState } from 'react';
import { type Crowd, type Drawing, type MapView, type NodeKey, WHOLE } from '#graph/drawing.ts';
import type { TargetId } from '#model/ids.ts';
import { profileOf } from '#model/person.ts';
import { STANDINGS } from '#model/tie.ts';
import type { Workspace } from '#model/workspace.ts';
import { latest, useAnswer, useApp, useWorkspace } from '#ui/shared/app.tsx';
import type { LitStep } from './overlay.ts';

/** The name under a glyph: a person, a company with its count, a target's title. */
export function labelOf(workspace: Workspace, key: NodeKey, members = 0): string {
  if (key === 'me:me') return 'You';
  if (key.startsWith('target:')) return workspace.targets.get(key as TargetId)?.title ?? '';
  if (key.startsWith('company:')) {
    const name = workspace.companies.get(key as `company:${string}`)?.name ?? '';
    return members > 0 ? `${name} (${members})` : name;
  }
  const person = workspace.people.get(key as `person:${string}`);
  return person ? profileOf(person).name : '';
}

export const CROWD_OPTIONS: readonly { readonly value: Crowd; readonly label: string }[] = [
  { value: 'strongest', label: 'The strongest 50' },
  { value: 'company', label: 'The largest company among them' },
  { value: 'target', label: 'Those who open a target' },
  { value: 'all', label: 'All' },
];

const CLOSED_ABOVE = 2000;

/** Above 2,000 people the map opens with companies closed: a count is calmer than a cloud. */
export function firstView(workspace: Workspace): MapView {
  return { ...WHOLE, closed: workspace.people.size > CLOSED_ABOVE ? 'all' : 'none' };
}

interface Drawn {
  readonly drawing: Drawing | null;
  readonly labels: readonly string[];
  /** The share that is laid out, 0 to 1, while the next drawing is being made; null when none is. */
  readonly share: number | null;
  readonly failed: string;
}

/** The drawing for a view, and its labels in the same order. */
export function useDrawing(view: MapView): Drawn {
  const { queries } = useApp();
  const workspace = useWorkspace();
  const [share, setShare] = useState(0);
  const answer = useAnswer((signal) => {
    setShare(0);
    return queries.drawing(view, signal, setShare);
  }, JSON.stringify(view));
  const drawing = latest(answer);
  const labels = useMemo(
    () => drawing?.keys.map((key, node) => labelOf(workspace, key, drawing.members[node])) ?? [],
    [drawing, workspace],
  );
  const failed = answer.is === 'failed' ? answer.message : '';
  return { drawing, labels, share: answer.is === 'waiting' ? share : null, failed };
}

/** The targets whose best ways in are lit, and the steps of these; empty where there is no way in. */
interface Lit {
  readonly of: readonly TargetId[];
  readonly steps: readonly LitStep[];
}
const NONE: Lit = { of: [], steps: [] };

/** The best ways in to one target, or to all of them ("my doors"); the ones before while they are asked for. */
export function usePaths(target: TargetId | 'all' | ''): Lit {
  const { queries } = useApp();
  const workspace = useWorkspace();
  const [lit, setLit] = useState(NONE);
  const { revision } = workspace;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the revision stands for the workspace
  useEffect(() => {
    const abort = new AbortController();
    const of = target === 'all' ? [...workspace.targets.keys()] : target ? [target] : [];
    const filter = { maxIntermediaries: 1, without: [], through: [], k: target === 'all' ? 1 : 5 };
    Promise.all(of.map((id) => queries.ways(id, filter, abort.signal))).then(
      (answers) => {
        if (abort.signal.aborted) return;
        const ways = answers.flatMap(({ confirmed, listed, leads }) => [...confirmed, ...listed, ...leads]);
        setLit({ of, steps: ways.flatMap(stepsOf) });
      },
      () => abort.signal.aborted || setLit(NONE),
    );
    return () => abort.abort();
  }, [target, revision, queries]);
  return lit;
}

function stepsOf(way: {
  readonly steps: readonly { from: string; to: string; standing: (typeof STANDINGS)[number] }[];
}): LitStep[] {
  return way.steps.map((step) => ({
    from: step.from === 'me' ? 'me:me' : (step.from as NodeKey),
    to: step.to as NodeKey,
    standing: STANDINGS.indexOf(step.standing),
  }));
}
