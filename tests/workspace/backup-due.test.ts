import { expect, test } from 'vitest';
import { apply } from '#model/change.ts';
import { NOBODY_YET } from '#model/me.ts';
import { emptyWorkspace, type Workspace } from '#model/workspace.ts';
import { backupDue } from '#workspace/backup-due.ts';

const TODAY = '2026-11-23';

function after(changes: number, backedUp: { on: string; revision: number } | null): Workspace {
  return { ...emptyWorkspace('w', 'Mine'), revision: changes, me: { ...NOBODY_YET, backedUp } };
}

test('a backup is due after 50 changes or 7 days with a change', () => {
  expect(backupDue(after(49, null), TODAY)).toBeNull();
  expect(backupDue(after(50, null), TODAY)).toEqual({ changes: 50, days: 0, never: true });
  expect(backupDue(after(60, { on: TODAY, revision: 10 }), TODAY)).toBeNull();
  expect(backupDue(after(61, { on: TODAY, revision: 10 }), TODAY)).toEqual({ changes: 50, days: 0, never: false });
  expect(backupDue(after(12, { on: '2026-11-16', revision: 10 }), TODAY)).toMatchObject({ changes: 1, days: 7 });
  expect(backupDue(after(12, { on: '2026-11-17', revision: 10 }), TODAY)).toBeNull();
});

test('a week without a change asks for nothing, nor does the sample', () => {
  expect(backupDue(after(11, { on: '2026-01-01', revision: 10 }), TODAY)).toBeNull();
  expect(backupDue({ ...after(90, null), sample: true }, TODAY)).toBeNull();
});

test('without any backup the days count from the first import', () => {
  const counts = { added: 0, same: 0, updated: 0, hidden: 0, problems: 0 };
  const put = [{ id: 'import:1', on: '2026-11-10', owner: 'me', files: [], newest: null, counts }] as const;
  const { workspace } = apply(after(0, null), { what: '', put: put.map((one) => ({ ...one, files: [] })), remove: [] });
  expect(backupDue(workspace, TODAY)).toEqual({ changes: 1, days: 13, never: true });
});
