const SIGNED = new Intl.NumberFormat('en-GB', {
  signDisplay: 'always',
  maximumFractionDigits: 2,
  minimumFractionDigits: 2,
});

/** What a fact adds to the log-odds of an answer, in words and figure: "raises the chance a lot (+1.15)". */
export function contribution(weight: number): string {
  const size = Math.abs(weight);
  const figure = `(${SIGNED.format(weight)})`;
  if (size < 0.05) return `hardly moves the chance ${figure}`;
  const how = size < 0.4 ? ' a little' : size < 1 ? '' : ' a lot';
  return `${weight > 0 ? 'raises' : 'lowers'} the chance${how} ${figure}`;
}

/** Where the sum of the facts starts, so that start and facts together make the chance p. In log-odds. */
export function startOf(p: number, weights: readonly number[]): number {
  return weights.reduce((rest, weight) => rest - weight, Math.log(p / (1 - p)));
}

export function signed(weight: number): string {
  return SIGNED.format(weight);
}
