/** Text as it is compared while somebody types: no case, no accents, single spaces. */
export function fold(text: string): string {
  // Most names are ASCII: nothing to take apart, and 30,000 of them are folded before the list of people is drawn.
  if (/^[ -~]*$/.test(text)) {
    const lower = text.toLowerCase().trim();
    return lower.includes('  ') ? lower.replace(/ {2,}/g, ' ') : lower;
  }
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** Whether every word typed is in the text, one or two letters only at the beginning of a word; both folded. */
export function matches(text: string, typed: string): boolean {
  if (typed === '') return true;
  return typed
    .split(' ')
    .every((word) => (word.length > 2 ? text.includes(word) : text.startsWith(word) || text.includes(` ${word}`)));
}
