import type { Drawing, MapView, NodeKey } from '#graph/drawing.ts';
import type { CompanyId, PersonId } from '#model/ids.ts';
import { profileOf } from '#model/person.ts';
import type { Workspace } from '#model/workspace.ts';

/** Whether a company stands for its people on this drawing; null for what has no two people to stand for. */
export function closingOf({ keys, members, home }: Drawing, key: NodeKey | undefined): 'closed' | 'open' | null {
  const node = key?.startsWith('company:') ? keys.indexOf(key) : -1;
  if (node === -1) return null;
  if ((members[node] ?? 0) > 0) return 'closed';
  // The company itself is at home there, too.
  return home.filter((at) => at === node).length > 2 ? 'open' : null;
}

/** Who stands for somebody on this drawing: their closed company, where they are not on it themselves. */
export function standInOf({ keys }: Drawing, { people }: Workspace): (key: NodeKey) => NodeKey {
  const drawn = new Set(keys);
  return (key) => {
    const person = drawn.has(key) ? undefined : people.get(key as PersonId);
    const company = person ? profileOf(person).company : null;
    return company !== null && drawn.has(company) ? company : key;
  };
}

export function withClosed(view: MapView, company: CompanyId, close: boolean): MapView {
  const opened = view.opened.filter((id) => id !== company);
  if (view.closed === 'all') return { ...view, opened: close ? opened : [...opened, company] };
  const closed = view.closed === 'none' ? [] : view.closed.filter((id) => id !== company);
  return { ...view, opened, closed: close ? [...closed, company] : closed };
}
