/** Deep equality of records: plain values, lists, typed arrays. */
export function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (isList(a) && isList(b)) return a.length === b.length && a.every((item, index) => same(item, b[index]));
  if (!isRecord(a) || !isRecord(b)) return false;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => same(a[key], b[key]));
}

type List = readonly unknown[] | Uint8Array | Uint32Array;

function isList(value: unknown): value is { readonly length: number; every: unknown[]['every'] } & List {
  return Array.isArray(value) || value instanceof Uint8Array || value instanceof Uint32Array;
}

/** A plain record: neither a list nor bytes. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value);
}

/** Where two records differ, as a path: down to where more than one field does. */
export function fieldsChanged(before: unknown, after: unknown): string[] {
  if (!isRecord(before) || !isRecord(after)) return [];
  const fields = Object.keys({ ...before, ...after }).filter((field) => !same(before[field], after[field]));
  const [only] = fields;
  return only !== undefined && fields.length === 1 ? [only, ...fieldsChanged(before[only], after[only])] : fields;
}
