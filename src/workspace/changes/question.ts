import type { TravellingAnswer } from '#friendcheck/types.ts';
import { apply, type Change } from '#model/change.ts';
import { newId, type PersonId, type QuestionId, tieIdOf } from '#model/ids.ts';
import { type Person, profileOf } from '#model/person.ts';
import type { Question } from '#model/question.ts';
import type { Statement, Tie } from '#model/tie.ts';
import type { Day } from '#model/time.ts';
import type { Entry, Workspace } from '#model/workspace.ts';
import { addPerson } from './person.ts';
import { nameOf, nothing } from './words.ts';

/** The same question to one friend or to several; each one's answer is awaited by itself. */
export interface NewQuestion {
  readonly friends: readonly PersonId[];
  readonly about: readonly PersonId[];
  readonly from: string;
  readonly line: string;
}

/** Questions kept so that the answers find them, as one change; nobody is asked about themselves. */
export function askFriends(
  workspace: Workspace,
  { friends, about, from, line }: NewQuestion,
  on: Day,
): { ids: QuestionId[]; change: Change } {
  const put = friends.map((friend): Question => {
    const others = about.filter((id) => id !== friend);
    return { id: newId('question'), friend, about: others, on, from, line, answeredOn: null, remark: '' };
  });
  const names = friends.map((friend) => nameOf(workspace, friend)).join(', ');
  return { ids: put.map(({ id }) => id), change: { what: `Question to ${names}`, put, remove: [] } };
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
  // Each name is looked up among those before it as well: two of one new company are at one company.
  let grown = workspace;
  for (const more of answer.more.filter(({ name }) => name.trim() !== '')) {
    const known = personNamed(grown, more.name, more.company);
    const added = known ? null : addPerson(grown, { name: more.name }, more.company, answer.on);
    if (added) {
      put.push(...added.change.put);
      grown = apply(grown, added.change).workspace;
    }
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
