import './intake.css';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { bringCapsule } from '#ui/ask/arrived.ts';
import { useApp, useSession, useWorkspace } from '#ui/shared/app.tsx';
import { Button } from '#ui/shared/Button.tsx';
import { DropArea } from '#ui/shared/DropArea.tsx';
import { stage, staged, unstage } from '#ui/shared/staged.ts';
import { ImportFailed } from './ImportFailed.tsx';
import { ImportHistory } from './ImportHistory.tsx';
import { OpenQuestions } from './OpenQuestions.tsx';
import { Reading } from './Reading.tsx';
import { ReviewImport } from './ReviewImport.tsx';
import { TakenIn } from './TakenIn.tsx';
import { Unlock } from './Unlock.tsx';
import { WhoseList } from './WhoseList.tsx';

/** From files to people: choose, read, review, accept. Nothing is stored before the last step. */
export function Import() {
  const { commands } = useApp();
  const task = useSession((state) => state.intake);
  const waiting = useStore(staged);
  const { sample, imports } = useWorkspace();
  const [takenIn, setTakenIn] = useState<{ summary: string; before: typeof imports } | null>(null);
  const firstImport = imports.size === 0;
  const fresh = waiting.files.length > 0 && !waiting.read && waiting.capsule === '';
  const nobodyElses = firstImport && waiting.locked === null && waiting.answers === null;

  const read = (owner: typeof waiting.owner) => {
    setTakenIn(null);
    staged.setState({ ...waiting, owner, read: true }, true);
    void commands.readFiles(waiting.files, owner);
  };
  // Your own export comes first: nobody is asked whose the very first list is, and the review can still change it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: reads once per drop
  useEffect(() => {
    if (fresh && nobodyElses && !sample) read('me');
  }, [fresh, nobodyElses, sample]);
  useEffect(() => {
    if (waiting.capsule === '') return;
    unstage();
    bringCapsule(waiting.capsule);
  }, [waiting.capsule]);

  const leave = () => {
    commands.discardReview();
    unstage();
  };
  if (sample && fresh) return <LeaveSampleFirst onLeave={leave} />;
  if (fresh && waiting.locked) {
    const others = waiting.files.filter((file) => file !== waiting.locked);
    return <Unlock key={waiting.locked.name} file={waiting.locked} others={others} onLeave={leave} />;
  }
  if (fresh && !nobodyElses)
    return <WhoseList files={waiting.files} answers={waiting.answers} onRead={read} onLeave={leave} />;
  if (task.is === 'running') return <Reading progress={task.progress} files={waiting.files} onCancel={task.cancel} />;
  if (task.is === 'failed')
    return <ImportFailed message={task.message} onAgain={() => read(waiting.owner)} onLeave={leave} />;
  if (task.is === 'done') {
    const taken = (summary: string) => {
      unstage();
      setTakenIn({ summary, before: imports });
    };
    return (
      <ReviewImport
        key={task.value.token}
        review={task.value}
        onTaken={taken}
        onLeave={leave}
        onOtherOwner={() => {
          commands.discardReview();
          staged.setState({ ...waiting, read: false }, true);
        }}
        mayChangeOwner={waiting.files.length > 0}
      />
    );
  }
  return (
    <div className="screen import">
      {takenIn === null ? <ImportHead /> : <TakenIn {...takenIn} />}
      <DropArea
        label={takenIn === null ? 'Choose files or drop them here' : 'Choose more files or drop them here'}
        hint="One or many: LinkedIn zip or CSV, Google, Outlook, contact cards, any table"
        onFiles={(files) => {
          setTakenIn(null);
          void stage(files);
        }}
      />
      <OpenQuestions />
      <ImportHistory />
    </div>
  );
}

/** Own files never go into the sample, which is taken away when it is left. */
function LeaveSampleFirst({ onLeave }: { onLeave: () => void }) {
  const { commands } = useApp();
  return (
    <div className="screen import">
      <h1>You are in the sample</h1>
      <p className="soft">
        Your own files stay apart from it. Leave the sample, and they are read into your own search.
      </p>
      <div className="row">
        <Button look="primary" onClick={() => void commands.leaveSample()}>
          Leave the sample and read them
        </Button>
        <Button onClick={onLeave}>Stay here</Button>
      </div>
    </div>
  );
}

function ImportHead() {
  return (
    <header className="import-head">
      <h1>Import</h1>
      <p className="soft">
        Your own lists say whom you know. A friend's list says whom that friend knows, and that is what makes a way in.
        You see what was read before anything is stored.
      </p>
    </header>
  );
}
