import { useState } from 'react';
import { useApp, useWorkspace } from '#ui/shared/app.tsx';
import { Button, ButtonLink } from '#ui/shared/Button.tsx';
import { today } from '#ui/shared/today.ts';
import { count } from '#ui/shared/words.ts';
import { type BackupDue, backupDue } from '#workspace/backup-due.ts';

const KEY = 'handcarry.reminded';

/** Says that a backup is due, once a day at most; "Later" is remembered in this browser. */
export function BackupReminder() {
  const { document } = useApp();
  const workspace = useWorkspace();
  const [later, setLater] = useState('');
  const due = backupDue(workspace, today());
  const mark = `${workspace.id} ${today()}`;
  if (!due || later === mark || remindedNow() === mark || document.getState().save.is === 'failed') return null;
  const dismiss = () => {
    setLater(mark);
    remember(mark);
  };
  return (
    <section className="banner no-print" aria-label="Backup">
      <p>{dueWords(due)} A backup file is the only copy that no browser can clear.</p>
      <span className="row">
        <ButtonLink size="small" to={{ to: 'settings', section: 'backup' }}>
          Save a backup
        </ButtonLink>
        <Button size="small" look="quiet" onClick={dismiss}>
          Later
        </Button>
      </span>
    </section>
  );
}

function dueWords({ changes, days, never }: BackupDue): string {
  const work = count(changes, 'change');
  if (never) return days > 0 ? `${work} in ${count(days, 'day')}, and no backup yet.` : `${work}, and no backup yet.`;
  return `${work} since the last backup${days > 0 ? ` ${count(days, 'day')} ago` : ''}.`;
}

function remindedNow(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function remember(mark: string): void {
  try {
    localStorage.setItem(KEY, mark);
  } catch {
    // Storage is switched off: "Later" holds until the tab is closed.
  }
}
