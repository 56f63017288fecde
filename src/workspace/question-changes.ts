import type { TravellingAnswer } from '#friendcheck/types.ts';
import type { Change } from '#model/change.ts';
import { newId, type PersonId, type QuestionId, tieIdOf } from '#model/ids.ts';
import { type Person, profileOf } from '#model/person.ts';
import type { Question } from '#model/question.ts';
import type { Statement, Tie } from '#model/tie.ts';
import type { Day } from '#model/time.ts';
import type { Entry, Workspace } from '#model/workspace.ts';
import { nameOf, nothing } from './change-words.ts';
import { addPerson } from './person-changes.ts';

/** A question put to a friend, kept so that the answer finds it. */
export function askFriend(
  workspace: Workspace,
  friend: PersonId,
  about: readonly PersonId[],
  on: Day,
): { id: QuestionId; change: Change } {
  const question: Question = { id: newId('question'), friend, about: [...about], on, answeredOn: null, remark: '' };
  return { id: question.id, change: { what: `Question to ${nameOf(workspace, friend)}`, put: [question], remove: [] } };
}

/**
 * A friend's answer as confirmed ties: "the friend said so", dated. An answer replaces this friend's earlier
 * one about the same person; "rather not say" leaves nothing behind. Names the friend added become people.
 */
export function takeAnswer(workspace: Workspace, id: QuestionId, answer: TravellingAnswer): Change {
  const question = workspace.questions.get(id);
  const friend = question && workspace.people.get(question.friend);
  if (!question || !friend) return nothing;
  const put: Entry[] = [{ ...question, answeredOn: answer.on, remark: answer.remark }];
  const remove: Tie['id'][] = [];
  const say = (about: PersonId, said: Said) => {
    const tie = tieAfter(workspace, friend.id, about, said, answer.on, id);
    if (tie) put.push(tie);
    else if (workspace.ties.has(tieIdOf(friend.id, about))) remove.push(tieIdOf(friend.id, about));
  };
  question.about.forEach((about, place) => {
    const said = answer.answers[place] ?? null;
    if (said !== null && workspace.people.has(about)) say(about, said);
  });
  for (const more of answer.more) {
    const known = personNamed(workspace, more.name, more.company);
    const added = known ? null : addPerson(workspace, { name: more.name }, more.company, answer.on);
    if (added) put.push(...added.change.put);
    say(known?.id ?? added?.id ?? friend.id, more.answer);
  }
  if (answer.leaveMeOut) put.push(leftOut(friend, answer));
  return { what: `Answer of ${nameOf(workspace, friend.id)}`, put, remove };
}

type Said = TravellingAnswer['answers'][number] & string;

/** The tie with this friend's words replaced; null when nothing is left to say. */
function tieAfter(
  workspace: Workspace,
  friend: PersonId,
  about: PersonId,
  said: Said,
  on: Day,
  question: QuestionId,
): Tie | null {
  const id = tieIdOf(friend, about);
  const [a, b] = friend < about ? [friend, about] : [about, friend];
  const others = (workspace.ties.get(id)?.statements ?? []).filter((one) => one.how !== 'answer' || one.by !== friend);
  const words: Statement[] =
    said === 'rather-not' ? [] : [{ on, how: 'answer', says: said, by: friend, question, remark: '' }];
  const statements = [...others, ...words];
  return statements.length > 0 && friend !== about ? { id, a, b, statements } : null;
}

function leftOut(friend: Person, answer: TravellingAnswer): Person {
  const reason = answer.remark || 'Asked to be left out of this search.';
  return { ...friend, own: { ...friend.own, leaveOut: { on: answer.on, reason } } };
}

function personNamed(workspace: Workspace, name: string, company: string): Person | undefined {
  const wanted = folded(name);
  const found = [...workspace.people.values()].filter((person) => folded(profileOf(person).name) === wanted);
  const there = found.filter((person) => {
    const at = profileOf(person).company;
    return at !== null && folded(workspace.companies.get(at)?.name ?? '') === folded(company);
  });
  return there.length === 1 ? there[0] : company === '' && found.length === 1 ? found[0] : undefined;
}

function folded(text: string): string {
  return text.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
}
