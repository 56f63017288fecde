import type { Ask } from '#model/ask.ts';
import { kindOf } from '#model/ids.ts';
import type { Question } from '#model/question.ts';
import type { Target } from '#model/target.ts';
import type { Tie } from '#model/tie.ts';
import type { Entry } from '#model/workspace.ts';

/**
 * A record as it may enter where some of what it names was deleted meanwhile: a target without that
 * manager, no tie to nobody. null when nothing is left of it; the record itself when all is there.
 */
export function withoutMissing(record: Entry, there: (id: Entry['id']) => boolean): Entry | null {
  switch (kindOf(record.id)) {
    case 'tie': {
      const { a, b } = record as Tie;
      return there(a) && there(b) ? record : null;
    }
    case 'target':
      return targetWithout(record as Target, there);
    case 'ask': {
      const { target, friend, way } = record as Ask;
      return [target, friend, ...way].every(there) ? record : null;
    }
    case 'question': {
      const question = record as Question;
      if (!there(question.friend)) return null;
      return question.about.every(there) ? record : { ...question, about: question.about.filter(there) };
    }
    default:
      return record;
  }
}

function targetWithout(target: Target, there: (id: Entry['id']) => boolean): Target {
  const named = [
    ...target.hr,
    ...target.checks.map(({ friend }) => friend),
    ...(target.manager ? [target.manager] : []),
  ];
  if (named.every(there)) return target;
  return {
    ...target,
    manager: target.manager && there(target.manager) ? target.manager : null,
    hr: target.hr.filter(there),
    checks: target.checks.filter(({ friend }) => there(friend)),
  };
}
