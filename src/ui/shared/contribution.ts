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

/** What the user's own word adds: nothing to the figure, which comes from messages alone. */
export function orderMove(weight: number): string {
  if (weight === 0) return 'moves neither the chance nor the order';
  return `moves the order of ways, not the chance (${SIGNED.format(weight)})`;
}

export function signed(weight: number): string {
  return SIGNED.format(weight);
}
