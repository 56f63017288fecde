import { useEffect, useState } from 'react';
import { Button } from './Button.tsx';

/** Copies plain text and says so for two seconds; where the clipboard is refused it says what to do instead. */
export function CopyButton({
  text,
  label,
  about,
  size = 'small',
  look = 'plain',
}: {
  text: string;
  label: string;
  /** Told to the screen reader after the label, where several buttons have the same one. */
  about?: string;
  size?: 'small' | 'normal';
  look?: 'plain' | 'primary';
}) {
  const [state, setState] = useState<'idle' | 'copied' | 'refused'>('idle');
  useEffect(() => {
    if (state !== 'copied') return;
    const timer = setTimeout(() => setState('idle'), 2000);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setState('copied'),
      () => setState('refused'),
    );
  return (
    <>
      <Button size={size} look={look} onClick={() => void copy()}>
        {state === 'copied' ? 'Copied' : label}
        {about ? <span className="unseen">, {about}</span> : null}
      </Button>
      <span role="status" className={state === 'refused' ? 'faint' : 'unseen'}>
        {state === 'copied' ? 'Copied' : null}
        {state === 'refused' ? 'The browser refused. Select the text and press Ctrl C.' : null}
      </span>
    </>
  );
}
