import { companyKey } from '#intake/company-key.ts';
import { fold } from '#intake/text.ts';
import type { ReadOut, TargetSeed } from '#intake/types.ts';
import type { Workspace } from '#model/workspace.ts';

const FROM: Record<TargetSeed['from'], number> = { application: 0, 'saved-job': 1, 'dream-company': 2 };

/** Roles that could become targets, newest first, each once, without those that are targets already. */
export function newSeeds(read: readonly ReadOut[], workspace: Workspace): TargetSeed[] {
  const seen = new Set<string>();
  for (const { title, company } of workspace.targets.values())
    seen.add(seedKey(title, workspace.companies.get(company)?.name ?? ''));
  return read
    .flatMap(({ seeds }) => seeds)
    .sort((a, b) => FROM[a.from] - FROM[b.from] || ((a.on ?? '') < (b.on ?? '') ? 1 : -1))
    .filter(({ title, company }) => {
      const key = seedKey(title, company);
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    });
}

function seedKey(title: string, company: string): string {
  return `${fold(title)}|${companyKey(company)}`;
}
