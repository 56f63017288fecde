import './map.css';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { COLOURINGS, type Drawing, type MapView, type NodeKey } from '#graph/drawing.ts';
import type { PersonId, TargetId } from '#model/ids.ts';
import { useApp, useWorkspace } from '#ui/shared/app.tsx';
import { Button, ButtonLink } from '#ui/shared/Button.tsx';
import { count } from '#ui/shared/words.ts';
import { Legend } from './Legend.tsx';
import { MapTable } from './MapTable.tsx';
import { MapTools } from './MapTools.tsx';
import { Picture } from './Picture.tsx';
import type { Light } from './stage.ts';
import { firstView, labelOf, useDrawing, usePaths } from './use-map.ts';

/** The whole network: overview, search, focus, the way in of a chosen target, and its table twin. */
export function MapScreen() {
  const { commands } = useApp();
  const workspace = useWorkspace();
  const [view, setView] = useState<MapView>(() => firstView(workspace));
  const [trail, setTrail] = useState<readonly MapView[]>([]);
  const [text, setText] = useState('');
  const [group, setGroup] = useState<number | null>(null);
  const [target, setTarget] = useState<TargetId | 'all' | ''>('');
  const [selected, setSelected] = useState<readonly NodeKey[]>([]);
  const [asTable, setAsTable] = useState(false);
  const { drawing, labels, failed } = useDrawing(view);
  const path = usePaths(target);
  const wanted = useDeferredValue(text.trim().toLowerCase());
  const lit = useMemo(
    () =>
      litKeys(
        drawing,
        labels,
        wanted,
        group,
        path.flatMap((step) => [step.from, step.to]),
      ),
    [drawing, labels, wanted, group, path],
  );
  const light = useMemo<Light>(() => ({ lit, selected, path }), [lit, selected, path]);
  const fit = useMemo(() => (path.length > 0 ? path.flatMap((step) => [step.from, step.to]) : []), [path]);

  const choose = (key: NodeKey | null, add: boolean) => {
    const next = key === null ? [] : add ? toggled(selected, key) : [key];
    setSelected(next);
    commands.select(next.filter((one): one is PersonId => one.startsWith('person:')));
  };
  const open = (key: NodeKey) => {
    if (key === 'me:me') return;
    setTrail([...trail, view]);
    const isClosed = key.startsWith('company:') && drawing?.members[drawing.keys.indexOf(key)];
    setView(
      isClosed
        ? { ...view, opened: [...view.opened, key as `company:${string}`] }
        : { ...view, focus: { key, depth: view.focus?.depth ?? 1 } },
    );
    setSelected([key]);
  };
  const whole = () => {
    setTrail([]);
    setView({ ...view, focus: null, opened: [] });
  };
  const back = () => {
    const last = trail.at(-1);
    if (last) setView(last);
    setTrail(trail.slice(0, -1));
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || trail.length === 0) return;
      setView(trail.at(-1) ?? view);
      setTrail(trail.slice(0, -1));
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [trail, view]);

  const people = drawing ? drawing.keys.filter((key) => key.startsWith('person:')).length : 0;
  return (
    <div className="map">
      <header className="map-head">
        <div className="row-apart">
          <h1 tabIndex={-1}>Map</h1>
          <p className="faint" role="status">
            {drawing
              ? `${count(people, 'person', 'people')} drawn${lit ? `, ${[...lit].filter((key) => key.startsWith('person:')).length} lit` : ''}`
              : 'Drawing…'}
          </p>
        </div>
        <MapTools
          text={text}
          onText={setText}
          view={view}
          onView={setView}
          colourings={COLOURINGS}
          target={target}
          onTarget={setTarget}
          asTable={asTable}
          onTable={setAsTable}
          onEnter={() => {
            const first = lit && [...lit][0];
            if (first) open(first);
          }}
        />
        {trail.length > 0 ? (
          <nav aria-label="Where you are on the map" className="row">
            <Button size="small" onClick={back}>
              Back
            </Button>
            <Button size="small" look="quiet" onClick={whole}>
              Whole network
            </Button>
            {view.focus ? <span className="soft">› {labelOf(workspace, view.focus.key)}</span> : null}
          </nav>
        ) : null}
      </header>
      {failed ? (
        <p className="notice" data-kind="problem">
          The map could not be drawn: {failed}
        </p>
      ) : null}
      <div className="map-body">
        {drawing && !asTable ? (
          <Picture drawing={drawing} labels={labels} light={light} fit={fit} onChoose={choose} onOpen={open} />
        ) : null}
        {drawing && asTable ? (
          <MapTable drawing={drawing} labels={labels} lit={lit} selected={selected} onChoose={choose} onOpen={open} />
        ) : null}
        {drawing && !asTable ? <Legend drawing={drawing} group={group} onGroup={setGroup} /> : null}
        {selected.length > 0 ? <Selection keys={selected} onOpen={open} /> : null}
      </div>
    </div>
  );
}

function Selection({ keys, onOpen }: { keys: readonly NodeKey[]; onOpen: (key: NodeKey) => void }) {
  const workspace = useWorkspace();
  const [first] = keys;
  if (!first) return null;
  return (
    <aside className="map-selection" aria-label="Selected on the map">
      <strong>{keys.length === 1 ? labelOf(workspace, first) : `${keys.length} selected`}</strong>
      <div className="row">
        {keys.length === 1 && first !== 'me:me' ? (
          <Button size="small" onClick={() => onOpen(first)}>
            Focus
          </Button>
        ) : null}
        {keys.length === 1 && first.startsWith('person:') ? (
          <ButtonLink size="small" to={{ to: 'people', person: first as PersonId }}>
            Open card
          </ButtonLink>
        ) : null}
        {keys.length === 1 && first.startsWith('target:') ? (
          <ButtonLink size="small" to={{ to: 'target', id: first as TargetId }}>
            Open target
          </ButtonLink>
        ) : null}
      </div>
    </aside>
  );
}

function toggled(keys: readonly NodeKey[], key: NodeKey): readonly NodeKey[] {
  return keys.includes(key) ? keys.filter((one) => one !== key) : [...keys, key];
}

/** Who stays lit: those a search, a legend group and a way in have in common; null when nothing is asked. */
function litKeys(
  drawing: Drawing | null,
  labels: readonly string[],
  wanted: string,
  group: number | null,
  path: readonly NodeKey[],
): ReadonlySet<NodeKey> | null {
  if (!drawing || (wanted === '' && group === null && path.length === 0)) return null;
  const onPath = new Set(path);
  return new Set(
    drawing.keys.filter((key, node) => {
      if (wanted !== '' && !labels[node]?.toLowerCase().includes(wanted)) return false;
      if (group !== null && drawing.hue[node] !== group) return false;
      return onPath.size === 0 || onPath.has(key);
    }),
  );
}
