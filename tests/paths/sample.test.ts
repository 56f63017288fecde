import { expect, test } from 'vitest';
import sample from '#data/sample/workspace.json' with { type: 'json' };
import { apply } from '#model/change.ts';
import { profileOf } from '#model/person.ts';
import { emptyWorkspace, entrySchema } from '#model/workspace.ts';
import { PLAIN } from '#paths/answers/target-ways.ts';
import type { WayShown } from '#paths/types.ts';
import { createWays } from '#paths/ways.ts';
import { readDocument } from '#storage/backup.ts';

const TODAY = '2026-11-23';

/** Rankings and their words on the sample, to be read by eye: order and sentences, no scores. */
test('the sample is answered as it was read and approved', async () => {
  const read = await readDocument(sample, (records) =>
    Promise.resolve({ entries: records.map((record) => entrySchema.parse(record)), refused: 0 }),
  );
  if (!read.ok) throw new Error(read.error);
  const { workspace } = apply(emptyWorkspace('sample', '', true), { what: '', put: read.value.entries, remove: [] });
  const ways = createWays(workspace, TODAY);
  const name = (id: string) => {
    const person = workspace.people.get(id as never);
    return person ? profileOf(person).name : id;
  };
  const chain = (way: WayShown) => [
    `  me > ${way.people.map(name).join(' > ')}`,
    ...way.steps.map(
      (step, i) =>
        `    ${i === way.weaker ? '*' : ' '} ${step.standing} ${step.band ?? step.kind}: ${way.evidence[i]?.[0]?.text ?? ''}`,
    ),
    `      better: ${way.better || 'nothing'}; fallback: ${way.fallback?.split('>').map(name).join(' > ') ?? 'none'}; without the weaker step: ${way.otherwise?.map(name).join(' > ') ?? 'none'}`,
  ];
  const lines: string[] = [];
  for (const target of workspace.targets.values()) {
    const found = ways.ways(target.id, PLAIN);
    if (!found) continue;
    lines.push(`${target.title}, ${workspace.companies.get(target.company)?.name}: ${target.stage}`);
    for (const section of ['confirmed', 'listed', 'leads'] as const) {
      if (found[section].length > 0) lines.push(` ${section}`, ...found[section].flatMap(chain));
    }
    lines.push(
      ` inside: ${found.inside.map(({ person, band }) => `${name(person)} (${band})`).join(', ') || 'nobody'}`,
    );
    const { doNotContact, employer, hr, noAsks, closed } = found.leftOut;
    lines.push(
      ` left out: ${[...doNotContact, ...employer, ...hr, ...noAsks, ...closed].map(name).join(', ') || 'nobody'}`,
    );
    lines.push(` missing: ${found.missing.join(', ') || 'nothing'}`, '');
  }
  const { doors, warm } = ways.portfolio();
  lines.push(
    'Who opens the most doors',
    ...doors
      .slice(0, 6)
      .map(({ friend, opens }) => ` ${name(friend)}: ${opens.map(({ standing }) => standing).join(', ')}`),
  );
  lines.push(
    '',
    'Where the network is warm',
    ...warm
      .slice(0, 6)
      .map(
        ({ company, people, withMessages }) =>
          ` ${workspace.companies.get(company)?.name}: ${people} people, ${withMessages} with messages`,
      ),
  );
  lines.push(
    '',
    'Questions',
    ...ways.questions(8).map(({ friend, about, why }) => ` Does ${name(friend)} know ${name(about)}? ${why}`),
  );
  lines.push('', 'Label first', ...ways.toLabel(6).map(({ person, why }) => ` ${name(person)}: ${why}`));
  lines.push('', 'Dormant', ...ways.dormant().map(({ person, quiet }) => ` ${name(person)}: ${quiet} days`));
  lines.push('', 'News', ...ways.news().map(({ text }) => ` ${text}`));
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(`${process.cwd()}/data/expected/sample-ways.txt`);
});
