import { Button } from '#ui/shared/Button.tsx';

export interface KeyedAnswer<T> {
  readonly key: string;
  readonly label: string;
  readonly value: T;
}

/** Answers side by side, each with the key that gives it. */
export function Answers<T>({
  label,
  answers,
  oneColumn = false,
  onAnswer,
}: {
  label: string;
  answers: readonly KeyedAnswer<T>[];
  oneColumn?: boolean;
  onAnswer: (value: T) => void;
}) {
  return (
    <div className="interview-answers" data-one-column={oneColumn || undefined} role="group" aria-label={label}>
      {answers.map(({ key, label: words, value }) => (
        <Button key={key} onClick={() => onAnswer(value)} aria-keyshortcuts={key}>
          <kbd>{key.toUpperCase()}</kbd>
          {words}
        </Button>
      ))}
    </div>
  );
}

/** The answer a key gives. */
export function answerOf<T>(answers: readonly KeyedAnswer<T>[], key: string): KeyedAnswer<T> | undefined {
  return answers.find((answer) => answer.key === key);
}
