import './topbar.css';
import { useApp, useDocument, useWorkspace } from '#ui/shared/app.tsx';
import { Button } from '#ui/shared/Button.tsx';
import { href } from '#ui/shared/route.ts';
import { today } from '#ui/shared/today.ts';
import { Icon } from './Icon.tsx';
import { saveWords } from './save-words.ts';

export const IS_MAC = /Mac|iPhone|iPad/.test(navigator.userAgent);
const CTRL = IS_MAC ? '⌘' : 'Ctrl';

export function TopBar({ onSearch }: { onSearch: () => void }) {
  return (
    <header className="topbar no-print">
      <button
        type="button"
        className="topbar-search"
        onClick={onSearch}
        aria-label="Search people, companies, targets"
        aria-keyshortcuts="Control+K Meta+K"
      >
        <Icon name="search" />
        <span className="topbar-search-words">Search people, companies, targets</span>
        <kbd>{CTRL} K</kbd>
      </button>
      <div className="topbar-right">
        <SaveText />
        <UndoButton />
        <LockButton />
      </div>
    </header>
  );
}

function SaveText() {
  const save = useDocument((state) => state.save);
  const workspace = useWorkspace();
  const words = saveWords(save, workspace, today());
  return (
    <p className="topbar-save" data-kind={words.kind} role={words.kind === 'problem' ? 'alert' : 'status'}>
      <span className="topbar-dot" aria-hidden="true" />
      <span>
        {words.short}
        {words.more ? (
          <span className="topbar-save-more">
            {' · '}
            <a href={href({ to: 'settings', section: 'backup' })}>{words.more}</a>
          </span>
        ) : null}
      </span>
    </p>
  );
}

function UndoButton() {
  const { commands } = useApp();
  const last = useDocument((state) => state.undo.at(-1));
  return (
    <Button
      look="quiet"
      size="small"
      disabled={!last}
      onClick={() => commands.undo()}
      title={last ? `Undo: ${last.what} (${CTRL} Z)` : 'Nothing to undo'}
      aria-label={last ? `Undo: ${last.what}` : 'Undo'}
    >
      <Icon name="undo" />
    </Button>
  );
}

/** Only where there is a passphrase to open it again. */
function LockButton() {
  const { commands } = useApp();
  if (!useDocument((state) => state.lock !== null)) return null;
  return (
    <Button
      look="quiet"
      size="small"
      onClick={() => void commands.lockNow()}
      title={`Lock now (${CTRL} Shift L)`}
      aria-label="Lock now"
      aria-keyshortcuts="Control+Shift+L Meta+Shift+L"
    >
      <Icon name="lock" />
    </Button>
  );
}

/** Opening the sample never mixes with own data; this says where you are and how to leave. */
export function SampleBanner() {
  const { commands } = useApp();
  const sample = useWorkspace().sample;
  if (!sample) return null;
  return (
    <section className="banner no-print" aria-label="Sample">
      <p>You are looking at the sample. Everybody in it is invented.</p>
      <Button size="small" onClick={() => void commands.leaveSample()}>
        Leave the sample
      </Button>
    </section>
  );
}
