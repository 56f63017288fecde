import type { Workspace } from '#model/workspace.ts';
import { fold, matches } from '#ui/shared/fold.ts';
import type { Route } from '#ui/shared/route.ts';
import type { Search, SearchHit } from '#workspace/types.ts';

export interface Hit {
  readonly id: string;
  readonly label: string;
  readonly detail: string;
  readonly does: { readonly go: Route } | { readonly run: 'undo' | 'redo' | 'open-sample' | 'leave-sample' };
}

export interface HitGroup {
  readonly title: string;
  readonly hits: readonly Hit[];
}

const PER_GROUP = 6;
/** Enough that six of each kind are among them. */
const FOUND = 60;

/**
 * What the search dialog lists for the text typed, by kind; targets and screens when nothing is typed.
 * A screen called by its name comes first.
 */
export function hitsFor(workspace: Workspace, search: Pick<Search, 'find'>, typed: string): readonly HitGroup[] {
  const found = search.find(typed, FOUND);
  const of = (kind: SearchHit['kind']) =>
    found
      .filter((hit) => hit.kind === kind)
      .slice(0, PER_GROUP)
      .map(hitOf);
  const groups = [
    { title: 'Targets', hits: typed.trim() === '' ? allTargets(workspace) : of('target') },
    { title: 'People', hits: of('person') },
    { title: 'Companies', hits: of('company') },
    {
      title: 'Go to',
      hits: commands(workspace).filter((hit) => matches(fold(`${hit.label} ${hit.detail}`), fold(typed))),
    },
  ];
  const named = fold(typed).length > 2 && groups.at(-1)?.hits.some((hit) => fold(hit.label).startsWith(fold(typed)));
  const order = named ? [...groups.slice(-1), ...groups.slice(0, -1)] : groups;
  return order.filter((group) => group.hits.length > 0);
}

function hitOf(hit: SearchHit): Hit {
  return { id: hit.id, label: hit.name || 'without a name', detail: hit.detail, does: { go: routeOf(hit) } };
}

function routeOf(hit: SearchHit): Route {
  switch (hit.kind) {
    case 'person':
      return { to: 'people', person: hit.id };
    case 'company':
      return { to: 'people', company: hit.id };
    case 'target':
      return { to: 'target', id: hit.id };
  }
}

function allTargets(workspace: Workspace): Hit[] {
  return [...workspace.targets.values()].slice(0, PER_GROUP).map((target) => ({
    id: target.id,
    label: target.title,
    detail: workspace.companies.get(target.company)?.name ?? '',
    does: { go: { to: 'target', id: target.id } },
  }));
}

function commands(workspace: Workspace): Hit[] {
  const to = (label: string, route: Route, detail = ''): Hit => ({
    id: `go:${label}`,
    label,
    detail,
    does: { go: route },
  });
  return [
    to('New target', { to: 'new-target' }, 'A role you want'),
    to('Targets', { to: 'targets' }),
    to('People', { to: 'people' }),
    to('Map', { to: 'map' }),
    to('Import contacts', { to: 'import' }, 'LinkedIn export or any contacts file'),
    to('Who knows whom', { to: 'who-knows-whom' }, 'One question at a time'),
    to('Label your people', { to: 'label' }, 'How close are you'),
    to('Dormant ties', { to: 'dormant' }, 'People to write to again'),
    to('Ask a friend', { to: 'ask-friend' }, 'Which of these people do you know?'),
    to('Settings', { to: 'settings' }),
    to('About you', { to: 'settings', section: 'you' }, 'Settings'),
    to('Lock', { to: 'settings', section: 'lock' }, 'A passphrase for the app'),
    to('Back up or restore', { to: 'settings', section: 'backup' }, 'Settings'),
    { id: 'run:undo', label: 'Undo', detail: 'Take back the last change', does: { run: 'undo' } },
    { id: 'run:redo', label: 'Redo', detail: 'Bring it back', does: { run: 'redo' } },
    workspace.sample
      ? { id: 'run:leave', label: 'Leave the sample', detail: '', does: { run: 'leave-sample' } }
      : { id: 'run:sample', label: 'Open the sample', detail: 'Invented people', does: { run: 'open-sample' } },
  ];
}
