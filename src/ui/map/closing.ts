import type { Drawing, MapView, NodeKey } from '#graph/drawing.ts';
import type { CompanyId } from '#model/ids.ts';

/** Whether a company stands for its people on this drawing; null for what has no two people to stand for. */
export function closingOf({ keys, members, home }: Drawing, key: NodeKey | undefined): 'closed' | 'open' | null {
  const node = key?.startsWith('company:') ? keys.indexOf(key) : -1;
  if (node === -1) return null;
  if ((members[node] ?? 0) > 0) return 'closed';
  // The company itself is at home there, too.
  return home.filter((at) => at === node).length > 2 ? 'open' : null;
}

export function withClosed(view: MapView, company: CompanyId, close: boolean): MapView {
  const opened = view.opened.filter((id) => id !== company);
  if (view.closed === 'all') return { ...view, opened: close ? opened : [...opened, company] };
  const closed = view.closed === 'none' ? [] : view.closed.filter((id) => id !== company);
  return { ...view, opened, closed: close ? [...closed, company] : closed };
}
