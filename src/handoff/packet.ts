import type { Packet } from '#model/ask.ts';
import { advise } from './advise.ts';
import { type Draft, factsOf } from './facts.ts';
import { draftLetter } from './texts/letter-draft.ts';
import { draftNote, noteKindOf } from './texts/note.ts';
import { draftLine, draftScript } from './texts/spoken.ts';

/**
 * The packet for the friend of this way in: the private note, the letter for the manager, the line to add
 * and the words to say. Written from records only; nothing is sent by the app.
 */
export function draftPacket(draft: Draft): Packet {
  const facts = factsOf(draft);
  const kind = noteKindOf(advise(draft), facts);
  return {
    note: draftNote(kind, facts),
    letter: draftLetter(facts),
    line: draftLine(kind, facts),
    script: draftScript(kind, facts),
    tone: draft.tone,
  };
}
