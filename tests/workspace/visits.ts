import { IDBFactory } from 'fake-indexeddb';
import type { PersonId } from '#model/ids.ts';
import { profileOf } from '#model/person.ts';
import type { Workspace } from '#model/workspace.ts';
import { type App, createApp } from '#workspace/app.ts';

export const DAY = Date.parse('2026-11-23T12:00:00');
const open: App[] = [];

/** An app over the same store: the next visit, or another tab. The service runs in this page. */
export async function visit(guest = false): Promise<App> {
  const app = createApp({ makeWorker: () => null, now: () => DAY, channel: null, guest });
  open.push(app);
  await app.start();
  return app;
}
export const workspaceOf = (app: App): Workspace => {
  const { workspace } = app.document.getState();
  if (!workspace) throw new Error('no workspace');
  return workspace;
};
export const named = (app: App, name: string): PersonId => {
  const person = [...workspaceOf(app).people.values()].find((one) => profileOf(one).name === name);
  if (!person) throw new Error(`nobody is called ${name}`);
  return person.id;
};
/** What somebody says at the first door: Ana was heard to know Marta well. */
export const FIRST_DOOR = {
  title: 'Head of Sales',
  company: 'Acme',
  manager: 'Marta Silva',
  friend: 'Ana Sousa',
  how: 'told',
  says: 'well',
} as const;

export const csv = (name: string, ...rows: string[]) =>
  new File([['First Name,Last Name,URL,Email Address,Company,Position,Connected On', ...rows, ''].join('\r\n')], name);
export const CONNECTIONS = csv(
  'Connections.csv',
  'Ana,Sousa,https://www.linkedin.com/in/ana-sousa,,Acme,CFO,04 Apr 2021',
  'Marta,Silva,https://www.linkedin.com/in/marta-silva,,Acme,Head of Sales,05 Apr 2021',
  '__proto__,constructor,https://www.linkedin.com/in/proto,,toString,hasOwnProperty,06 Apr 2021',
);

export async function imported(app: App, file = CONNECTIONS, owner: 'me' | PersonId = 'me') {
  await app.commands.readFiles([file], owner);
  const { intake } = app.session.getState();
  if (intake.is !== 'done') throw new Error(JSON.stringify(intake));
  const accepted = await app.commands.acceptReview({ token: intake.value.token, same: [], takeOwn: false });
  if (!accepted.ok) throw new Error(accepted.error);
  return intake.value;
}

/** An empty computer. */
export function freshStore(): void {
  globalThis.indexedDB = new IDBFactory();
}

export async function leaveAll(): Promise<void> {
  for (const app of open.splice(0)) await app.close();
}

export function missing(): never {
  throw new Error('missing');
}
