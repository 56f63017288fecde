/**
 * Costs are integers, `round(2^20 * -ln p)`, so that sums are exact and do not depend on the direction in
 * which a path is added up (PATHS.md, "The question"). Lower is warmer.
 */
const SCALE = 2 ** 20;

/** The weakest strength there is; anything smaller counts as this. */
export const LEAST_STRENGTH = 1e-9;

/** The cost of a strength in (0, 1]; at most 21,730,000 (p = 1e-9). */
export function costOf(p: number): number {
  return Math.round(-Math.log(Math.max(p, LEAST_STRENGTH)) * SCALE);
}

/** The strength behind a cost, for ordering and bands only. */
export function strengthOf(cost: number): number {
  return Math.exp(-cost / SCALE);
}

/** What each person between me and the target costs: 0.52 (WARMTH.md §5). */
export const INTERMEDIARY = costOf(0.52);

/** A floor is a cost without its low 16 bits, in one byte: it counts sixteenths of a factor e. */
export const FLOOR_BITS = 16;
/** The floor of what does not exist; above all others. */
export const NO_FLOOR = 255;

/** A lower bound in one byte: `floorOf(cost) << FLOOR_BITS <= cost`. */
export function floorOf(cost: number): number {
  return cost >= NEVER ? NO_FLOOR : Math.min(cost >> FLOOR_BITS, NO_FLOOR - 1);
}

/** Above every cost of a way in, and still safe to add to one in 32 bits. */
export const NEVER = 0x3fffffff;
