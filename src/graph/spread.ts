export interface Circle {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

const ROUNDS = 80;

/**
 * The same circles with `gap` between any two: those that overlap push each other apart, the larger one less, until
 * none do; what is left over after that goes round the outside. Whoever has room stays exactly where they are.
 */
export function apart(circles: readonly Circle[], gap: number): Circle[] {
  const found = circles.map(({ x, y, radius }) => ({ x, y, radius }));
  for (let round = 0; round < ROUNDS; round++) if (!push(found, gap)) return found;
  const loose = new Set<number>();
  eachClose(found, gap, (a, b) => loose.add((found[a]?.radius ?? 0) < (found[b]?.radius ?? 0) ? a : b));
  let reach = 0;
  found.forEach(({ x, y, radius }, at) => {
    if (!loose.has(at)) reach = Math.max(reach, Math.hypot(x, y) + radius);
  });
  for (const at of loose) {
    const circle = found[at];
    if (!circle) continue;
    const turn = Math.atan2(circle.y, circle.x);
    circle.x = Math.cos(turn) * (reach + gap + circle.radius);
    circle.y = Math.sin(turn) * (reach + gap + circle.radius);
    reach += 2 * circle.radius + gap;
  }
  return found;
}

type Moving = { x: number; y: number; readonly radius: number };

function push(circles: readonly Moving[], gap: number): boolean {
  let moved = false;
  eachClose(circles, gap, (i, j) => {
    const [a, b] = [circles[i], circles[j]];
    if (!a || !b) return;
    const [dx, dy] = [b.x - a.x, b.y - a.y];
    const distance = Math.hypot(dx, dy);
    const lack = a.radius + b.radius + gap - distance + 1e-3;
    // Two in one place part along a direction that follows from their numbers.
    const [ux, uy] = distance > 1e-6 ? [dx / distance, dy / distance] : [Math.cos(i + j), Math.sin(i + j)];
    const share = b.radius ** 2 / (a.radius ** 2 + b.radius ** 2);
    a.x -= ux * lack * share;
    a.y -= uy * lack * share;
    b.x += ux * lack * (1 - share);
    b.y += uy * lack * (1 - share);
    moved = true;
  });
  return moved;
}

/** Calls back for every two circles nearer than `gap`: a sweep from left to right. */
function eachClose(circles: readonly Circle[], gap: number, use: (a: number, b: number) => void): void {
  const widest = circles.reduce((most, { radius }) => Math.max(most, radius), 0);
  const order = [...circles.keys()].sort((a, b) => (circles[a]?.x ?? 0) - (circles[b]?.x ?? 0));
  const left = order.map((at) => circles[at]?.x ?? 0);
  for (let i = 0; i < order.length; i++) {
    const a = order[i] ?? 0;
    const one = circles[a];
    if (!one) continue;
    for (let j = i + 1; j < order.length && (left[j] ?? 0) - (left[i] ?? 0) < one.radius + widest + gap; j++) {
      const b = order[j] ?? 0;
      const other = circles[b];
      if (!other || Math.abs(other.y - one.y) > one.radius + other.radius + gap) continue;
      if (Math.hypot(other.x - one.x, other.y - one.y) < one.radius + other.radius + gap - 1e-3) use(a, b);
    }
  }
}
