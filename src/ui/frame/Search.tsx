import './search.css';
import { type KeyboardEvent, useDeferredValue, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useApp, useWorkspace } from '#ui/shared/app.tsx';
import { go } from '#ui/shared/route.ts';
import type { Search as SearchIndex } from '#workspace/types.ts';
import { type Hit, hitsFor } from './hits.ts';
import { Icon } from './Icon.tsx';

/** The first search of a large network takes a moment to prepare; screens and targets are found at once. */
const NOT_READY: Pick<SearchIndex, 'find'> = { find: () => [] };

/** Ctrl/Cmd K: one field over people, companies, targets and screens. A combobox in a modal dialog. */
export function Search({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click beside the dialog closes it; Escape does natively
    <dialog
      ref={dialog}
      className="search"
      aria-label="Search"
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && dialog.current.close()}
    >
      <SearchBox onDone={() => dialog.current?.close()} />
    </dialog>
  );
}

function SearchBox({ onDone }: { onDone: () => void }) {
  const { commands, search } = useApp();
  const workspace = useWorkspace();
  const list = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const asked = useDeferredValue(typed);
  const [ready, setReady] = useState(false);
  useEffect(() => {
    let here = true;
    void search.prepare().then(() => here && setReady(true));
    return () => {
      here = false;
    };
  }, [search]);
  const groups = useMemo(
    () => hitsFor(workspace, ready ? search : NOT_READY, asked),
    [workspace, search, ready, asked],
  );
  const flat = groups.flatMap((group) => group.hits);
  const active = flat[Math.min(at, flat.length - 1)];

  const choose = (hit: Hit) => {
    onDone();
    if ('go' in hit.does) go(hit.does.go);
    else run(hit.does.run);
  };
  const run = (what: 'undo' | 'redo' | 'open-sample' | 'leave-sample') => {
    if (what === 'undo') commands.undo();
    else if (what === 'redo') commands.redo();
    else void (what === 'open-sample' ? commands.openSample() : commands.leaveSample());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && flat.length > 0) {
      event.preventDefault();
      setAt((now) => (Math.min(now, flat.length - 1) + step + flat.length) % flat.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      // The list may still be that of fewer letters: Enter means what is typed now.
      const meant = asked === typed ? active : hitsFor(workspace, ready ? search : NOT_READY, typed)[0]?.hits[0];
      if (meant) choose(meant);
    }
  };

  return (
    <>
      <div className="search-field">
        <Icon name="search" />
        <input
          className="search-input"
          role="combobox"
          aria-expanded={flat.length > 0}
          aria-controls={list}
          aria-autocomplete="list"
          {...(active ? { 'aria-activedescendant': `${list}-${active.id}` } : {})}
          aria-label="Search people, companies, targets and screens"
          placeholder="Search people, companies, targets"
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
          autoComplete="off"
          spellCheck={false}
        />
      </div>
      <div id={list} role="listbox" aria-label="Results" className="search-list">
        {groups.map((group) => (
          <div key={group.title} role="group" aria-labelledby={`${list}-${group.title}`}>
            <p id={`${list}-${group.title}`} className="search-group">
              {group.title}
            </p>
            {group.hits.map((hit) => (
              <SearchHit key={hit.id} id={`${list}-${hit.id}`} hit={hit} active={hit === active} onChoose={choose} />
            ))}
          </div>
        ))}
      </div>
      <p className="search-empty" role="status">
        {flat.length === 0 && ready ? `Nothing here is called "${asked}".` : ''}
      </p>
    </>
  );
}

function SearchHit({
  id,
  hit,
  active,
  onChoose,
}: {
  id: string;
  hit: Hit;
  active: boolean;
  onChoose: (hit: Hit) => void;
}) {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active) row.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    // biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useKeyWithClickEvents: keys are handled by the combobox
    <div ref={row} id={id} role="option" aria-selected={active} className="search-hit" onClick={() => onChoose(hit)}>
      <span className="search-hit-label">{hit.label}</span>
      <span className="search-hit-detail">{hit.detail}</span>
    </div>
  );
}
