import './intake.css';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Look } from '#intake/look.ts';
import type { PersonId } from '#model/ids.ts';
import { profileOf } from '#model/person.ts';
import { bringCapsule } from '#ui/ask/arrived.ts';
import { useApp, useSession, useWorkspace } from '#ui/shared/app.tsx';
import { Button } from '#ui/shared/Button.tsx';
import { DropArea } from '#ui/shared/DropArea.tsx';
import { fold } from '#ui/shared/fold.ts';
import type { Picked } from '#ui/shared/PersonPicker.tsx';
import { stage, stageBatches, staged, stageNext, unstage } from '#ui/shared/staged.ts';
import { nameIn } from '#ui/shared/words.ts';
import { ImportFailed } from './ImportFailed.tsx';
import { ImportHistory } from './ImportHistory.tsx';
import { OpenQuestions } from './OpenQuestions.tsx';
import { Reading } from './Reading.tsx';
import { ReviewImport } from './ReviewImport.tsx';
import { TakenIn } from './TakenIn.tsx';
import { Unlock } from './Unlock.tsx';
import { WhoseFiles } from './WhoseFiles.tsx';
import { WhoseList } from './WhoseList.tsx';
import { mustAsk } from './whose.ts';

/** From files to people: choose, read, review, accept. Nothing is stored before the last step. */
export function Import() {
  const { commands } = useApp();
  const task = useSession((state) => state.intake);
  const waiting = useStore(staged);
  const workspace = useWorkspace();
  const { sample, imports } = workspace;
  const [takenIn, setTakenIn] = useState<{ summaries: readonly string[]; before: typeof imports } | null>(null);
  const fresh = waiting.files.length > 0 && !waiting.read && waiting.capsule === '';
  const isFirst = imports.size === 0 && waiting.answers === null;
  const isOnly = isFirst && waiting.files.length === 1;
  const looks = useLooks(fresh && !sample && waiting.locked === null && !isOnly ? waiting.files : NO_FILES);
  const isClear =
    waiting.asks === 'nothing' ||
    (waiting.asks === 'whose' && (isOnly || (looks !== null && !mustAsk(looks, isFirst))));

  const read = (owner: typeof waiting.owner) => {
    if (waiting.batches === 1) setTakenIn(null);
    staged.setState({ ...waiting, owner, asks: 'nothing', read: true }, true);
    void commands.readFiles(waiting.files, owner);
  };
  /** A friend named before their own record was taken in is found by the name. */
  const known = (picked: Picked): PersonId => {
    if ('id' in picked) return picked.id;
    const named = [...workspace.people.values()].filter((one) => fold(profileOf(one).name) === fold(picked.name));
    return named.length === 1 && named[0] ? named[0].id : commands.addPerson({ name: picked.name });
  };
  // What is clear is read at once: the first list of all is one's own, a mailbox is nobody else's. The review can change it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: reads once per drop
  useEffect(() => {
    if (fresh && isClear && !sample && waiting.locked === null) read(waiting.owner);
  }, [fresh, isClear, sample]);
  useEffect(() => {
    if (waiting.capsule === '') return;
    unstage();
    bringCapsule(waiting.capsule);
  }, [waiting.capsule]);

  const leave = () => {
    commands.discardReview();
    stageNext(known);
  };
  if (sample && fresh) return <LeaveSampleFirst onLeave={leave} />;
  if (fresh && waiting.locked) {
    const others = waiting.files.filter((file) => file !== waiting.locked);
    return <Unlock key={waiting.locked.name} file={waiting.locked} others={others} onLeave={leave} />;
  }
  if (fresh && !isClear && (looks || waiting.asks === 'which-friend')) {
    if (looks && waiting.files.length > 1 && waiting.asks === 'whose')
      return (
        <WhoseFiles
          files={waiting.files}
          looks={looks}
          asked={(waiting.answers && workspace.questions.get(waiting.answers)?.friend) ?? null}
          onRead={(batches) => {
            setTakenIn(null);
            stageBatches(batches, known);
          }}
          onLeave={leave}
        />
      );
    return (
      <WhoseList
        key={waiting.files[0]?.name}
        files={waiting.files}
        answers={waiting.answers}
        friends={waiting.asks === 'which-friend'}
        onRead={(owner) => read(owner === 'me' ? owner : known(owner))}
        onLeave={leave}
      />
    );
  }
  if (task.is === 'running') {
    const cancel = () => {
      task.cancel();
      unstage();
    };
    return <Reading progress={task.progress} files={waiting.files} onCancel={cancel} />;
  }
  if (task.is === 'failed')
    return <ImportFailed message={task.message} onAgain={() => read(waiting.owner)} onLeave={leave} />;
  if (task.is === 'done') {
    const whose = waiting.owner === 'me' ? 'Yours' : `${nameIn(workspace, waiting.owner)}'s list`;
    const taken = (summary: string) => {
      const { summaries = [], before = imports } = takenIn ?? {};
      setTakenIn({ summaries: [...summaries, waiting.batches > 1 ? `${whose}: ${summary}` : summary], before });
      stageNext(known);
    };
    return (
      <ReviewImport
        key={task.value.token}
        review={task.value}
        turn={waiting.batches > 1 ? `${waiting.batches - waiting.next.length} of ${waiting.batches}` : ''}
        onTaken={taken}
        onLeave={leave}
        onOtherOwner={() => {
          commands.discardReview();
          staged.setState({ ...waiting, asks: 'which-friend', read: false }, true);
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

const NO_FILES: readonly File[] = [];

/** What the files are by their first bytes; null until that is known. */
function useLooks(files: readonly File[]): readonly Look[] | null {
  const { queries } = useApp();
  const [found, setFound] = useState<{ files: readonly File[]; looks: readonly Look[] } | null>(null);
  useEffect(() => {
    let isOver = false;
    const keep = (looks: readonly Look[]) => isOver || setFound({ files, looks });
    if (files.length > 0) queries.look(files).then(keep, () => keep(files.map(() => UNKNOWN)));
    return () => {
      isOver = true;
    };
  }, [files, queries]);
  return found?.files === files && files.length > 0 ? found.looks : null;
}

/** The reader says better what is wrong with it. */
const UNKNOWN: Look = { kind: 'unknown', isList: false, isConnections: false };

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
