import { placeholdersIn } from '#handoff/placeholder.ts';
import type { Ask } from '#model/ask.ts';
import { letterWords } from './letter-parts.ts';

/** How many places of the packet only the person can write, before it goes to anybody. */
export function Unwritten({ ask }: { ask: Ask }) {
  const { note, line, script, letter } = ask.packet;
  const open = placeholdersIn([note, line, script, ...letterWords(letter)].join('\n')).length;
  if (open === 0) return null;
  return (
    <p className="life-open">
      {open === 1 ? 'One place' : `${open} places`} in [square brackets] below {open === 1 ? 'is' : 'are'} still yours
      to write.
    </p>
  );
}
