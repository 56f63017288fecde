import { useState } from 'react';
import type { AskedName } from '#friendcheck/types.ts';
import type { Contact } from '#intake/match-names.ts';
import { useApp } from '#ui/shared/app.tsx';
import { DropArea } from '#ui/shared/DropArea.tsx';
import { count } from '#ui/shared/words.ts';

const NOT_READ = 'This file could not be read. A Connections.csv or the whole LinkedIn archive works.';

/** Matches the asked names with the friend's own list, on the friend's computer. It proposes, it never ticks. */
export function OwnList({
  names,
  onFound,
}: {
  names: readonly AskedName[];
  onFound: (places: ReadonlySet<number>, contacts: readonly Contact[]) => void;
}) {
  const { queries } = useApp();
  const [says, setSays] = useState('');
  const look = (files: readonly File[]) => {
    setSays('Reading');
    queries.matchNames(files, names).then(
      ({ matches, contacts }) => {
        const places = new Set(matches.flatMap((match, place) => (match ? [place] : [])));
        onFound(places, contacts);
        setSays(
          contacts.length === 0
            ? 'No list of contacts was found in this file. A Connections.csv or the whole LinkedIn archive works.'
            : `${places.size} of ${count(names.length, 'name')} found among ${count(contacts.length, 'contact')}. Being connected is not knowing: please tick yourself.`,
        );
      },
      () => setSays(NOT_READ),
    );
  };
  return (
    <div className="stack-tight">
      <p className="faint">
        Your list is read on this device only and forgotten when you close this page. Only what you tick goes back.
      </p>
      <DropArea
        label="Your Connections.csv or LinkedIn archive"
        hint="Drop it here or choose it."
        accept=".csv,.zip"
        onFiles={look}
      />
      <p role="status">{says}</p>
    </div>
  );
}
