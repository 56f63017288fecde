import { draftPacket } from '#handoff/packet.ts';
import { spokenSeconds } from '#handoff/texts/spoken.ts';
import type { Ask, Packet } from '#model/ask.ts';
import { useApp, useWorkspace } from '#ui/shared/app.tsx';
import { CopyButton } from '#ui/shared/CopyButton.tsx';
import { Choice, Field } from '#ui/shared/Field.tsx';
import { today } from '#ui/shared/today.ts';
import { useDraft } from '#ui/shared/use-draft.ts';
import { firstName, nameIn } from '#ui/shared/words.ts';
import { wayOf } from './asks.ts';
import { Part } from './Part.tsx';

const TONES: readonly { value: Packet['tone']; label: string }[] = [
  { value: 'warm', label: 'Warm' },
  { value: 'plain', label: 'Plain' },
  { value: 'formal', label: 'Formal' },
];
const MOST_SECONDS = 20;

function usePacketText(ask: Ask, field: 'note' | 'line' | 'script') {
  const { commands } = useApp();
  return useDraft(ask.packet[field], (text) => commands.editPacket(ask.id, { [field]: text }));
}

function useFriend(ask: Ask): string {
  return firstName(nameIn(useWorkspace(), ask.friend));
}

/** The private note: read by the friend alone, with three fine answers. */
export function NotePart({ ask }: { ask: Ask }) {
  const { commands } = useApp();
  const workspace = useWorkspace();
  const friend = useFriend(ask);
  const { value, set, flush } = usePacketText(ask, 'note');
  const mail = `mailto:?subject=${encodeURIComponent('A favour')}&body=${encodeURIComponent(value)}`;
  const rewrite = (tone: Packet['tone']) => {
    const target = workspace.targets.get(ask.target);
    if (!target) return;
    const drafted = draftPacket({ workspace, target, way: wayOf(ask), tone, today: today() });
    commands.editPacket(ask.id, { tone, note: drafted.note });
  };
  return (
    <Part
      number={1}
      title={`Private note to ${friend}`}
      about={`For a private chat or mail, never to ${friend}'s work address. Best asked in person or by phone first.`}
      actions={
        <>
          <CopyButton text={value} label="Copy the note" />
          <a className="button" data-look="quiet" data-size="small" href={mail}>
            Open in mail
          </a>
        </>
      }
    >
      <Field label={`Note to ${friend}`}>
        {(control) => (
          <textarea
            {...control}
            className="textarea handoff-note"
            value={value}
            onChange={(event) => set(event.target.value)}
            onBlur={flush}
          />
        )}
      </Field>
      <Choice
        label="Write it again"
        hint="This replaces the note. Undo brings it back."
        value={ask.packet.tone}
        options={TONES}
        atOnce
        onChoose={rewrite}
      />
    </Part>
  );
}

/** The one sentence the friend may put above the page. */
export function LinePart({ ask }: { ask: Ask }) {
  const friend = useFriend(ask);
  const { value, set, flush } = usePacketText(ask, 'line');
  return (
    <Part
      number={3}
      title={`A line for ${friend} to add`}
      about={`One sentence when ${friend} passes it on. ${friend} may change every word.`}
      actions={<CopyButton text={value} label="Copy the line" />}
    >
      <Field label="Line to add">
        {(control) => (
          <textarea
            {...control}
            className="textarea handoff-line"
            value={value}
            onChange={(event) => set(event.target.value)}
            onBlur={flush}
          />
        )}
      </Field>
    </Part>
  );
}

/** What the friend may say, with the seconds counted at 150 words a minute. */
export function ScriptPart({ ask }: { ask: Ask }) {
  const friend = useFriend(ask);
  const { value, set, flush } = usePacketText(ask, 'script');
  const seconds = spokenSeconds(value);
  return (
    <Part
      number={4}
      title="Twenty seconds, spoken"
      about={`If ${friend} would rather say it than send it.`}
      actions={<CopyButton text={value} label="Copy the words" />}
    >
      <Field label="Words to say">
        {(control) => (
          <textarea
            {...control}
            className="textarea handoff-line"
            value={value}
            onChange={(event) => set(event.target.value)}
            onBlur={flush}
          />
        )}
      </Field>
      <p className="handoff-seconds" data-over={seconds > MOST_SECONDS || undefined} role="status">
        About {seconds} seconds{seconds > MOST_SECONDS ? '. Cut it to 20.' : '.'}
      </p>
    </Part>
  );
}
