import type { DiagramLine, DiagramNode, End } from '#graph/path-merge.ts';
import { profileOf } from '#model/person.ts';
import type { Workspace } from '#model/workspace.ts';
import type { Step, WayIn, WayShown } from '#paths/types.ts';
import { BAND_WORDS, nameIn, TIE_WORDS } from '#ui/shared/words.ts';

/** The few words that fit on a line. */
export function lineWords(step: Step): string {
  if (step.from !== 'me') return step.kind === null || step.standing === 'inferred' ? 'may know' : SHORT[step.kind];
  if (step.standing === 'listed') return 'connected';
  const band = step.band ?? 'none';
  return step.percent === null ? BAND_WORDS[band] : `${BAND_WORDS[band]} ${step.percent} %`;
}

const SHORT = { ...TIE_WORDS, list: 'listed', think: 'you think so' };

/** The best way in that a person is on: the one that is lit when they are on it, else the first of the list. */
export function wayThrough<W extends WayIn>(ways: readonly W[], lit: W | null, end: End): W | null {
  if (end === 'me') return lit;
  if (lit?.people.includes(end)) return lit;
  return ways.find((way) => way.people.includes(end)) ?? null;
}

/** Evidence of the step a line stands for, from a way in that uses it. */
export function evidenceOf(ways: readonly WayShown[], line: Pick<DiagramLine, 'ways' | 'step'>) {
  const way = ways.find((other) => line.ways.includes(other.id));
  const at = way?.steps.findIndex((step) => step.from === line.step.from && step.to === line.step.to) ?? -1;
  return way?.evidence[at] ?? [];
}

/** What stands on a person's box: the name, and the job or what the person is here. */
export function nodeWords(workspace: Workspace) {
  return {
    name: ({ id }: DiagramNode): string => (id === 'me' ? 'You' : nameIn(workspace, id)),
    under: ({ id, role }: DiagramNode): string => {
      if (role === 'hr') return 'HR: not a route';
      const person = id === 'me' ? undefined : workspace.people.get(id);
      return (person && profileOf(person).position) || (role === 'manager' ? 'Hiring manager' : '');
    },
  };
}
