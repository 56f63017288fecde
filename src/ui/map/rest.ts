/** Milliseconds without a move after which the camera is taken to rest; longer where a frame takes its time. */
const STILL = 140;
const FRAMES = 2;
const LONGEST = 2_000;

/** Says whether the camera rests, and calls back once when it has come to rest at another view. */
export class Rest {
  readonly #onRest: () => void;
  #seen = '';
  #moved = 0;
  #settle: ReturnType<typeof setTimeout> | null = null;

  constructor(onRest: () => void) {
    this.#onRest = onRest;
  }

  /** `view`: everything that makes one view another. The first one after `begin` is taken at once. */
  at(view: readonly number[]): boolean {
    const seen = view.join(' ');
    if (seen === this.#seen) return this.#settle === null;
    const now = performance.now();
    const wait = this.#seen === '' ? 0 : Math.min(LONGEST, Math.max(STILL, FRAMES * (now - this.#moved)));
    this.stop();
    this.#seen = seen;
    this.#moved = now;
    this.#settle = setTimeout(() => {
      this.#settle = null;
      this.#onRest();
    }, wait);
    return false;
  }

  begin(): void {
    this.stop();
    this.#seen = '';
  }

  stop(): void {
    if (this.#settle !== null) clearTimeout(this.#settle);
    this.#settle = null;
  }
}

/**
 * Calls back when the container changes its size (`onSize`), or when a screen with other pixels or a zoomed page
 * changes what a pixel is (`onPixels`). The window's own events tell neither.
 */
export function watchSize(container: HTMLElement, signal: AbortSignal, onSize: () => void, onPixels: () => void): void {
  const observer = new ResizeObserver(onSize);
  observer.observe(container);
  signal.addEventListener('abort', () => observer.disconnect());
  const watch = () => {
    const ratio = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    const change = () => {
      onPixels();
      watch();
    };
    ratio.addEventListener('change', change, { once: true, signal });
  };
  watch();
}

/** Whether the drawing area is as large as its container; one pixel is the least. */
export function isOfSize(
  { width, height }: { readonly width: number; readonly height: number },
  { offsetWidth, offsetHeight }: HTMLElement,
): boolean {
  return width === Math.max(1, offsetWidth) && height === Math.max(1, offsetHeight);
}

/** Milliseconds of a move; none for who asked for no motion. */
export function duration(wanted: number): number {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : wanted;
}
