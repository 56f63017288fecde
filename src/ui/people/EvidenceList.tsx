import type { Evidence } from '#ties/types.ts';
import { EvidenceSource } from '#ui/shared/EvidenceSource.tsx';

/** Sentences with date, source and how much each moves the chance. */
export function EvidenceList({ evidence }: { evidence: readonly Evidence[] }) {
  if (evidence.length === 0) return null;
  return (
    <ul className="person-evidence">
      {evidence.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: sentences are told apart by their place
        <li key={at}>
          <p>{one.text}</p>
          <EvidenceSource evidence={one} />
        </li>
      ))}
    </ul>
  );
}
