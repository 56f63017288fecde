import type { TravellingQuestion } from '#friendcheck/types.ts';
import type { PersonId } from '#model/ids.ts';
import { profileOf } from '#model/person.ts';
import type { Question } from '#model/question.ts';
import type { Workspace } from '#model/workspace.ts';
import { companyIn, firstName, nameIn } from '#ui/shared/words.ts';

/** All that travels of a question: names with company, my chosen name, my line, its id and date. */
export function travelling(
  workspace: Workspace,
  {
    id,
    friend,
    about,
    on,
    from,
    line,
  }: Omit<Question, 'about' | 'answeredOn' | 'remark'> & { readonly about: readonly PersonId[] },
): TravellingQuestion {
  return {
    id,
    from,
    to: firstName(nameIn(workspace, friend)),
    on,
    line,
    names: about.map((one) => {
      const person = workspace.people.get(one);
      return { name: nameIn(workspace, one), company: person ? companyIn(workspace, profileOf(person).company) : '' };
    }),
  };
}
