import './interview.css';
import { useSession, useWorkspace } from '#ui/shared/app.tsx';
import { ButtonLink } from '#ui/shared/Button.tsx';
import { WhoKnowsWhom } from './WhoKnowsWhom.tsx';

/** Who knows whom among the people selected on the map or in the table. */
export function AmongSelected() {
  const { people } = useWorkspace();
  const selected = useSession((state) => state.selected).filter((id) => people.has(id));
  if (selected.length > 1) return <WhoKnowsWhom among={selected} />;
  return (
    <div className="screen interview">
      <h1>Who knows whom among a few</h1>
      <section className="card stack" aria-label="Nobody selected">
        <p>Select two people or more first, on the map or in the table of people. A selection is not kept.</p>
        <div className="row">
          <ButtonLink to={{ to: 'map' }} look="primary">
            Go to the map
          </ButtonLink>
          <ButtonLink to={{ to: 'people' }}>See the people</ButtonLink>
        </div>
      </section>
    </div>
  );
}
