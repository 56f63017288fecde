import type { Evidence } from '#ties/types.ts';
import { contribution, orderMove } from './contribution.ts';
import { dayWords } from './words.ts';

/** Under a sentence: the file or word it comes from, its date, and what it adds to the chance. */
export function EvidenceSource({ evidence: { source, on, weight, ordersOnly } }: { evidence: Evidence }) {
  const parts = [
    [source, on ? dayWords(on) : ''].filter(Boolean).join(', '),
    weight === null ? '' : ordersOnly ? orderMove(weight) : contribution(weight),
  ];
  const text = parts.filter(Boolean).join(' · ');
  return text === '' ? null : <span className="evidence-source">{text}</span>;
}
