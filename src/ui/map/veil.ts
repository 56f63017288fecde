import { drawLines, drawNames, drawPath, type Frame, type Overlay } from './overlay.ts';
import type { Projection } from './projection.ts';

/** What a veil draws; without a context, which it has of its own. */
export interface VeilFrame extends Omit<Frame, 'context'> {
  readonly light: Overlay;
  /** The node under the pointer, -1 for none. */
  readonly over: number;
  readonly isLit: (node: number) => boolean;
  /** Nodes by importance. */
  readonly ranked: Uint32Array;
  /** Whether lines are drawn here, and whether they stand back. */
  readonly lines: 'none' | 'plain' | 'dim';
}

/**
 * Names, lit steps and fine lines over and under the nodes. A camera that only moves sideways takes the finished
 * layers along; they are drawn again when it rests, zooms, or something on them changes.
 */
export class Veil {
  readonly #under: CanvasRenderingContext2D;
  readonly #over: CanvasRenderingContext2D;
  #drawn: { readonly project: Projection; readonly width: number; readonly height: number } | null = null;

  constructor(under: CanvasRenderingContext2D, over: CanvasRenderingContext2D) {
    this.#under = under;
    this.#over = over;
  }

  /** What is on it no longer holds. */
  stale(): void {
    this.#drawn = null;
  }

  draw(frame: VeilFrame): void {
    const shift = this.#drawn && shiftOf(this.#drawn, frame);
    for (const { canvas } of [this.#under, this.#over])
      canvas.style.transform = shift ? `translate(${shift[0]}px, ${shift[1]}px)` : '';
    if (shift) return;
    this.#drawn = frame;
    this.#under.canvas.style.display = frame.lines === 'none' ? 'none' : '';
    this.#under.clearRect(0, 0, frame.width, frame.height);
    this.#over.clearRect(0, 0, frame.width, frame.height);
    if (frame.lines !== 'none') drawLines({ ...frame, context: this.#under }, frame.lines === 'dim');
    const above: Frame = { ...frame, context: this.#over };
    drawPath(above, frame.light);
    drawNames(above, { selected: frame.light.selected, over: frame.over }, frame.isLit, frame.ranked);
  }
}

type Seen = Pick<Frame, 'project' | 'width' | 'height'>;

/** How far the picture moved since; null when it did more than that. */
function shiftOf(drawn: Seen, now: Seen): readonly [number, number] | null {
  const turned = [0, 1, 3, 4].some((at) => Math.abs((drawn.project[at] ?? 0) - (now.project[at] ?? 0)) > 1e-6);
  if (turned || drawn.width !== now.width || drawn.height !== now.height) return null;
  return [now.project[2] - drawn.project[2], now.project[5] - drawn.project[5]];
}
