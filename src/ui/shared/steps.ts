import type { Workspace } from '#model/workspace.ts';
import type { Step, WayIn } from '#paths/types.ts';
import { BAND_WORDS, nameIn, STANDING_WORDS, TIE_WORDS } from './words.ts';

/** What is printed on one step: the band and percent of my own, the kind of tie of the others. */
export function stepWords(step: Step): string {
  if (step.from !== 'me') return step.kind ? TIE_WORDS[step.kind] : STANDING_WORDS[step.standing];
  if (step.standing === 'listed') return `connected, ${BAND_WORDS[step.band ?? 'none']}`;
  if (step.standing === 'inferred') return STANDING_WORDS.inferred;
  const band = step.band ?? 'none';
  return step.percent === null ? BAND_WORDS[band] : `${BAND_WORDS[band]}, ${step.percent} % answer`;
}

export function endName(workspace: Workspace, end: Step['from']): string {
  return end === 'me' ? 'You' : nameIn(workspace, end);
}

/** A way in as one sentence, for the screen reader. */
export function waySentence(workspace: Workspace, way: WayIn): string {
  const steps = way.steps.map(
    (step) => `${endName(workspace, step.from)} to ${endName(workspace, step.to)}: ${stepWords(step)}`,
  );
  const weak = way.steps[way.weaker];
  const weaker =
    weak && way.steps.length > 1
      ? ` The weaker step is ${endName(workspace, weak.from)} to ${endName(workspace, weak.to)}.`
      : '';
  return `${steps.join('. ')}.${weaker}`;
}
