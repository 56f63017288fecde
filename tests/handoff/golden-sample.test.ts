import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { advise } from '#handoff/advise.ts';
import { personNamed } from '#handoff/names.ts';
import { draftPacket } from '#handoff/packet.ts';
import { rankTargets } from '#handoff/rank-targets.ts';
import { apply } from '#model/change.ts';
import { emptyWorkspace, type Workspace } from '#model/workspace.ts';
import type { WayIn } from '#paths/types.ts';
import { createWays } from '#paths/ways.ts';
import { type CanonicalDocument, decodeEntry } from '#storage/canonical.ts';
import { TODAY } from './cases.ts';
import { lines } from './plan-page.ts';

const file: CanonicalDocument = JSON.parse(readFileSync('data/sample/workspace.json', 'utf8'));
const put = file.entries.map(decodeEntry);
const { workspace } = apply(emptyWorkspace(file.id, file.name, true), { what: 'the sample', put, remove: [] });

test('the five targets of the sample, ranked, each with its own move', async () => {
  const bests = createWays(workspace, TODAY).portfolio().targets;
  const ranked = rankTargets({ workspace, bests, today: TODAY });
  const pages = ranked.flatMap(({ target: id, worth, words }, at) => {
    const target = workspace.targets.get(id);
    if (!target) return [];
    const way = bests.find((best) => best.target === id)?.best ?? null;
    const plan = advise({ workspace, target, way, today: TODAY });
    const { note } = draftPacket({ workspace, target, way, tone: 'warm', today: TODAY });
    const packet =
      plan.next === 'hand-over' || plan.next === 'introduce'
        ? ['', '   The private note:', '', note.replace(/^(?=.)/gm, '   | ')]
        : [];
    return [
      [
        `${at + 1}. ${target.title} (${worth} points: ${words})`,
        `   Best way in: ${chain(workspace, way)}`,
        '',
        ...lines(plan),
        ...packet,
      ].join('\n'),
    ];
  });
  expect(pages).toHaveLength(5);
  await expect(`${pages.join('\n\n\n')}\n`).toMatchFileSnapshot(resolve('data/expected/plans-sample.txt'));
});

function chain(of: Workspace, way: WayIn | null): string {
  if (way === null) return 'none';
  return `you, ${way.people.map((id) => personNamed(of, id).full).join(', ')} (${way.standing})`;
}
