import { useMemo } from 'react';
import type { TextKind } from '#handoff/texts/text-kinds.ts';
import type { Text } from '#handoff/texts/text-type.ts';
import { writeText } from '#handoff/texts/texts.ts';
import { useWorkspace } from '#ui/shared/app.tsx';
import { today } from '#ui/shared/today.ts';
import { WordsToSend } from '#ui/shared/WordsToSend.tsx';
import { firstName, nameIn } from '#ui/shared/words.ts';
import type { TargetView } from './use-target.ts';

/** The few words this move needs, written from what is known. You send them, or not. */
export function MoveText({ view, kind }: { view: TargetView; kind: TextKind }) {
  const workspace = useWorkspace();
  const { target, selected } = view;
  const text = useMemo(
    () => writeText(kind, { workspace, target, way: selected, tone: 'warm', today: today() }),
    [kind, workspace, target, selected],
  );
  return <WordsToSend key={`${kind} ${selected?.id}`} title={titleOf(text, view, workspace)} text={text} primary />;
}

function titleOf(text: Text, { target, plan }: TargetView, workspace: ReturnType<typeof useWorkspace>): string {
  switch (text.to) {
    case 'friend':
      return plan?.friend ? `Words for ${firstName(nameIn(workspace, plan.friend))}` : 'Words for your friend';
    case 'manager':
      return target.manager ? `Words for ${firstName(nameIn(workspace, target.manager))}` : 'Words for the manager';
    case 'hr':
      return 'Words for HR';
    case 'recruiter':
      return target.employer === 'contractor' ? 'Words for the firm' : 'Words for the recruiter';
    case 'anybody':
      return 'Words for any friend';
  }
}
