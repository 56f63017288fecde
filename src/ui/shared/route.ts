import { useSyncExternalStore } from 'react';
import type { AskId, CompanyId, PersonId, TargetId } from '#model/ids.ts';

export type MapKey = PersonId | CompanyId | TargetId;

/** Every screen and selection has a hash address, so that any static host and sub-path can serve it. */
export type Route =
  | { readonly to: 'home' }
  | { readonly to: 'start' }
  | { readonly to: 'targets' }
  /** Every request by where it stands. */
  | { readonly to: 'asks' }
  | { readonly to: 'new-target'; readonly company?: CompanyId }
  | { readonly to: 'target'; readonly id: TargetId }
  | { readonly to: 'edit-target'; readonly id: TargetId }
  | { readonly to: 'hand-off'; readonly id: TargetId; readonly ask?: AskId }
  /** `company` shows only the people there. */
  | { readonly to: 'people'; readonly person?: PersonId; readonly company?: CompanyId }
  | { readonly to: 'label' }
  | { readonly to: 'dormant' }
  /** `selected` asks only about pairs of the people selected. */
  | { readonly to: 'who-knows-whom'; readonly selected?: true }
  /** `focus` shows only what is around one person, company or target. */
  | { readonly to: 'map'; readonly focus?: MapKey }
  | { readonly to: 'import' }
  /** Questions that imports left open. */
  | { readonly to: 'same-person' }
  /** `person` is asked, `about` stands in the question. */
  | { readonly to: 'ask-friend'; readonly person?: PersonId; readonly about?: PersonId | undefined }
  /** `time` tells one question that came from the next. */
  | { readonly to: 'from-friend'; readonly time?: number }
  | { readonly to: 'settings'; readonly section?: string };

/** The address of a screen; goes into `href`. */
export function href(route: Route): string {
  switch (route.to) {
    case 'home':
      return '#/';
    case 'new-target':
      return route.company ? `#/targets/new/${bare(route.company)}` : '#/targets/new';
    case 'target':
      return `#/target/${bare(route.id)}`;
    case 'edit-target':
      return `#/target/${bare(route.id)}/edit`;
    case 'hand-off':
      return `#/target/${bare(route.id)}/hand-off${route.ask ? `/${bare(route.ask)}` : ''}`;
    case 'people':
      if (route.person) return `#/people/${bare(route.person)}`;
      return route.company ? `#/people/at/${bare(route.company)}` : '#/people';
    case 'who-knows-whom':
      return route.selected ? '#/who-knows-whom/selected' : '#/who-knows-whom';
    case 'map':
      return route.focus ? `#/map/${encodeURIComponent(route.focus)}` : '#/map';
    case 'ask-friend':
      if (!route.person) return '#/ask-friend';
      return `#/ask-friend/${bare(route.person)}${route.about ? `/${bare(route.about)}` : ''}`;
    case 'from-friend':
      return route.time ? `#/from-friend/${route.time}` : '#/from-friend';
    case 'settings':
      return route.section ? `#/settings/${route.section}` : '#/settings';
    default:
      return `#/${route.to}`;
  }
}

const PLAIN = new Set([
  'start',
  'targets',
  'asks',
  'label',
  'dormant',
  'import',
  'same-person',
  'ask-friend',
  'from-friend',
] as const);
type Plain = typeof PLAIN extends Set<infer Name> ? Name : never;

/** Reads an address; anything unknown is home. */
export function routeOf(hash: string): Route {
  const parts = hash.replace(/^#\/?/, '').split('/').map(decode);
  const [first = '', second, third, fourth] = parts;
  if (first === 'targets' && second === 'new') {
    return third ? { to: 'new-target', company: `company:${third}` } : { to: 'new-target' };
  }
  if (first === 'target' && second) {
    const id: TargetId = `target:${second}`;
    if (third === 'edit') return { to: 'edit-target', id };
    if (third === 'hand-off') return fourth ? { to: 'hand-off', id, ask: `ask:${fourth}` } : { to: 'hand-off', id };
    return { to: 'target', id };
  }
  if (first === 'people') {
    if (second === 'at' && third) return { to: 'people', company: `company:${third}` };
    return second ? { to: 'people', person: `person:${second}` } : { to: 'people' };
  }
  if (first === 'who-knows-whom')
    return second === 'selected' ? { to: 'who-knows-whom', selected: true } : { to: 'who-knows-whom' };
  if (first === 'ask-friend' && second) {
    const person: PersonId = `person:${second}`;
    return third ? { to: 'ask-friend', person, about: `person:${third}` } : { to: 'ask-friend', person };
  }
  if (first === 'map') return second && isMapKey(second) ? { to: 'map', focus: second } : { to: 'map' };
  if (first === 'settings') return second ? { to: 'settings', section: second } : { to: 'settings' };
  return isPlain(first) ? { to: first } : { to: 'home' };
}

export function go(route: Route): void {
  window.location.hash = href(route);
}

export function useRoute(): Route {
  const hash = useSyncExternalStore(onHashChange, () => window.location.hash);
  return routeOf(hash);
}

function onHashChange(changed: () => void): () => void {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
}

function isMapKey(text: string): text is MapKey {
  return /^(person|company|target):./.test(text);
}

function isPlain(name: string): name is Plain {
  return PLAIN.has(name as Plain);
}

function bare(id: string): string {
  return encodeURIComponent(id.slice(id.indexOf(':') + 1));
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}
