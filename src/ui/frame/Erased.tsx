import { Button } from '#ui/shared/Button.tsx';
import { Calm } from './Calm.tsx';

/** After "Delete everything", here or in another tab: nothing is kept, and nothing is made anew until asked. */
export function Erased() {
  return (
    <main>
      <Calm title="Everything is deleted">
        <p role="status">
          No workspace, no cached file and no setting of Handcarry is left in this browser. Backup files and letters you
          saved as files are still where you saved them.
        </p>
        <p>Close this tab, or begin anew with nothing.</p>
        <div className="row">
          <Button look="primary" onClick={() => window.location.reload()}>
            Start again
          </Button>
        </div>
      </Calm>
    </main>
  );
}
