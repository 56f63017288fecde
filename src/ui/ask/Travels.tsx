import { useEffect, useState } from 'react';
import { addressProblem } from '#friendcheck/address.ts';
import { NAMES_IN_TEXT, questionText } from '#friendcheck/question-text.ts';
import { linkTo, packQuestion } from '#friendcheck/travel.ts';
import type { TravellingQuestion } from '#friendcheck/types.ts';
import type { Question } from '#model/question.ts';
import { useWorkspace } from '#ui/shared/app.tsx';
import { Button } from '#ui/shared/Button.tsx';
import { CopyButton } from '#ui/shared/CopyButton.tsx';
import { TextField } from '#ui/shared/Field.tsx';
import { href } from '#ui/shared/route.ts';
import { saveFile } from '#ui/shared/save-file.ts';
import { QrCode } from './QrCode.tsx';
import { travelling } from './travelling.ts';

/** Literally what travels, and the ways to carry it: text for any chat, a link, a file. */
export function Travels({ question: asked }: { question: Question }) {
  const workspace = useWorkspace();
  const [asLink, setAsLink] = useState(asked.about.length > NAMES_IN_TEXT);
  const [passphrase, setPassphrase] = useState('');
  const question = travelling(workspace, asked);
  const text = questionText(question);
  return (
    <div className="stack">
      <pre className="ask-travels">{text}</pre>
      <div className="row">
        <CopyButton text={text} label="Copy the message" size="normal" />
        <Button look="quiet" aria-expanded={asLink} onClick={() => setAsLink(!asLink)}>
          As a link or a file
        </Button>
      </div>
      <p className="soft">
        Paste it into any private chat, not to a work address. When the reply comes, press "Enter the reply".
      </p>
      {asLink ? <AsCapsule question={question} passphrase={passphrase} onPassphrase={setPassphrase} /> : null}
    </div>
  );
}

/** Twenty names fit; longer links are cut by some chats. */
const LONGEST_LINK = 2000;

function AsCapsule({
  question,
  passphrase,
  onPassphrase,
}: {
  question: TravellingQuestion;
  passphrase: string;
  onPassphrase: (text: string) => void;
}) {
  const { me } = useWorkspace();
  const [capsule, setCapsule] = useState('');
  const content = JSON.stringify(question);
  useEffect(() => {
    let current = true;
    const timer = setTimeout(
      () =>
        void packQuestion(JSON.parse(content) as TravellingQuestion, passphrase).then(
          (packed) => current && setCapsule(packed),
        ),
      passphrase === '' ? 0 : 400,
    );
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [content, passphrase]);
  const link = me.publicAddress && addressProblem(me.publicAddress) === '' ? linkTo(me.publicAddress, capsule) : '';
  return (
    <div className="ask-capsule stack">
      <p className="soft">
        The part of a link after # is not sent to the server of this app. The chat or mail provider that carries the
        link can read it, so you may protect it with a passphrase and tell that one in another way.
      </p>
      <TextField label="Passphrase (optional)" autoComplete="off" value={passphrase} onText={onPassphrase} />
      {link ? (
        <>
          <p className="ask-link">{link}</p>
          <div className="row">
            <CopyButton text={link} label="Copy the link" />
            <span className="faint number">{link.length} characters</span>
          </div>
          {link.length > LONGEST_LINK ? (
            <p className="faint">Some chats cut a link as long as this one. Fewer names, or the file, are safer.</p>
          ) : null}
          <QrCode text={link} label="QR code of the link" />
        </>
      ) : (
        <p className="faint">
          A link needs an address that your friend can open.{' '}
          <a href={href({ to: 'settings', section: 'address' })}>Give the public address of your Handcarry</a>, or use a
          file.
        </p>
      )}
      <div className="row">
        <Button
          size="small"
          disabled={capsule === ''}
          onClick={() => saveFile('question-for-a-friend.txt', capsule, 'text/plain')}
        >
          Save as a file
        </Button>
        <CopyButton text={capsule} label="Copy as a short text" />
      </div>
    </div>
  );
}
