import './banners.css';
import { useDocument, useWorkspace } from '#ui/shared/app.tsx';
import { href } from '#ui/shared/route.ts';
import { hueOf } from '#ui/shared/workspace-hue.ts';

/** With several searches side by side (a coach has one per client) each screen says whose this is. */
export function WorkspaceBanner() {
  const { id, name, sample } = useWorkspace();
  const several = useDocument((state) => state.shelf.filter((one) => !one.sample).length > 1);
  if (sample || !several) return null;
  return (
    <section className="banner no-print" aria-label="Workspace" data-workspace-hue={hueOf(id)}>
      <span className="workspace-mark" aria-hidden="true" />
      <p>{name}</p>
      <a href={href({ to: 'settings', section: 'workspaces' })}>Other workspaces</a>
    </section>
  );
}
