import { type FormEvent, useId, useState } from 'react';
import { Button } from '#ui/shared/Button.tsx';
import { TextField } from '#ui/shared/Field.tsx';

/** A short list of own words, one added or taken away at a time; compared in lower case. */
export function WordList({
  title,
  hint,
  label,
  words,
  onWords,
}: {
  title: string;
  hint: string;
  label: string;
  words: readonly string[];
  onWords: (words: string[]) => void;
}) {
  const id = useId();
  const [text, setText] = useState('');
  const add = (event: FormEvent) => {
    event.preventDefault();
    const word = text
      .trim()
      .toLowerCase()
      .replace(/^(https?:\/\/)?([a-z]+\.)?linkedin\.com\/in\//, '')
      .replace(/[/?#].*$/, '');
    if (word && !words.includes(word)) onWords([...words, word]);
    setText('');
  };
  return (
    <section className="settings-block" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      <p className="faint">{hint}</p>
      {words.length > 0 ? (
        <ul className="settings-words">
          {words.map((word) => (
            <li key={word}>
              <span>{word}</span>
              <Button
                look="quiet"
                size="small"
                aria-label={`Take away ${word}`}
                onClick={() => onWords(words.filter((one) => one !== word))}
              >
                Take away
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      <form className="settings-add" onSubmit={add}>
        <TextField label={label} value={text} onText={setText} autoComplete="off" spellCheck={false} />
        <Button type="submit" disabled={text.trim() === ''}>
          Add
        </Button>
      </form>
    </section>
  );
}
