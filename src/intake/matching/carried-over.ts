import type { Candidate, Decisions } from '#intake/types.ts';
import type { Placed } from './placed.ts';
import type { Slot } from './slot.ts';

/**
 * Answers to the questions of one matching as answers to those of another of the same files. A question that is
 * not asked again, or no longer has the person who was chosen, goes without an answer: it stays open.
 */
export function carriedOver(same: Decisions['same'], from: Placed, to: Placed): Decisions['same'] {
  const asked = new Map(to.suspicions.map((suspicion, index) => [rowKey(suspicion), { suspicion, index }] as const));
  const carried: [index: number, option: number | null][] = [];
  for (const [index, option] of same) {
    const before = from.suspicions[index];
    const now = before && asked.get(rowKey(before));
    if (!now) continue;
    const chosen = option === null ? null : before.options[option];
    const at = chosen ? now.suspicion.options.findIndex((slot) => slotKey(slot) === slotKey(chosen)) : -1;
    if (chosen === null || at >= 0) carried.push([now.index, chosen === null ? null : at]);
  }
  return carried;
}

function rowKey({ file, candidate }: { readonly file: string; readonly candidate: Candidate }): string {
  const { row, name, profile, emails } = candidate;
  return JSON.stringify([file, row, name, profile, emails]);
}

/** Somebody stored, or the row that brings them: the ids of new people differ from matching to matching. */
function slotKey({ known, facts }: Slot): string {
  const [first] = facts;
  return known?.id ?? (first ? rowKey({ file: first.batch.file, candidate: first.candidate }) : '');
}
