import './start.css';
import { useApp, useWorkspace } from '#ui/shared/app.tsx';
import { Button } from '#ui/shared/Button.tsx';
import { DropArea } from '#ui/shared/DropArea.tsx';
import { go } from '#ui/shared/route.ts';
import { stage } from '#ui/shared/staged.ts';
import { FirstDoorForm } from './FirstDoorForm.tsx';

/** Nothing here yet: three doors, the quickest first. */
export function Start() {
  const { commands } = useApp();
  const sample = useWorkspace().sample;
  return (
    <div className="screen start">
      <header className="start-head">
        <h1>One friend. One page. One try. Then on.</h1>
        <p>
          Handcarry tells you, with evidence, who can truly reach the hiring manager, prepares what that friend will
          hand over, and tells you when to stop. Nothing about your friends leaves your computer.
        </p>
      </header>
      <div className="start-doors">
        <section className="card start-first" aria-labelledby="start-first">
          <h2 id="start-first">I have one role and one friend in mind</h2>
          <p className="soft">Four names, no import. In a few minutes you have a first letter to work on.</p>
          <FirstDoorForm />
        </section>
        <div className="start-beside">
          <section className="card stack" aria-labelledby="start-bring">
            <h2 id="start-bring">Bring your contacts</h2>
            <DropArea
              label="Choose files or drop them here"
              hint="LinkedIn export (zip or Connections.csv), or any contacts file"
              onFiles={(files) => {
                void stage(files);
                go({ to: 'import' });
              }}
            />
            <HowToExport />
          </section>
          {sample ? null : (
            <section className="card stack" aria-labelledby="start-sample">
              <h2 id="start-sample">Open the sample</h2>
              <p className="soft">
                One whole story with invented people: HR said no, and a friend knows the manager. It never mixes with
                your own data, and one click leaves it.
              </p>
              <div>
                <Button onClick={() => void commands.openSample()}>Open the sample</Button>
              </div>
            </section>
          )}
        </div>
      </div>
    </div>
  );
}

function HowToExport() {
  return (
    <div className="start-how">
      <h3>How to get it from LinkedIn</h3>
      <ol>
        <li>On a computer, open LinkedIn: Me, Settings and Privacy, Data privacy, Get a copy of your data.</li>
        <li>Choose the whole archive, or at least Connections and Messages.</li>
        <li>LinkedIn mails you a link. It can take a day; the first door works meanwhile.</li>
      </ol>
    </div>
  );
}
