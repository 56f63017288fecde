import { tieIdOf } from '#model/ids.ts';
import type { Question } from '#model/question.ts';
import type { Workspace } from '#model/workspace.ts';
import { nameIn } from '#ui/shared/words.ts';
import { ANSWER_WORDS } from './answer-words.ts';

/** What a friend answered, as far as it stands: what was rather not said has left nothing. */
export function outcomeOf(workspace: Workspace, { id, friend, about, answeredOn }: Question): string {
  const said = about.flatMap((one) => {
    const statement = workspace.ties.get(tieIdOf(friend, one))?.statements.find(({ question }) => question === id);
    return statement && statement.says !== 'unsure'
      ? [`${nameIn(workspace, one)}: ${ANSWER_WORDS[statement.says]}.`]
      : [];
  });
  const leftOut = workspace.people.get(friend)?.own.leaveOut?.on === answeredOn;
  return [...said, ...(leftOut ? ['Asked to be left out.'] : [])].join(' ') || 'Answered.';
}
