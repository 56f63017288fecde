import type { Change } from '#model/change.ts';
import type { KeptFile } from '#model/file.ts';
import { newId, type TargetId } from '#model/ids.ts';
import { fail, ok, type Result } from '#model/result.ts';
import type { Day } from '#model/time.ts';
import type { Workspace } from '#model/workspace.ts';
import { unusedWithout } from './target.ts';
import { nothing, targetName } from './words.ts';

const MAX_BYTES = 10 * 1024 * 1024;
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Why a file of this size is not kept; '' when it may be. Asked before a byte is read. */
export function tooLarge({ name, size }: { readonly name: string; readonly size: number }): string {
  return size > MAX_BYTES ? `${name} is larger than 10 MB. Save a smaller PDF and try again.` : '';
}

/** The CV of a target; what a file is follows from its first bytes, not from its name. */
export function keepCv(
  workspace: Workspace,
  id: TargetId,
  file: { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> },
  today: Day,
): Result<Change, string> {
  const target = workspace.targets.get(id);
  if (!target) return fail('This target is no longer here.');
  const large = tooLarge({ name: file.name, size: file.bytes.length });
  if (large) return fail(large);
  const type = typeOf(file.bytes);
  if (!type) return fail(`${file.name} is neither a PDF nor a Word file (.docx). Save your CV as one of these.`);
  const kept: KeptFile = { id: newId('file'), name: file.name, type, bytes: file.bytes, added: today };
  const what = `CV for ${targetName(workspace, target)}`;
  return ok({ what, put: [kept, { ...target, cv: kept.id }], remove: unusedWithout(workspace, target) });
}

export function dropCv(workspace: Workspace, id: TargetId): Change {
  const target = workspace.targets.get(id);
  if (!target?.cv) return nothing;
  const what = `Removal of the CV for ${targetName(workspace, target)}`;
  return { what, put: [{ ...target, cv: null }], remove: unusedWithout(workspace, target) };
}

function typeOf(bytes: Uint8Array): KeptFile['type'] | null {
  const start = String.fromCharCode(...bytes.subarray(0, 1024));
  if (start.includes('%PDF-')) return 'application/pdf';
  return start.startsWith('PK\u0003\u0004') && holdsDocument(bytes) ? DOCX : null;
}

/** A Word file is a zip that names parts of a document; a spreadsheet or another archive does not. */
function holdsDocument(bytes: Uint8Array): boolean {
  const names = new TextDecoder('latin1').decode(bytes);
  return names.includes('[Content_Types].xml') && names.includes('word/document');
}
