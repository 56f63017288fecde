import { headerKey } from '#intake/columns.ts';
import type { ColumnMeaning, Review } from '#intake/types.ts';
import type { Change } from '#model/change.ts';
import type { PersonId } from '#model/ids.ts';
import { fail, ok } from '#model/result.ts';
import type { Workspace } from '#model/workspace.ts';
import type { Handed } from '#worker/handed.ts';
import type { Call, Service } from '#worker/service.ts';
import type { Context } from './context.ts';
import { askToKeep } from './page.ts';
import { fetched } from './slices.ts';
import type { Commands } from './types.ts';

type IntakeCommands = Pick<
  Commands,
  'readFiles' | 'sayOwner' | 'readAs' | 'mapColumns' | 'acceptReview' | 'discardReview' | 'problemsCsv' | 'undoImport'
>;

/** A change, the workspace it was made on, and how the service names it. */
interface Made {
  readonly on: Workspace;
  readonly handed: Handed;
  readonly change: Change;
}

/** After so many changes under way the last one is carried over field by field. */
const MOST_TRIES = 3;

/** From dropped files to a review, and from the review to one change. Until then nothing is stored. */
export function intakeCommands(context: Context): IntakeCommands {
  const { documents, session, desk, persist } = context;
  let dropped: { readonly files: readonly File[]; readonly owner: 'me' | PersonId } | null = null;
  type Said = readonly (readonly [file: string, word: string])[];
  let owners: Said = [];
  let pages: Said = [];
  let reviewed: Review | null = null;
  let running: AbortController | null = null;

  const forget = (token: number): void =>
    void desk.ask((service, call) => service.discard({ token }, call)).catch(() => {});
  const idle = (): void => {
    running?.abort();
    running = null;
    if (reviewed) forget(token());
    reviewed = null;
    session.setState({ intake: { is: 'idle' } });
  };
  const token = (): number => reviewed?.token ?? 0;

  const read = async (files: readonly File[], owner: 'me' | PersonId): Promise<void> => {
    idle();
    const own = new AbortController();
    running = own;
    const cancel = (): void => {
      if (running === own) idle();
    };
    session.setState({ intake: { is: 'running', progress: null, cancel } });
    const mine = (): boolean => running === own;
    try {
      const mappings = documents.workspace().me.mappings as (readonly [string, readonly ColumnMeaning[]])[];
      const review = await desk.ask((service, call) => service.read({ files, owner, mappings, owners, pages }, call), {
        signal: own.signal,
        onProgress: (progress) => {
          if (mine()) session.setState({ intake: { is: 'running', progress, cancel } });
        },
      });
      if (!mine()) return;
      reviewed = review;
      session.setState({ intake: { is: 'done', value: review } });
    } catch (error) {
      if (mine()) session.setState({ intake: { is: 'failed', message: messageOf(error) } });
    }
  };

  /** The change that the service makes of the workspace as it stands; made anew when that changes while it is fetched. */
  const made = async (make: (service: Service, call: Call) => Promise<Handed>): Promise<Made> => {
    for (let tries = 1; ; tries++) {
      let on = documents.workspace();
      const handed = await desk.ask((service, call) => {
        on = documents.workspace();
        return make(service, call);
      });
      const change = await fetched(desk, handed);
      if (documents.workspace() === on || tries === MOST_TRIES) return { on, handed, change };
    }
  };
  const apply = async ({ on, handed, change }: Made): Promise<void> => {
    const asItIs = await documents.applyFrom(on, change);
    if (asItIs) desk.took(on, handed.token);
  };

  return {
    readFiles: (files, owner) => {
      dropped = { files, owner };
      owners = [];
      pages = [];
      return read(files, owner);
    },
    sayOwner: async (file, key) => {
      owners = [...owners.filter(([known]) => known !== file), [file, key]];
      if (dropped) await read(dropped.files, dropped.owner);
    },
    readAs: async (file, page) => {
      pages = [...pages.filter(([known]) => known !== file), [file, page]];
      if (dropped) await read(dropped.files, dropped.owner);
    },
    mapColumns: async (header, columns) => {
      const { me } = documents.workspace();
      const key = headerKey(header);
      const others = me.mappings.filter(([known]) => known !== key);
      const mappings: typeof me.mappings = [...others, [key, [...columns]]];
      documents.apply({ what: 'Meaning of the columns', put: [{ ...me, mappings }], remove: [] });
      if (dropped) await read(dropped.files, dropped.owner);
    },
    acceptReview: async (decisions) => {
      const open = reviewed;
      if (open?.token !== decisions.token) return fail('This review is no longer open. Drop the files again.');
      const { owner } = open;
      if (owner !== 'me' && !documents.workspace().people.has(owner))
        return fail('The friend whose list this is was removed, or joined with somebody. Say again whose list it is.');
      try {
        const taken = await made((service, call) => service.accept(decisions, call));
        if (reviewed !== open) return fail('This review was closed. Nothing was stored.');
        reviewed = null;
        await apply(taken);
        const { summary } = taken.handed;
        forget(decisions.token);
        session.setState({ intake: { is: 'idle' }, toast: { text: summary, undo: true } });
        await persist.flush();
        void askToKeep();
        return ok(summary);
      } catch (error) {
        return fail(messageOf(error));
      }
    },
    discardReview: () => {
      dropped = null;
      idle();
    },
    problemsCsv: () => desk.ask((service, call) => service.problemsCsv({ token: token() }, call)),
    undoImport: async (id) => {
      const undone = await made((service, call) => service.undoImport({ import: id }, call));
      if (undone.handed.records + undone.handed.removals === 0) return;
      await apply(undone);
      session.setState({ toast: { text: undone.change.what, undo: true } });
    },
  };
}

function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return `The files could not be read to the end (${message}). Nothing was stored.`;
}
