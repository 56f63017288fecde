import { type ReactNode, useState } from 'react';
import type { Review, TargetSeed } from '#intake/types.ts';
import { useApp, useWorkspace } from '#ui/shared/app.tsx';
import { Button } from '#ui/shared/Button.tsx';
import { count, firstName, nameIn } from '#ui/shared/words.ts';
import type { Verdicts } from './doubt-words.ts';
import { MapColumns } from './MapColumns.tsx';
import { makeTargets } from './make-targets.ts';
import { ReviewDoubts } from './ReviewDoubts.tsx';
import { ReviewFigures } from './ReviewFigures.tsx';
import { ReviewFiles } from './ReviewFiles.tsx';
import { ownFacts, ReviewOwn } from './ReviewOwn.tsx';
import { ReviewProblems } from './ReviewProblems.tsx';
import { ReviewRefused } from './ReviewRefused.tsx';
import { ReviewSeeds } from './ReviewSeeds.tsx';
import { ReviewUpdates } from './ReviewUpdates.tsx';
import { refusedIn } from './refused.ts';

/** What was read, before anything is stored. Accept, or leave without a trace. */
export function ReviewImport({
  review,
  turn,
  onTaken,
  onLeave,
  onOtherOwner,
  mayChangeOwner,
}: {
  review: Review;
  /** "2 of 3" when files of several people were dropped together. */
  turn: string;
  onTaken: (summary: string) => void;
  onLeave: () => void;
  onOtherOwner: () => void;
  mayChangeOwner: boolean;
}) {
  const { commands } = useApp();
  const [verdicts, setVerdicts] = useState<Verdicts>(new Map());
  const [takeOwn, setTakeOwn] = useState(false);
  const [seeds, setSeeds] = useState<ReadonlySet<TargetSeed>>(new Set());
  const [refused, setRefused] = useState('');
  const [busy, setBusy] = useState(false);

  const accept = async () => {
    setBusy(true);
    const result = await commands.acceptReview({ token: review.token, same: [...verdicts], takeOwn });
    setBusy(false);
    if (!result.ok) {
      setRefused(result.error);
      return;
    }
    makeTargets(commands, [...seeds]);
    onTaken(result.value);
  };
  const something = review.nothing === '' || takeOwn;
  const asks = review.unmapped.length > 0 || review.whose.length > 0 || ownFacts(review.own).length > 0;

  return (
    <div className="screen import">
      <header className="import-head">
        <h1>{something || asks ? 'Look before it is stored' : 'Nothing to take in'}</h1>
        {turn === '' ? null : <p className="faint">{turn}</p>}
        {wasRead(review) ? <OwnerLine review={review} onOtherOwner={mayChangeOwner ? onOtherOwner : null} /> : null}
      </header>
      {something && review.areYou !== '' ? (
        <AreYou name={review.areYou} onOtherOwner={mayChangeOwner ? onOtherOwner : null} />
      ) : null}
      <ReviewRefused review={review} />
      {review.nothing === '' ? <ReviewFigures review={review} /> : null}
      {review.nothing !== '' && !isSaid(review) ? (
        <p className="notice" data-kind="warning">
          {review.nothing}
        </p>
      ) : null}
      {review.unmapped.map((unmapped, at) => (
        <MapColumns key={unmapped.file} unmapped={unmapped} primary={!something && at === 0} />
      ))}
      <ReviewFiles
        files={review.files}
        codePages={review.codePages}
        told={review.unmapped.length > 0 ? '' : review.nothing}
      />
      <ReviewDoubts doubts={review.doubts} verdicts={verdicts} onVerdicts={setVerdicts} />
      <ReviewUpdates updates={review.updates} />
      <ReviewOwn own={review.own} taken={takeOwn} onTake={setTakeOwn} />
      <ReviewSeeds seeds={review.seeds} chosen={seeds} onChoose={setSeeds} />
      <ReviewProblems review={review} />
      <footer className="import-foot">
        {refused ? (
          <p role="alert" className="field-error">
            {refused}
          </p>
        ) : null}
        <div className="row">
          {something ? (
            <Button look="primary" disabled={busy} onClick={() => void accept()}>
              {acceptWords(review, [...verdicts.values()].filter((option) => option !== null).length)}
            </Button>
          ) : null}
          <Button onClick={onLeave}>Leave without a trace</Button>
          {something ? <p className="faint">An import can be undone at any time.</p> : null}
        </div>
      </footer>
    </div>
  );
}

/** The reason why there is nothing to take in stands on the screen already, with what to do about it. */
function isSaid(review: Review): boolean {
  return review.unmapped.length > 0 || refusedIn(review).some(({ message }) => message === review.nothing);
}

/** Whose list it is matters only where a list was found. */
function wasRead({ files }: Review): boolean {
  return files.some(({ kind }) => kind !== 'unknown' && kind !== 'ignored');
}

/** Doubtful rows count as new people until they are said to be somebody known. */
function acceptWords(review: Review, same: number): string {
  const added = review.added - same;
  const as = review.areYou === '' ? '' : ` as ${review.areYou}`;
  if (added > 0) return `Take in ${count(added, 'new person', 'new people')}${as}`;
  return `${review.updated > 0 ? `Take in ${count(review.updated, 'update')}` : 'Take it in'}${as}`;
}

/** A friend's files taken in as one's own would make every tie of theirs one's own. */
function AreYou({ name, onOtherOwner }: { name: string; onOtherOwner: (() => void) | null }) {
  return (
    <section className="notice import-refused" data-kind="warning" aria-labelledby="review-are-you">
      <h2 id="review-are-you">Are you {name}?</h2>
      <p>
        By what they say, these files belong to {name}. Taken in, they count as your own ties. If that is a friend of
        yours, say so: then only the list of contacts is read, as theirs.
      </p>
      {onOtherOwner ? (
        <div className="row">
          <Button size="small" onClick={onOtherOwner}>
            No, that is a friend
          </Button>
        </div>
      ) : null}
    </section>
  );
}

function OwnerLine({ review, onOtherOwner }: { review: Review; onOtherOwner: (() => void) | null }): ReactNode {
  const workspace = useWorkspace();
  const mine = review.owner === 'me';
  const name = mine ? '' : nameIn(workspace, review.owner);
  return (
    <div className="row">
      <p className="soft">
        {mine
          ? 'Read as your own list. Nothing is stored yet.'
          : `Read as ${name}'s list: it says whom ${firstName(name)} knows. Nothing is stored yet.`}
      </p>
      {onOtherOwner ? (
        <Button look="quiet" size="small" onClick={onOtherOwner}>
          {mine ? "It is a friend's list" : "It is somebody else's"}
        </Button>
      ) : null}
    </div>
  );
}
