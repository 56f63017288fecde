/** Every colour the canvas uses, read from the tokens: opaque, so that nothing is blended twice. */
export interface Palette {
  readonly ground: string;
  readonly text: string;
  readonly soft: string;
  readonly accent: string;
  readonly dim: string;
  readonly grey: string;
  readonly hues: readonly string[];
  /** By standing: confirmed, listed, inferred. */
  readonly lines: readonly string[];
}

/* Tol's muted scheme, darkened or lightened to 3:1 on each ground. */
const ON_LIGHT = ['#332288', '#117733', '#a8472f', '#2f7fa8', '#8a7a1f', '#882255', '#44776e', '#9a4a94'];
const ON_DARK = ['#8f9bea', '#57b877', '#e08a74', '#88ccee', '#ddcc77', '#d9779d', '#6fc4b5', '#cf8fca'];

/** The palette of the theme in force. */
export function paletteNow(): Palette {
  const styles = getComputedStyle(document.documentElement);
  const token = (name: string) => styles.getPropertyValue(name).trim();
  const dark = isDark(token('--ground'));
  return {
    ground: token('--ground'),
    text: token('--text'),
    soft: token('--text-soft'),
    accent: token('--accent'),
    dim: dark ? '#2a2826' : '#e9e6e0',
    grey: dark ? '#78726a' : '#9a938a',
    hues: dark ? ON_DARK : ON_LIGHT,
    lines: dark ? ['#5d5850', '#312e2b', '#3d3a36'] : ['#b9b2a8', '#e6e2db', '#d6d1c8'],
  };
}

function isDark(colour: string): boolean {
  const [red, green, blue] = rgbOf(colour);
  return red + green + blue < 384;
}

/** `#rrggbb` as three numbers, 0 to 255. */
export function rgbOf(colour: string): readonly [number, number, number] {
  const value = Number.parseInt(colour.replace('#', ''), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}
