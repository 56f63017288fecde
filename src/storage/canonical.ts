import { changesOf, type Entry, entriesOf, entrySchema, SCHEMA_VERSION, type Workspace } from '#model/workspace.ts';

/**
 * A whole workspace as one JSON text: what a backup holds inside its seal, and what data/sample is.
 *
 *     { "format": "handcarry", "schema": 1, "id": "sample", "name": "…", "sample": true, "revision": 0,
 *       "entries": [ { "id": "me:me", … }, { "id": "person:…", "events": [{ …, "theirs": { "u32": [1, 2] } }] } ] }
 *
 * Uint32Array is `{"u32": [numbers]}`, Uint8Array `{"b64": "…"}`. Fields with a default may be left out
 * of a file written by hand; reading fills them in.
 */
export interface CanonicalDocument {
  readonly format: 'handcarry';
  readonly schema: number;
  readonly id: string;
  readonly name: string;
  readonly sample: boolean;
  readonly revision: number;
  readonly entries: readonly unknown[];
}

export function canonicalDocument(workspace: Workspace): CanonicalDocument {
  const { id, name, sample } = workspace;
  const revision = changesOf(workspace);
  const entries = entriesOf(workspace).sort((a, b) => (a.id < b.id ? -1 : 1));
  return { format: 'handcarry', schema: SCHEMA_VERSION, id, name, sample, revision, entries: entries.map(encode) };
}

/** The same workspace gives the same bytes: keys and entries in code unit order, no white space. */
export function canonicalJson(workspace: Workspace): string {
  return JSON.stringify(canonicalDocument(workspace));
}

/** Back to a record; throws ZodError when it is none. */
export function decodeEntry(encoded: unknown): Entry {
  return entrySchema.parse(decode(encoded));
}

/** A record (or a part of one) as plain JSON values with sorted keys. */
function encode(value: unknown): unknown {
  if (value instanceof Uint32Array) return { u32: [...value] };
  if (value instanceof Uint8Array) return { b64: base64(value) };
  if (Array.isArray(value)) return value.map(encode);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  fields.sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(fields.map(([key, field]) => [key, encode(field)]));
}

/** A value as JSON text, keys in the order they stand: for the store, where nothing has to be the same byte for byte. */
export function packed(value: unknown): string {
  return JSON.stringify(value, (_, field: unknown) => {
    if (field instanceof Uint32Array) return { u32: [...field] };
    if (field instanceof Uint8Array) return { b64: base64(field) };
    return field;
  });
}

/**
 * The inverse of `encode`, on values that come from `JSON.parse`. Nothing is checked here: schemas do. What holds
 * no bytes and no moments is handed on as it is.
 */
export function decode(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const items = value.map(decode);
    return items.some((item, at) => item !== value[at]) ? items : value;
  }
  const fields = Object.entries(value);
  const [only] = fields;
  if (only && fields.length === 1) {
    const [key, inner] = only;
    if (key === 'u32' && Array.isArray(inner)) return Uint32Array.from(inner);
    if (key === 'b64' && typeof inner === 'string') return bytesOf(inner);
  }
  const decoded = fields.map(([key, field]) => [key, decode(field)] as const);
  return decoded.some(([, field], at) => field !== fields[at]?.[1]) ? Object.fromEntries(decoded) : value;
}

const STEP = 32_768;

function base64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += STEP) binary += String.fromCharCode(...bytes.subarray(at, at + STEP));
  return btoa(binary);
}

/** Text that is not base64 stays text, for the schema to refuse. */
function bytesOf(text: string): unknown {
  try {
    return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  } catch {
    return text;
  }
}
