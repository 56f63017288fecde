import { type RefObject, Suspense, useMemo, useRef, useState } from 'react';
import type { Workspace } from '#model/workspace.ts';
import { useApp, useDocument, useWorkspace } from '#ui/shared/app.tsx';
import { useRoute } from '#ui/shared/route.ts';
import { arrivalKey, useArrival } from './arrival.ts';
import { BackupReminder } from './BackupReminder.tsx';
import { Crash } from './Crash.tsx';
import { DropAnywhere } from './DropAnywhere.tsx';
import { useKeptFocus } from './kept-focus.ts';
import { useFrameKeys } from './keys.ts';
import { NotSaved } from './NotSaved.tsx';
import { Rail } from './Rail.tsx';
import { Search } from './Search.tsx';
import { ScreenOf } from './screens.tsx';
import { Toast } from './Toast.tsx';
import { SampleBanner, TopBar } from './TopBar.tsx';
import { UpdateReady } from './UpdateReady.tsx';
import { WorkspaceBanner } from './WorkspaceBanner.tsx';

/** Rail, top bar, banner and the screen of the address. Mounted once a workspace is open. */
export function Frame() {
  const { commands } = useApp();
  const route = useRoute();
  const main = useRef<HTMLElement>(null);
  const [searching, setSearching] = useState(false);
  const empty = isEmpty(useWorkspace());
  const key = arrivalKey(route, window.location.hash);
  const locks = useDocument((state) => state.lock !== null);
  useArrival(main, `${key} ${empty}`, locks);
  useKeptFocus(main);
  useFrameKeys(
    useMemo(
      () => ({
        search: () => setSearching(true),
        undo: () => commands.undo(),
        redo: () => commands.redo(),
        lock: () => void commands.lockNow(),
      }),
      [commands],
    ),
  );
  if (route.to === 'from-friend') return <Bare main={main} screen={key} />;
  return (
    <div className="frame">
      {/* biome-ignore lint/a11y/useValidAnchor: a real skip link, but the hash is the address of the screen */}
      <a className="skip" href="#main" onClick={(event) => skipTo(event, main.current)}>
        Skip to the screen
      </a>
      <Rail at={route.to === 'home' ? (empty ? 'start' : 'targets') : route.to} />
      <div className="frame-body">
        <TopBar onSearch={() => setSearching(true)} />
        <SampleBanner />
        <WorkspaceBanner />
        <NotSaved />
        <BackupReminder />
        <UpdateReady />
        <main ref={main} id="main" className="frame-main" tabIndex={-1}>
          <Crash key={key}>
            <Suspense fallback={<p className="frame-loading">Opening</p>}>
              <ScreenOf key={key} route={route} empty={empty} />
            </Suspense>
          </Crash>
        </main>
      </div>
      <Toast />
      <DropAnywhere />
      {searching ? <Search onClose={() => setSearching(false)} /> : null}
    </div>
  );
}

/** The friend's side: nothing but the question, on a phone in thirty seconds. */
function Bare({ main, screen }: { main: RefObject<HTMLElement | null>; screen: string }) {
  return (
    <main ref={main} id="main" tabIndex={-1}>
      <Crash key={screen}>
        <Suspense fallback={<p className="frame-loading">Opening</p>}>
          <ScreenOf key={screen} route={{ to: 'from-friend' }} empty />
        </Suspense>
      </Crash>
      <Toast />
    </main>
  );
}

function isEmpty({ people, targets }: Workspace): boolean {
  return people.size === 0 && targets.size === 0;
}

function skipTo(event: { preventDefault(): void }, main: HTMLElement | null) {
  event.preventDefault();
  main?.focus();
}
