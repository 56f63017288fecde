import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { advise } from '#handoff/advise.ts';
import { TODAY, worldOf } from './cases.ts';
import { GOLDEN } from './golden-cases.ts';
import { lines } from './plan-page.ts';

test('plans read as a coach would give them', async () => {
  const pages = GOLDEN.map(({ title, world, way }, at) => {
    const plan = advise({ ...worldOf(world), way, today: TODAY });
    return [`${at + 1}. ${title}`, '', ...lines(plan)].join('\n');
  });
  await expect(`${pages.join('\n\n\n')}\n`).toMatchFileSnapshot(resolve('data/expected/plans.txt'));
});
