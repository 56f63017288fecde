import { latest, useAnswer, useApp } from '#ui/shared/app.tsx';
import { ButtonLink } from '#ui/shared/Button.tsx';
import { count } from '#ui/shared/words.ts';

/** How many questions imports left open, with the way to them; nothing without any. */
export function OpenQuestions() {
  const { queries } = useApp();
  const open = latest(useAnswer((signal) => queries.doubles(signal), 'doubles'))?.length ?? 0;
  if (open === 0) return null;
  return (
    <section className="import-section" aria-labelledby="open-questions">
      <h2 id="open-questions">Same person?</h2>
      <div className="row-apart">
        <p className="soft">
          {count(open, 'question is', 'questions are')} open: people who may be in here twice. They stay apart until you
          say otherwise.
        </p>
        <ButtonLink to={{ to: 'same-person' }} size="small">
          Go through them
        </ButtonLink>
      </div>
    </section>
  );
}
