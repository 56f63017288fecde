import type { Ask } from '#model/ask.ts';
import type { Target } from '#model/target.ts';
import type { Workspace } from '#model/workspace.ts';
import { personNamed } from './names.ts';

/** What stands at the end of a hand-off: what was yours to do, and what never was. */
export interface Control {
  readonly inYours: readonly { readonly text: string; readonly done: boolean }[];
  readonly notInYours: readonly string[];
}

export function controlOf(workspace: Workspace, target: Target, ask: Ask): Control {
  const friend = personNamed(workspace, ask.friend).first || 'your friend';
  const manager = personNamed(workspace, target.manager).first || 'the hiring manager';
  const reached = (state: Ask['state']) => ask.history.some((entry) => entry.state === state);
  const asked = ['asked', 'agreed', 'declined', 'handed-over', 'heard-back'].some((state) =>
    reached(state as Ask['state']),
  );
  const { letter } = ask.packet;
  return {
    inYours: [
      { text: 'One page with one specific case', done: letter.need !== '' && letter.did !== '' },
      { text: `Asking ${friend}, with an easy way to say no`, done: asked },
      { text: `Telling ${friend} first where it stands`, done: asked },
      { text: `No word to ${manager} or HR behind anybody's back`, done: true },
      { text: 'One nudge at most', done: true },
      { text: `Thanking ${friend}`, done: ask.thankedOn !== null },
      { text: 'Stopping here', done: ask.state === 'done' || target.closed !== null },
    ],
    notInYours: [
      'Whether the role is still open',
      `What ${manager} needs this week`,
      'Who else is on the list',
      'What HR knows and cannot say',
      'When an answer comes, and whether one does',
    ],
  };
}
