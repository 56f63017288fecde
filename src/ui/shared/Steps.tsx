import './steps.css';
import type { WayIn } from '#paths/types.ts';
import { useWorkspace } from './app.tsx';
import { endName, stepWords } from './steps.ts';
import { firstName } from './words.ts';

/** The steps of a way in, one a line: who to whom, how it is known, which is the weaker one. */
export function Steps({ way, short = false }: { way: WayIn; short?: boolean }) {
  const workspace = useWorkspace();
  const shown = (end: (typeof way.steps)[number]['from']) => {
    const name = endName(workspace, end);
    return short ? firstName(name) : name;
  };
  return (
    <ol className="steps">
      {way.steps.map((step, at) => (
        <li key={step.to} className="steps-step">
          <span className="steps-line" data-standing={step.standing} aria-hidden="true" />
          <span>
            <span className="steps-who">
              {shown(step.from)} to {shown(step.to)}
            </span>{' '}
            <span className="steps-how">
              {step.band && step.from === 'me' ? (
                <span className="steps-dot" data-band={step.band} aria-hidden="true" />
              ) : null}
              {stepWords(step)}
              {at === way.weaker && way.steps.length > 1 ? <span className="steps-weaker"> · weaker step</span> : null}
            </span>
          </span>
        </li>
      ))}
    </ol>
  );
}
