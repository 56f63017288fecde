/** Computed once for each revision: an engine stands for one, and is let go of with it. */
interface Remembered<E, T> {
  (engine: E): T;
  /** Computes; false when that was done before. */
  prepare(engine: E): boolean;
}

export function remembered<E extends object, T>(compute: (engine: E) => T): Remembered<E, T> {
  const known = new WeakMap<E, { readonly value: T }>();
  const of = (engine: E): T => {
    const before = known.get(engine) ?? { value: compute(engine) };
    known.set(engine, before);
    return before.value;
  };
  const prepare = (engine: E): boolean => {
    if (known.has(engine)) return false;
    of(engine);
    return true;
  };
  return Object.assign(of, { prepare });
}
