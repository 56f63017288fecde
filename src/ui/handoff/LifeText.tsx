import { useMemo } from 'react';
import { nextStates } from '#handoff/lifecycle.ts';
import { personNamed } from '#handoff/names.ts';
import type { TextKind } from '#handoff/texts/text-kinds.ts';
import { writeText } from '#handoff/texts/texts.ts';
import type { Ask } from '#model/ask.ts';
import type { Target } from '#model/target.ts';
import { useApp, useWorkspace } from '#ui/shared/app.tsx';
import { Button } from '#ui/shared/Button.tsx';
import { today } from '#ui/shared/today.ts';
import { WordsToSend } from '#ui/shared/WordsToSend.tsx';
import { wayOf } from './asks.ts';

interface Props {
  readonly ask: Ask;
  readonly target: Target;
  readonly nudge: boolean;
  readonly thanks: boolean;
  /** Without a fold, where it is the one thing to do. */
  readonly plain?: boolean;
}

/** The one-line update, the nudge or the thank-you that the present state suggests. */
export function LifeText({ ask, target, nudge, thanks, plain = false }: Props) {
  const { commands } = useApp();
  const workspace = useWorkspace();
  const name = personNamed(workspace, ask.friend).first || 'your friend';
  const kind: TextKind | null = nudge ? 'nudge' : thanks ? 'thank-you' : textAfter(ask, workspace);
  const text = useMemo(
    () =>
      kind ? writeText(kind, { workspace, target, way: wayOf(ask), tone: ask.packet.tone, today: today() }) : null,
    [kind, workspace, target, ask],
  );
  if (!kind || !text) return null;
  const titles: Partial<Record<TextKind, string>> = {
    nudge: `One nudge to ${name}`,
    'thank-you': `Thank ${name}`,
    update: `Tell ${name} the same day`,
  };
  const primary = ask.state === 'declined';
  const title = titles[kind] ?? `Words for ${name}`;
  const words = (
    <WordsToSend key={`${kind} ${ask.state}`} title={plain ? title : `To ${name}`} text={text}>
      {nudge ? <Button onClick={() => commands.nudgeAsk(ask.id, today())}>I nudged {name}</Button> : null}
      {thanks ? (
        <Button look={primary ? 'primary' : 'plain'} onClick={() => commands.thankAsk(ask.id, today())}>
          I thanked {name}
        </Button>
      ) : null}
    </WordsToSend>
  );
  if (plain) return words;
  return (
    <details className="life-text" open={nudge || thanks || ask.state === 'heard-back'}>
      <summary>{title}</summary>
      {words}
    </details>
  );
}

/** The text to offer after the last change of state. */
function textAfter(ask: Ask, workspace: Parameters<typeof personNamed>[0]): TextKind | null {
  const before = ask.history.at(-2)?.state;
  if (!before) return null;
  const states = nextStates({ ...ask, state: before }, personNamed(workspace, ask.friend));
  return states.find(({ state }) => state === ask.state)?.text ?? null;
}
