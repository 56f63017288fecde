/** Text as it is compared while somebody types: no case, no accents, single spaces. */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** Whether every word typed begins a word of the text; both folded. */
export function matches(text: string, typed: string): boolean {
  if (typed === '') return true;
  const padded = ` ${text.replace(/[^\p{L}\p{N}]+/gu, ' ')}`;
  return typed.split(' ').every((word) => padded.includes(` ${word}`) || (word.length > 2 && text.includes(word)));
}
