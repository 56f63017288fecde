const HUES = 8;

/** The same colour for the same workspace, on every screen and in every tab; always beside its name. */
export function hueOf(id: string): number {
  let sum = 0;
  for (const char of id) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) % 9973;
  return sum % HUES;
}
