import './map.css';
import { lazy, Suspense, useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { Drawing, MapView, NodeKey } from '#graph/drawing.ts';
import type { CompanyId, PersonId, TargetId } from '#model/ids.ts';
import { useApp, useWorkspace } from '#ui/shared/app.tsx';
import { Button, ButtonLink } from '#ui/shared/Button.tsx';
import { Choice } from '#ui/shared/Field.tsx';
import { go, useRoute } from '#ui/shared/route.ts';
import { count } from '#ui/shared/words.ts';
import { closingOf, namesOf, standInOf, withClosed } from './closing.ts';
import { litKeys, type MapFilter, NO_FILTER, nearestName } from './filter.ts';
import { hasWebGl } from './gl.ts';
import { Legend } from './Legend.tsx';
import { MapFilters } from './MapFilters.tsx';
import { MapTable } from './MapTable.tsx';
import { MapTools } from './MapTools.tsx';
import { type Light, NO_LIGHT } from './overlay.ts';
import { Selection } from './Selection.tsx';
import { CROWD_OPTIONS, firstView, labelOf, useDrawing, usePaths } from './use-map.ts';

/** Sigma is loaded where it can draw: without WebGL even reading it would throw. */
const Picture = lazy(async () => ({ default: (await import('./Picture.tsx')).Picture }));

/** The whole network: overview, search, focus, the way in of a chosen target, and its table twin. */
export function MapScreen() {
  const { commands } = useApp();
  const workspace = useWorkspace();
  const route = useRoute();
  const focus = route.to === 'map' ? (route.focus ?? null) : null;
  const [settings, setSettings] = useState<MapView>(() => firstView(workspace));
  const [depth, setDepth] = useState<1 | 2 | 3>(1);
  const [filter, setFilter] = useState<MapFilter>(NO_FILTER);
  const [target, setTarget] = useState<TargetId | 'all' | ''>('');
  const [selected, setSelected] = useState<readonly NodeKey[]>([]);
  const [asTable, setAsTable] = useState(false);
  const view = useMemo<MapView>(
    () => ({ ...settings, focus: focus ? { key: focus, depth } : null }),
    [settings, focus, depth],
  );
  const { drawing, labels, share, failed } = useDrawing(view);
  const [able, setAble] = useState(hasWebGl);
  const table = asTable || !able;
  const { of, steps } = usePaths(target);
  const path = useMemo(() => {
    if (!drawing || steps.length === 0) return NO_LIGHT.path;
    const standIn = standInOf(drawing, workspace);
    return steps.map(({ from, to, standing }) => ({ from: standIn(from), to: standIn(to), standing }));
  }, [drawing, workspace, steps]);
  const names = useMemo(
    () => (drawing ? namesOf(drawing, labels, workspace, { steps, path }) : labels),
    [drawing, labels, workspace, steps, path],
  );
  const asked = useDeferredValue(filter);
  const ends = useMemo(
    () => (path.length > 0 ? [...path.flatMap((step) => [step.from, step.to]), ...of] : []),
    [path, of],
  );
  const lit = useMemo(
    () => drawing && litKeys(workspace, drawing, labels, asked, ends),
    [workspace, drawing, labels, asked, ends],
  );
  const light = useMemo<Light>(() => ({ lit, selected, path }), [lit, selected, path]);

  const choose = (key: NodeKey | null, add: boolean) => {
    const next = key === null ? [] : add ? toggled(selected, key) : [key];
    setSelected(next);
    commands.select(next.filter((one): one is PersonId => one.startsWith('person:')));
  };
  const focusOn = (key: NodeKey) => key === 'me:me' || go({ to: 'map', focus: key });
  const close = (company: CompanyId, closed: boolean) => setSettings(withClosed(settings, company, closed));
  const open = (key: NodeKey) => {
    setSelected([key]);
    if (drawing && closingOf(drawing, key) === 'closed') close(key as CompanyId, false);
    else focusOn(key);
  };
  useEffect(() => {
    if (!focus) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) history.back();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [focus]);

  if (workspace.people.size === 0 && workspace.targets.size === 0) return <Nobody />;
  const legend = drawing && (
    <Legend drawing={drawing} group={filter.hue} onGroup={(hue) => setFilter({ ...filter, hue })} />
  );

  return (
    <div className="map">
      <header className="map-head">
        <div className="row-apart">
          <h1 tabIndex={-1}>Map</h1>
          <div className="row">
            <p className="faint" role="status">
              {share !== null && (share > 0 || !drawing)
                ? `Arranging: ${Math.round(share * 100)} %`
                : drawing && drawnWords(drawing, lit)}
            </p>
            {share !== null && share > 0 ? (
              <Button size="small" look="quiet" onClick={() => setSettings({ ...settings, simple: true })}>
                Cancel
              </Button>
            ) : null}
          </div>
        </div>
        <MapTools
          text={filter.text}
          onText={(text) => setFilter({ ...filter, text })}
          view={view}
          onView={setSettings}
          target={target}
          onTarget={setTarget}
          asTable={table}
          onTable={setAsTable}
          drawing={drawing}
          labels={labels}
          onEnter={() => {
            const first = drawing && lit && nearestName(drawing.keys, labels, lit, filter.text);
            if (!first) return;
            setFilter({ ...filter, text: '' });
            open(first);
          }}
        >
          {drawing ? <MapFilters drawing={drawing} filter={filter} onFilter={setFilter} /> : null}
        </MapTools>
        {focus ? (
          <nav aria-label="Where you are on the map" className="row">
            <Button size="small" onClick={() => history.back()}>
              Back
            </Button>
            <ButtonLink size="small" look="quiet" to={{ to: 'map' }}>
              Whole network
            </ButtonLink>
            <span className="soft">› {labelOf(workspace, focus)}</span>
            <label className="row map-depth">
              <span className="field-label">Steps around</span>
              <input
                type="range"
                min={1}
                max={3}
                value={depth}
                aria-valuetext={count(depth, 'step')}
                onChange={(event) => setDepth(Number(event.target.value) as 1 | 2 | 3)}
              />
              <span className="number">{depth}</span>
            </label>
          </nav>
        ) : null}
        {drawing && (drawing.left > 0 || view.crowd !== 'strongest') && focus ? (
          <Choice
            label={
              drawing.left > 0
                ? `${count(drawing.left, 'neighbour')} not drawn. Which do you want to see?`
                : 'Which neighbours do you want to see?'
            }
            value={view.crowd}
            options={CROWD_OPTIONS}
            onChoose={(crowd) => setSettings({ ...settings, crowd })}
          />
        ) : null}
      </header>
      {of.length > 0 && steps.length === 0 ? <p className="notice">No verified way in yet.</p> : null}
      {failed ? (
        <p className="notice" data-kind="problem">
          The map could not be drawn: {failed}
        </p>
      ) : null}
      {able ? null : (
        <p className="notice" data-kind="warning">
          This browser cannot draw the map, because WebGL is not available here. The table below holds everything that
          the map shows, and all other screens work as usual.
        </p>
      )}
      <div className="map-body" data-table={table || undefined}>
        {table ? legend : null}
        {drawing && table ? (
          <MapTable drawing={drawing} labels={names} lit={lit} selected={selected} onChoose={choose} onOpen={open} />
        ) : null}
        {drawing && !table ? (
          <Suspense fallback={null}>
            <Picture
              drawing={drawing}
              labels={names}
              light={light}
              fit={ends}
              onChoose={choose}
              onOpen={open}
              onUnable={() => setAble(false)}
            />
          </Suspense>
        ) : null}
        {table ? null : legend}
        {drawing && selected.length > 0 ? (
          <Selection
            keys={selected}
            company={selected.length === 1 ? closingOf(drawing, selected[0]) : null}
            onFocus={focusOn}
            onClosed={close}
            onClear={() => choose(null, false)}
          />
        ) : null}
      </div>
    </div>
  );
}

function Nobody() {
  return (
    <section className="screen stack">
      <h1 tabIndex={-1}>Map</h1>
      <p className="soft">Nobody is here yet. Bring your contacts, or begin with one role and one friend.</p>
      <div className="row">
        <ButtonLink to={{ to: 'import' }} look="primary">
          Import contacts
        </ButtonLink>
        <ButtonLink to={{ to: 'start' }}>One role, one friend</ButtonLink>
      </div>
    </section>
  );
}

/** People by themselves and companies that stand for theirs; how many of the people are lit. */
function drawnWords({ keys, members }: Drawing, lit: ReadonlySet<NodeKey> | null): string {
  const people = (all: Iterable<NodeKey>) => [...all].filter((key) => key.startsWith('person:')).length;
  const closed = members.filter((number) => number > 0);
  const inside = closed.reduce((sum, number) => sum + number, 0);
  const all = count(people(keys), 'person', 'people');
  const drawn =
    closed.length > 0
      ? `${count(closed.length, 'company', 'companies')} with ${count(inside, 'person', 'people')}, ${all}`
      : all;
  return lit ? `${drawn} drawn, ${people(lit)} lit` : `${drawn} drawn`;
}

function toggled(keys: readonly NodeKey[], key: NodeKey): readonly NodeKey[] {
  return keys.includes(key) ? keys.filter((one) => one !== key) : [...keys, key];
}
