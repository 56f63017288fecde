/** What only the person can write stands in square brackets, and is found again by the hints. */
const PLACEHOLDER = /\[[^[\]\n]{3,}\]/g;

export const YOUR_NAME = '[Your name]';

export function placeholdersIn(text: string): string[] {
  return text.match(PLACEHOLDER) ?? [];
}
