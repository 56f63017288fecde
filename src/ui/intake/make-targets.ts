import type { TargetSeed } from '#intake/types.ts';
import type { Workspace } from '#model/workspace.ts';
import { fold } from '#ui/shared/fold.ts';
import type { Commands } from '#workspace/types.ts';

/** Makes the targets the person ticked. Each one is an undoable step of its own. */
export function makeTargets(commands: Commands, seeds: readonly TargetSeed[]): void {
  for (const seed of seeds) {
    const id = commands.addTarget({ title: seed.title || 'Any role', company: seed.company, manager: null });
    commands.editTarget(id, {
      link: seed.link,
      ...(seed.applied ? { stage: 'applied' as const, appliedOn: seed.on } : {}),
    });
  }
}

/** Proposals that are not a target already. */
export function freshSeeds(seeds: readonly TargetSeed[], workspace: Workspace): TargetSeed[] {
  const taken = new Set(
    [...workspace.targets.values()].map((target) =>
      seedKey(target.title, workspace.companies.get(target.company)?.name ?? ''),
    ),
  );
  return seeds.filter((seed) => !taken.has(seedKey(seed.title || 'Any role', seed.company)));
}

function seedKey(title: string, company: string): string {
  return `${fold(title)}\n${fold(company)}`;
}
