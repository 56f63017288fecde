import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { apply, type Change } from '#model/change.ts';
import type { PersonId, TargetId } from '#model/ids.ts';
import type { Workspace } from '#model/workspace.ts';
import { PLAIN } from '#paths/answers/target-ways.ts';
import { createWays } from '#paths/ways.ts';
import { myTie } from '#ties/mine.ts';
import { auc, byBand, RULES, readArchive, replayArchive } from './ties-archive.ts';
import { generated, LARGE } from './ties-workspace.ts';

/**
 * npm run bench ties [-- folder or files in SNAP's message format]
 * Without files only the speed on a generated workspace is printed. Nothing here fails on time.
 */
const given = process.argv.slice(2).filter((argument) => existsSync(argument));
for (const path of given) {
  const files = statSync(path).isDirectory() ? readdirSync(path).map((name) => join(path, name)) : [path];
  for (const file of files.filter((name) => /\.(txt|csv|tsv)$/.test(name))) archive(file);
}
speed(generated(LARGE));

function archive(file: string): void {
  const { messages, refused } = readArchive(readFileSync(file, 'utf8'));
  const replay = replayArchive(messages);
  const yes = replay.answered.reduce((sum, one) => sum + one, 0);
  say(
    `\n${file}: ${messages.length} messages (${refused} lines refused), ${replay.answered.length} asks, ${yes} answered`,
  );
  for (const rule of RULES) {
    const said = replay.said.get(rule);
    if (said) say(`  AUC ${rule.padEnd(18)} ${auc(said, replay.answered).toFixed(3)}`);
  }
  for (const { band, asks, said, was } of byBand(replay)) {
    if (asks > 0) say(`  ${band.padEnd(9)} said ${percent(said)}, was ${percent(was)}  (${asks} asks)`);
  }
}

function speed(workspace: Workspace): void {
  const contacts = [...workspace.people.values()].filter((person) => person.events.length > 0);
  const rows = contacts.reduce(
    (sum, { events }) => sum + events.reduce((n, e) => n + e.theirs.length + e.mine.length, 0),
    0,
  );
  const context = { imports: workspace.imports, shift: 0 };
  // As many rows as text, the way messages come in: what one pass over them costs at least.
  const lines = contacts.flatMap(({ id, events }) =>
    events.flatMap((e) => [...e.theirs, ...e.mine].map((at) => `${id},${at}`)),
  );
  const pass = best(() => lines.reduce((sum, line) => sum + Number(line.slice(line.indexOf(',') + 1)), 0));
  const facts = best(() => {
    for (const person of contacts) myTie(person, context);
  });
  say(`\n${workspace.people.size} people, ${rows} messages with ${contacts.length}`);
  say(`  one pass over the rows        ${ms(pass)}`);
  say(`  facts and chances of all      ${ms(facts)}  ${(facts / pass).toFixed(1)} passes`);
  const ways = createWays(workspace, '2026-11-23');
  const targets = [...workspace.targets.keys()];
  const [first] = targets;
  if (!first) return;
  say(`  first target page after load  ${ms(timed(() => ways.ways(first, PLAIN)))}`);
  const pages = Array.from({ length: 10 }, () =>
    targets.map((id: TargetId) => timed(() => ways.ways(id, PLAIN))),
  ).flat();
  pages.sort((a, b) => a - b);
  say(
    `  a target page, median / p95   ${ms(pages[pages.length >> 1] ?? 0)} / ${ms(pages[Math.floor(pages.length * 0.95)] ?? 0)}`,
  );
  say(`  all targets, doors, warm      ${ms(timed(() => ways.portfolio()))}`);
  const labels = contacts.slice(0, 20).map(({ id }) => labelled(workspace, id));
  const relabel = labels.map((change) => {
    const next = apply(workspace, change).workspace;
    return timed(() => {
      ways.update(next, change);
      ways.ways(first, PLAIN);
    });
  });
  relabel.sort((a, b) => a - b);
  say(`  one label and the page again  ${ms(relabel[relabel.length >> 1] ?? 0)}`);
}

function labelled(workspace: Workspace, id: PersonId): Change {
  const person = workspace.people.get(id);
  return { what: '', put: person ? [{ ...person, own: { ...person.own, closeness: 4 } }] : [], remove: [] };
}

function timed(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

function best(work: () => unknown): number {
  return Math.min(...Array.from({ length: 5 }, () => timed(work)));
}

function ms(value: number): string {
  return `${value.toFixed(1)} ms`;
}

function percent(value: number): string {
  return `${(value * 100).toFixed(0)} %`;
}

function say(line: string): void {
  console.log(line);
}
