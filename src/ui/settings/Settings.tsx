import './settings.css';
import { type ReactNode, useEffect, useRef } from 'react';
import { href, useRoute } from '#ui/shared/route.ts';
import { AboutYou } from './AboutYou.tsx';
import { Appearance } from './Appearance.tsx';
import { Backup } from './Backup.tsx';
import { DeleteEverything } from './DeleteEverything.tsx';
import { Lock } from './Lock.tsx';
import { Numbers } from './Numbers.tsx';
import { Privacy } from './Privacy.tsx';
import { PublicAddress } from './PublicAddress.tsx';
import { StorageState } from './StorageState.tsx';
import { Workspaces } from './Workspaces.tsx';

const SECTIONS: readonly { id: string; title: string; body: () => ReactNode }[] = [
  { id: 'you', title: 'About you', body: AboutYou },
  { id: 'workspaces', title: 'Workspaces', body: Workspaces },
  { id: 'address', title: 'Asking friends by a link', body: PublicAddress },
  { id: 'backup', title: 'Backup and restore', body: Backup },
  { id: 'storage', title: 'Where it is kept', body: StorageState },
  { id: 'lock', title: 'Lock', body: Lock },
  { id: 'appearance', title: 'Appearance', body: Appearance },
  { id: 'privacy', title: 'What this app knows', body: Privacy },
  { id: 'numbers', title: 'How the numbers come about', body: Numbers },
  { id: 'delete', title: 'Delete everything', body: DeleteEverything },
];

/** Every setting on one page; each section has its own address. */
export function Settings() {
  const route = useRoute();
  const section = route.to === 'settings' ? route.section : undefined;
  const page = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!section) return;
    const heading = page.current?.querySelector<HTMLElement>(`#settings-${CSS.escape(section)}`);
    heading?.scrollIntoView({ block: 'start' });
    heading?.focus({ preventScroll: true });
  }, [section]);
  return (
    <div className="screen settings" ref={page}>
      <h1>Settings</h1>
      <nav className="settings-nav" aria-label="Settings">
        <ul>
          {SECTIONS.map(({ id, title }) => (
            <li key={id}>
              <a
                href={href({ to: 'settings', section: id })}
                {...(id === section ? { 'aria-current': 'true' as const } : {})}
              >
                {title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div className="settings-sections">
        {SECTIONS.map(({ id, title, body: Body }) => (
          <section key={id} className="settings-section" aria-labelledby={`settings-${id}`}>
            <h2 id={`settings-${id}`} tabIndex={-1}>
              {title}
            </h2>
            <Body />
          </section>
        ))}
      </div>
    </div>
  );
}
