import { BlobReader, ZipReader } from '@zip.js/zip.js';
import { isZip, ZIP } from './archive.ts';
import { fileSource } from './file-source.ts';
import { LISTS } from './lists.ts';
import { mappedReader } from './mapped.ts';
import { READERS } from './readers.ts';
import type { ReadContext } from './source.ts';
import type { FileKind } from './types.ts';
import { foldedBase } from './wanted.ts';

/** What a dropped file is, before it is read: whether it can be a friend's list is asked of those that can. */
export interface Look {
  readonly kind: FileKind;
  /** It lists people, so that it may be a friend's. */
  readonly isList: boolean;
  /** It has somebody's own connections: two of these are two people's. */
  readonly isConnections: boolean;
}

/** Looks at the first bytes of each file, and at the directory of a zip. Nothing is read, bad input is `unknown`. */
export async function lookAt(files: readonly File[], mappings: ReadContext['mappings']): Promise<Look[]> {
  const looks: Look[] = [];
  for (const file of files) looks.push(await lookAtOne(file, mappings));
  return looks;
}

async function lookAtOne(file: File, mappings: ReadContext['mappings']): Promise<Look> {
  const { source, start } = await fileSource(file);
  if (source && isZip(start)) {
    const names = await namesIn(file);
    const isConnections = names.some((name) => /\.zip$/i.test(name) || foldedBase(name) === 'connections');
    return { kind: 'archive', isList: true, isConnections };
  }
  const reader = source && (READERS.find((each) => each.claims(source)) ?? mappedReader(source, mappings));
  const kind = reader?.kind ?? 'unknown';
  const isConnections = kind === 'linkedin-connections' || kind === 'shared-list';
  // A table nobody knows yet may turn out to be a list.
  return { kind, isList: LISTS.has(kind) || kind === 'unknown', isConnections };
}

async function namesIn(zip: Blob): Promise<string[]> {
  try {
    const entries = await new ZipReader(new BlobReader(zip), ZIP).getEntries();
    return entries.map(({ filename }) => filename);
  } catch {
    return [];
  }
}
