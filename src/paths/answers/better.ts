import { tieIdOf } from '#model/ids.ts';
import type { Person } from '#model/person.ts';
import { lastAsked } from '#model/question.ts';
import type { ToldStep } from '#paths/explain.ts';
import type { Step, WayIn } from '#paths/types.ts';
import { inOrder, isStale, SAID } from '#ties/between.ts';
import { atBest } from '#ties/mine.ts';
import { callName, longDay } from '#ties/phrases.ts';
import type { MyTie } from '#ties/types.ts';
import { type Shower, strengthOf } from './show.ts';

/** The steps of a way, and what asking about each may bring. */
export function toldSteps(shower: Shower, way: WayIn): ToldStep[] {
  return way.steps.map((step) => {
    const p = step.from === 'me' ? mineAtBest(shower, step) : isOpen(shower, step) ? SAID.well : null;
    return { ...strengthOf(step), atBest: p === null ? null : { p, standing: 0 } };
  });
}

function mineAtBest({ facts }: Shower, { to }: Step): number | null {
  const friend = facts.workspace.people.get(to);
  return friend ? atBest(friend, facts.mine(friend), facts.context) : null;
}

/** Whether a step between two others may yet turn out better: nobody said "well", nor anything when asked. */
function isOpen({ facts, today }: Shower, { from, to, kind }: Step): boolean {
  if (from === 'me' || kind === 'well') return false;
  return lastAsked(facts.workspace.questions.values(), from, to, today) !== 'answered';
}

/** What would make this way better: one thing to find out, about the step that would raise it most; '' when nothing would. */
export function betterOf(shower: Shower, way: WayIn, raise: number | null): string {
  const { facts, today } = shower;
  const old = way.standing === 'confirmed' ? staleOf(shower, way) : '';
  if (old !== '') return old;
  const [first] = way.steps;
  const friend = first && facts.workspace.people.get(first.to);
  if (friend && way.people.length === 1) return betterDirect(friend, facts.mine(friend));
  const step = raise === null ? undefined : way.steps[raise];
  const to = step && facts.workspace.people.get(step.to);
  if (!step || !to) return '';
  if (step.from === 'me') return betterMine(to, facts.mine(to));
  const from = facts.workspace.people.get(step.from);
  if (!from) return '';
  const [a, b] = [callName(from), callName(to)];
  const asked = lastAsked(facts.workspace.questions.values(), from.id, to.id, today);
  if (asked === 'waiting') return `You asked ${a} about ${b}. The answer is not here yet.`;
  if (step.kind === 'met') return `Ask ${a} how they met ${b}, and whether they would talk to ${b}.`;
  return step.standing === 'inferred' ? `Ask ${a} whether they know ${b}.` : `Ask ${a} how well they know ${b}.`;
}

/** A confirmed step that nobody has said again for a year. */
function staleOf({ facts, today }: Shower, way: WayIn): string {
  for (const { from, to } of way.steps) {
    if (from === 'me') continue;
    const [near, far] = [facts.workspace.people.get(from), facts.workspace.people.get(to)];
    const tie = facts.workspace.ties.get(tieIdOf(from, to));
    if (!near || !far || !tie || !isStale(tie, today)) continue;
    const on = inOrder(tie.statements)[0]?.on ?? '';
    const asked = lastAsked(facts.workspace.questions.values(), from, to, today);
    return asked === 'waiting'
      ? `You asked ${callName(near)} about ${callName(far)} again. The answer is not here yet.`
      : `That ${callName(near)} knows ${callName(far)} was last said on ${longDay(on)}. Ask ${callName(near)} whether it still holds.`;
  }
  return '';
}

/** Of the manager I know myself. */
function betterDirect(manager: Person, tie: MyTie): string {
  return tie.standing === 'listed'
    ? `You and ${callName(manager)} have never spoken, as far as your files say. A friend is better.`
    : '';
}

function betterMine(friend: Person, tie: MyTie): string {
  const name = callName(friend);
  return tie.label === null
    ? `Say how close you are to ${name} (1 to 5).`
    : `Get back in touch with ${name} before you ask for anything.`;
}
