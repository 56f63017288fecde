import { type Drawn, draw } from '#graph/draw.ts';
import type { Drawing, MapView } from '#graph/drawing.ts';
import type { Kept } from '#graph/kept.ts';
import type { SceneInput } from '#graph/scene.ts';

/** Runs a layout to its end. */
export function ended(steps: Generator<number, Drawn>): Drawn {
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

export function drawn(input: SceneInput, view: MapView, kept: Kept | null = null): Drawing {
  return ended(draw(input, view, kept)).drawing;
}
