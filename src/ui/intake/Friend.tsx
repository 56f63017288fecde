import { Button } from '#ui/shared/Button.tsx';
import { PersonPicker, type Picked, usePickedName } from '#ui/shared/PersonPicker.tsx';

/** Which friend a list is of: somebody known, or a new name. */
export function Friend({
  friend,
  hint = 'Use the list only if your friend gave it to you.',
  onPick,
}: {
  friend: Picked | null;
  hint?: string;
  onPick: (picked: Picked | null) => void;
}) {
  const name = usePickedName(friend);
  if (!friend) return <PersonPicker label="Which friend?" hint={hint} allowNew onPick={onPick} />;
  return (
    <div className="row">
      <p>
        {name}
        {'name' in friend ? <span className="faint"> · new</span> : null}
      </p>
      <Button size="small" onClick={() => onPick(null)}>
        Somebody else
      </Button>
    </div>
  );
}
