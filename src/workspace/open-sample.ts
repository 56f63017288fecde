import { apply } from '#model/change.ts';
import { fail, ok, type Result } from '#model/result.ts';
import { emptyWorkspace, type Workspace } from '#model/workspace.ts';
import { readDocument } from '#storage/backup.ts';
import type { Validate } from '#storage/load.ts';

/**
 * The founding case of data/sample as a workspace of its own. It is loaded when asked for, and enters by
 * the same door as a backup.
 */
export async function loadSample(id: string, name: string, validate: Validate): Promise<Result<Workspace, string>> {
  const json: unknown = await import('#data/sample/workspace.json').then(
    (file) => file.default,
    () => null,
  );
  if (json === null) return fail('The sample could not be loaded. Reload the page and try again.');
  const sample = await readDocument(json, validate);
  if (!sample.ok) return sample;
  const { workspace } = apply(emptyWorkspace(id, name, true), { what: '', put: sample.value.entries, remove: [] });
  return ok({ ...workspace, revision: 0 });
}
