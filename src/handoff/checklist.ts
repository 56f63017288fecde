import type { Ask } from '#model/ask.ts';
import type { Target } from '#model/target.ts';
import type { Workspace } from '#model/workspace.ts';
import { personNamed } from './names.ts';

export interface CheckItem {
  /** Kept in `Ask.checklist` when ticked. */
  readonly id: string;
  readonly text: string;
  /** The rule that asks for it. */
  readonly rule: string;
}

/** What to look at before the packet leaves: only what this target still leaves open. */
export function checklistFor(workspace: Workspace, target: Target, friend: Ask['friend']): CheckItem[] {
  const name = personNamed(workspace, friend).first || 'your friend';
  const manager = personNamed(workspace, target.manager).first || 'the hiring manager';
  const items: (CheckItem | false)[] = [
    target.applicationOnRecord !== 'yes' &&
      target.applicationRequired !== 'no' && {
        id: 'on-record',
        text: 'A formal application is on record, if one is required',
        rule: 'apply-on-record',
      },
    { id: 'in-person', text: `${name} is asked in person or by call first`, rule: 'ask-in-person' },
    target.stage === 'hr-no' && {
      id: 'told-first',
      text: `${name} knows that HR said no, when and why`,
      rule: 'friend-knows',
    },
    { id: 'private', text: 'The note goes by private chat or mail, not to a work address', rule: 'two-pieces' },
    target.posted === 'yes' && {
      id: 'still-open',
      text: `${name} asks first whether the role is still open`,
      rule: 'posted-not-open',
    },
    { id: 'consent', text: `${manager} said that a page is welcome, or ${name} is a close peer`, rule: 'consent' },
    {
      id: 'referral-first',
      text: `If a referral bonus is possible, ${name} registers you first`,
      rule: 'refer-before-apply',
    },
    { id: 'own-words', text: 'You have read letter and note aloud, and changed what is not you', rule: 'letter' },
  ];
  return items.filter((item) => item !== false);
}
