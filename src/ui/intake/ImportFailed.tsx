import { Button } from '#ui/shared/Button.tsx';

export function ImportFailed({
  message,
  onAgain,
  onLeave,
}: {
  message: string;
  onAgain: () => void;
  onLeave: () => void;
}) {
  return (
    <div className="screen import">
      <h1>The files could not be read</h1>
      <p role="alert" className="notice" data-kind="problem">
        {message}
      </p>
      <p className="soft">Nothing was stored, and nothing you had has changed.</p>
      <div className="row">
        <Button look="primary" onClick={onAgain}>
          Try again
        </Button>
        <Button onClick={onLeave}>Leave it</Button>
      </div>
    </div>
  );
}
