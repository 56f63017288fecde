import './words-to-send.css';
import { type ReactNode, useState } from 'react';
import type { Text } from '#handoff/texts/text-type.ts';
import { CopyButton } from './CopyButton.tsx';
import { Field } from './Field.tsx';

/** A text to copy or to open in the mail program, editable before that. The app sends nothing. */
export function WordsToSend({
  title,
  text,
  primary = false,
  children,
}: {
  title: string;
  text: Text;
  primary?: boolean;
  children?: ReactNode;
}) {
  const [body, setBody] = useState(text.body);
  const mail = `mailto:?subject=${encodeURIComponent(text.subject)}&body=${encodeURIComponent(body)}`;
  return (
    <div className="words-to-send">
      <Field label={title}>
        {(control) => (
          <textarea
            {...control}
            className="textarea"
            rows={Math.min(14, body.split('\n').length + 3)}
            value={body}
            onChange={(event) => setBody(event.target.value)}
          />
        )}
      </Field>
      <div className="row">
        <CopyButton text={body} label="Copy the words" size="normal" look={primary ? 'primary' : 'plain'} />
        <a className="button" data-look="quiet" data-size="small" href={mail}>
          Open in mail
        </a>
        {children}
      </div>
    </div>
  );
}
