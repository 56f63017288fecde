import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { type ImportPlan, planImport } from '#intake/plan.ts';
import { readFiles } from '#intake/read.ts';
import type { Accepted, Decisions, ReadResult } from '#intake/types.ts';
import { apply } from '#model/change.ts';
import type { PersonId } from '#model/ids.ts';
import { type Person, profileOf } from '#model/person.ts';
import { emptyWorkspace, type Workspace } from '#model/workspace.ts';

export const TODAY = '2026-11-23';

/** A file of data/files as the browser hands it over. */
export function dataFile(name: string, as = basename(name)): File {
  return new File([readFileSync(`data/files/${name}`)], as);
}

export function textFile(name: string, text: string): File {
  return new File([text], name);
}

export function read(files: readonly File[], more: Partial<Parameters<typeof readFiles>[1]> = {}): Promise<ReadResult> {
  return readFiles(files, { mappings: [], today: TODAY, ...more });
}

/** Milliseconds of work of this process: what else the machine does meanwhile does not count. */
export function worked(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

export interface Taken {
  readonly plan: ImportPlan;
  readonly accepted: Accepted;
  readonly workspace: Workspace;
}

/** Files all the way into a workspace. */
export async function take(
  files: readonly (File | string)[],
  into: Workspace = emptyWorkspace('test', 'Test'),
  { owner = 'me' as 'me' | PersonId, same = [] as Decisions['same'], takeOwn = false } = {},
): Promise<Taken> {
  const result = await read(
    files.map((file) => (typeof file === 'string' ? dataFile(file) : file)),
    { me: owner === 'me' ? into.me : undefined },
  );
  const plan = planImport(result, into, { owner, today: TODAY, token: 1 });
  const accepted = plan.accept({ token: 1, same, takeOwn });
  return { plan, accepted, workspace: apply(into, accepted.change).workspace };
}

export function personNamed(workspace: Workspace, name: string): Person {
  const found = [...workspace.people.values()].filter((person) => profileOf(person).name === name);
  const [person] = found;
  if (found.length !== 1 || !person) throw new Error(`${found.length} people are called ${name}`);
  return person;
}

export function companyOf(workspace: Workspace, name: string): string {
  const { company } = profileOf(personNamed(workspace, name));
  return (company && workspace.companies.get(company)?.name) ?? '';
}
