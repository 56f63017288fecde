import type { PersonId } from '#model/ids.ts';
import { useApp } from '#ui/shared/app.tsx';
import { Button, ButtonLink } from '#ui/shared/Button.tsx';
import { CLOSENESS_WORDS, count } from '#ui/shared/words.ts';

/** What can be said of everybody selected at once. */
export function SelectionBar({ selected, onClear }: { selected: readonly PersonId[]; onClear: () => void }) {
  const { commands } = useApp();
  return (
    <section className="people-bar" aria-label="Selected people">
      <p role="status">{count(selected.length, 'person', 'people')} selected</p>
      <div className="people-bar-keys">
        <span className="faint" id="people-bar-close">
          How close?
        </span>
        {[...CLOSENESS_WORDS].reverse().map(({ value, label }) => (
          <Button
            key={value}
            size="small"
            title={label}
            aria-label={`${value}: ${label}`}
            onClick={() => commands.label(selected, value)}
          >
            {value}
          </Button>
        ))}
        <Button size="small" onClick={() => commands.label(selected, null)}>
          Clear closeness
        </Button>
      </div>
      {selected.length > 1 ? (
        <ButtonLink size="small" to={{ to: 'who-knows-whom', selected: true }}>
          Who knows whom among them
        </ButtonLink>
      ) : null}
      <Button look="quiet" size="small" onClick={onClear}>
        Select nobody
      </Button>
    </section>
  );
}
