import type { PersonId } from '#model/ids.ts';
import type { Problem } from '#model/problem.ts';
import type { Day } from '#model/time.ts';
import type { CompanyIndex } from './company-index.ts';
import type { Group } from './groups.ts';
import type { Suspicion } from './match.ts';
import type { Slot } from './slot.ts';

/** Everything read, laid to people and imports, before anybody decided on the doubtful ones. */
export interface Placed {
  readonly owner: 'me' | PersonId;
  readonly today: Day;
  readonly groups: readonly Group[];
  readonly companies: CompanyIndex;
  /** People of the workspace and new ones; those without facts are not touched. */
  readonly slots: readonly Slot[];
  readonly suspicions: readonly Suspicion[];
  /** Files whose clock stood off from that of another, and was set by it. */
  readonly clocks: readonly Problem[];
  /** Per file: invitations, endorsements and the like that name nobody for certain, and are not kept. */
  readonly unplaced: ReadonlyMap<string, number>;
}
