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
 * Puts the row from `start` to `end` in order (cheapest first, equal costs by number) with one tie a pair,
 * the better one, and returns its new end. `isBetter` compares two weights.
 */
export function settleRow(
  tools: RowTools,
  targets: Int32Array,
  weights: Int32Array,
  start: number,
  end: number,
  isBetter: (weight: number, than: number) => boolean,
): number {
  const { met } = tools;
  let last = start;
  for (let at = start; at < end; at++) {
    const person = targets[at] as number;
    const weight = weights[at] as number;
    // `met` is never cleared: an old entry points outside this row's kept part, or at somebody else.
    const before = met[person] as number;
    if (before >= start && before < last && targets[before] === person) {
      if (isBetter(weight, weights[before] as number)) weights[before] = weight;
      continue;
    }
    met[person] = last;
    targets[last] = person;
    weights[last++] = weight;
  }
  sortRow(tools, targets, weights, start, last);
  return last;
}

/** Sorts the ties from `start` to `end`: cheapest first, equal costs by number. */
export function sortRow(
  tools: Pick<RowTools, 'keys'>,
  targets: Int32Array,
  weights: Int32Array,
  start: number,
  end: number,
): void {
  if (end - start > SHORT) sortLongRow(tools, targets, weights, start, end);
  else sortShortRow(targets, weights, start, end);
}

function sortShortRow(targets: Int32Array, weights: Int32Array, start: number, end: number): void {
  for (let i = start + 1; i < end; i++) {
    const person = targets[i] as number;
    const weight = weights[i] as number;
    let at = i;
    for (; at > start; at--) {
      const other = weights[at - 1] as number;
      if (other < weight || (other === weight && (targets[at - 1] as number) < person)) break;
      weights[at] = other;
      targets[at] = targets[at - 1] as number;
    }
    weights[at] = weight;
    targets[at] = person;
  }
}

function sortLongRow(
  tools: Pick<RowTools, 'keys'>,
  targets: Int32Array,
  weights: Int32Array,
  start: number,
  end: number,
): void {
  const size = end - start;
  if (tools.keys.length < size) tools.keys = new Float64Array(size * 2);
  const keys = tools.keys.subarray(0, size);
  for (let i = 0; i < size; i++) {
    keys[i] = (weights[start + i] as number) * ID_SPAN + (targets[start + i] as number);
  }
  keys.sort();
  for (let i = 0; i < size; i++) {
    const weight = Math.floor((keys[i] as number) / ID_SPAN);
    weights[start + i] = weight;
    targets[start + i] = (keys[i] as number) - weight * ID_SPAN;
  }
}
