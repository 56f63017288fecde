/** Rows up to this length are sorted by insertion, longer ones by the platform on packed keys. */
const SHORT = 24;
/** Below 2^25: leaves room for 28 bits of weight in a double's 53. */
const ID_SPAN = 2 ** 25;

/** Tools for putting rows in order; made once per network, reused for every row. */
export interface RowTools {
  /** Where in the arrays a person was last met; only believed after a look at that place. */
  readonly met: Int32Array;
  keys: Float64Array;
}

export function createRowTools(people: number): RowTools {
  return { met: new Int32Array(people), keys: new Float64Array(256) };
}

/**
 * Puts the row from `start` to `end` of `ties` (weight, person, weight, person, …) in order: cheapest first,
 * equal costs by number, with one tie a pair, the better one. Returns its new end.
 */
export function settleRow(
  tools: RowTools,
  ties: Int32Array,
  start: number,
  end: number,
  isBetter: (weight: number, than: number) => boolean,
): number {
  const { met } = tools;
  let last = start;
  for (let at = start; at < end; at += 2) {
    const weight = ties[at] as number;
    const person = ties[at + 1] as number;
    // `met` is never cleared: an old entry points outside this row's kept part, or at somebody else.
    const before = met[person] as number;
    if (before >= start && before < last && ties[before + 1] === person) {
      if (isBetter(weight, ties[before] as number)) ties[before] = weight;
      continue;
    }
    met[person] = last;
    ties[last] = weight;
    ties[last + 1] = person;
    last += 2;
  }
  sortRow(tools, ties, start, last);
  return last;
}

/** Sorts the ties from `start` to `end`: cheapest first, equal costs by number. */
export function sortRow(tools: Pick<RowTools, 'keys'>, ties: Int32Array, start: number, end: number): void {
  if (end - start > SHORT * 2) sortLongRow(tools, ties, start, end);
  else sortShortRow(ties, start, end);
}

function sortShortRow(ties: Int32Array, start: number, end: number): void {
  for (let i = start + 2; i < end; i += 2) {
    const weight = ties[i] as number;
    const person = ties[i + 1] as number;
    let at = i;
    for (; at > start; at -= 2) {
      const other = ties[at - 2] as number;
      if (other < weight || (other === weight && (ties[at - 1] as number) < person)) break;
      ties[at] = other;
      ties[at + 1] = ties[at - 1] as number;
    }
    ties[at] = weight;
    ties[at + 1] = person;
  }
}

function sortLongRow(tools: Pick<RowTools, 'keys'>, ties: Int32Array, start: number, end: number): void {
  const size = (end - start) / 2;
  if (tools.keys.length < size) tools.keys = new Float64Array(size * 2);
  const keys = tools.keys.subarray(0, size);
  for (let i = 0; i < size; i++) {
    keys[i] = (ties[start + i * 2] as number) * ID_SPAN + (ties[start + i * 2 + 1] as number);
  }
  keys.sort();
  for (let i = 0; i < size; i++) {
    const key = keys[i] as number;
    const weight = Math.floor(key / ID_SPAN);
    ties[start + i * 2] = weight;
    ties[start + i * 2 + 1] = key - weight * ID_SPAN;
  }
}
