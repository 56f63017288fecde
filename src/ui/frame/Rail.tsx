import { useId, useRef } from 'react';
import { useWorkspace } from '#ui/shared/app.tsx';
import { href, type Route } from '#ui/shared/route.ts';
import { Icon, type IconName } from './Icon.tsx';

interface Place {
  readonly route: Route;
  readonly label: string;
  readonly icon: IconName;
  /** Other screens that belong to this place. */
  readonly also: readonly Route['to'][];
}

const PLACES: readonly Place[] = [
  {
    route: { to: 'targets' },
    label: 'Targets',
    icon: 'targets',
    also: ['new-target', 'target', 'edit-target', 'hand-off'],
  },
  { route: { to: 'map' }, label: 'Map', icon: 'map', also: [] },
  { route: { to: 'people' }, label: 'People', icon: 'people', also: ['dormant'] },
  { route: { to: 'import' }, label: 'Import', icon: 'import', also: ['same-person'] },
];

const WHO: Place = { route: { to: 'who-knows-whom' }, label: 'Who knows whom', icon: 'question', also: [] };
const LABEL: Place = { route: { to: 'label' }, label: 'Label your people', icon: 'label', also: [] };
const ASK: Place = { route: { to: 'ask-friend' }, label: 'Ask a friend', icon: 'ask', also: [] };
const SETTINGS: Place = { route: { to: 'settings' }, label: 'Settings', icon: 'settings', also: [] };

/** Left rail on a desk, bottom bar on a phone. Ask a friend and Settings move out of More once used. */
export function Rail({ at }: { at: Route['to'] }) {
  const { me, questions } = useWorkspace();
  const used = [...(questions.size > 0 ? [ASK] : []), ...(me.name !== '' ? [SETTINGS] : [])];
  const more = [WHO, LABEL, ASK, SETTINGS].filter((place) => !used.includes(place));
  return (
    <nav className="rail no-print" aria-label="Screens">
      <a className="rail-brand" href={href({ to: 'home' })} aria-label="Handcarry, home">
        <Mark />
        <span className="rail-brand-word">Handcarry</span>
      </a>
      <ul className="rail-places">
        {PLACES.map((place) => (
          <li key={place.label}>
            <PlaceLink place={place} at={at} />
          </li>
        ))}
        <li>
          <More places={more} at={at} phoneOnly={used} />
        </li>
        {used.map((place) => (
          <li key={place.label} className="rail-used">
            <PlaceLink place={place} at={at} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

function PlaceLink({ place, at, onGo }: { place: Place; at: Route['to']; onGo?: () => void }) {
  const here = place.route.to === at || place.also.includes(at);
  return (
    <a
      className="rail-link"
      href={href(place.route)}
      {...(here ? { 'aria-current': 'page' as const } : {})}
      {...(onGo ? { onClick: onGo } : {})}
    >
      <Icon name={place.icon} />
      <span>{place.label}</span>
    </a>
  );
}

function More({ places, at, phoneOnly }: { places: readonly Place[]; at: Route['to']; phoneOnly: readonly Place[] }) {
  const id = useId();
  const popover = useRef<HTMLDivElement>(null);
  const close = () => popover.current?.hidePopover();
  const here = places.some((place) => place.route.to === at);
  return (
    <>
      <button
        type="button"
        className="rail-link"
        popoverTarget={id}
        data-here={here || undefined}
        data-here-phone={phoneOnly.some((place) => place.route.to === at) || undefined}
      >
        <Icon name="more" />
        <span>More</span>
      </button>
      <div ref={popover} id={id} popover="auto" className="rail-more">
        <ul>
          {places.map((place) => (
            <li key={place.label}>
              <PlaceLink place={place} at={at} onGo={close} />
            </li>
          ))}
          {phoneOnly.map((place) => (
            <li key={place.label} className="rail-more-phone">
              <PlaceLink place={place} at={at} onGo={close} />
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}

function Mark() {
  return (
    <svg viewBox="0 0 32 32" width="26" height="26" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="7" fill="var(--accent)" />
      <path d="M9 8v16M23 8v16M9 16h14" stroke="var(--on-accent)" strokeWidth="3" strokeLinecap="round" fill="none" />
    </svg>
  );
}
