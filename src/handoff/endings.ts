import type { Target } from '#model/target.ts';
import type { Workspace } from '#model/workspace.ts';
import { clean, companyNamed } from './names.ts';

/** The calm screen at the end of a target. */
export interface Ending {
  readonly title: string;
  readonly text: string;
}

/** Words for a target that is closed, and for the next one on the list; null while it is open. */
export function endingOf(workspace: Workspace, target: Target, next: Target | null): Ending | null {
  if (target.closed === null) return null;
  const then = next
    ? `Next: ${called(workspace, next)}.`
    : 'There is nothing else on your list right now. A day off counts.';
  switch (target.closed.how) {
    case 'walked-away':
      return { title: 'A good decision.', text: `${reasonWords(target)} ${then}` };
    case 'friend-said-no-use':
      return {
        title: 'Good to know.',
        text: `Somebody who knows the place thinks that it would not help. That saved you a page and a favour. ${then}`,
      };
    case 'done':
      return { title: 'Done.', text: `You made one fair try. What comes of it is not yours to control. ${then}` };
  }
}

function reasonWords({ worth, stage }: Target): string {
  if (worth.stillWant === 'no') return 'You would not have wanted it with these people.';
  if (worth.open === 'no') return 'The role is not open any more, and your favour is still yours.';
  if (stage === 'hr-no' && worth.specific === 'no')
    return 'Without something new to say, the page would have said the same again.';
  if (worth.warmerElsewhere === 'yes') return 'A warmer one is waiting.';
  return 'You keep the favour and the energy for one that is worth them.';
}

function called(workspace: Workspace, target: Target): string {
  const company = companyNamed(workspace, target.company);
  const title = clean(target.title, 90);
  if (title && company) return `${title} at ${company}`;
  return title || company || 'the next one on your list';
}
