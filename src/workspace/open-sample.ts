import { apply } from '#model/change.ts';
import { emptyWorkspace, type Workspace } from '#model/workspace.ts';
import { readDocument } from '#storage/backup.ts';
import type { Validate } from '#storage/load.ts';

/**
 * The founding case of data/sample as a workspace of its own. It is loaded when asked for, and enters by
 * the same door as a backup.
 */
export async function loadSample(id: string, name: string, validate: Validate): Promise<Workspace> {
  const { default: json } = await import('#data/sample/workspace.json');
  const sample = await readDocument(json, validate);
  if (!sample.ok) throw new Error(sample.error);
  const { workspace } = apply(emptyWorkspace(id, name, true), { what: '', put: sample.value.entries, remove: [] });
  return { ...workspace, revision: 0 };
}
