import { headerKey } from '#intake/columns.ts';
import type { ColumnMeaning, Review } from '#intake/types.ts';
import type { Change } from '#model/change.ts';
import type { PersonId } from '#model/ids.ts';
import { fail, ok } from '#model/result.ts';
import type { Workspace } from '#model/workspace.ts';
import type { Handed } from '#worker/handed.ts';
import type { Context } from './context.ts';
import { askToKeep } from './page.ts';
import { fetched } from './slices.ts';
import type { Commands } from './types.ts';

type IntakeCommands = Pick<
  Commands,
  'readFiles' | 'sayOwner' | 'readAs' | 'mapColumns' | 'acceptReview' | 'discardReview' | 'problemsCsv' | 'undoImport'
>;

/** From dropped files to a review, and from the review to one change. Until then nothing is stored. */
export function intakeCommands(context: Context): IntakeCommands {
  const { documents, session, desk, persist } = context;
  let dropped: { readonly files: readonly File[]; readonly owner: 'me' | PersonId } | null = null;
  type Said = readonly (readonly [file: string, word: string])[];
  let owners: Said = [];
  let pages: Said = [];
  let reviewed: { readonly review: Review; readonly on: Workspace } | null = null;
  let running: AbortController | null = null;

  const idle = (): void => {
    running?.abort();
    running = null;
    if (reviewed) void desk.ask((service, call) => service.discard({ token: token() }, call)).catch(() => {});
    reviewed = null;
    session.setState({ intake: { is: 'idle' } });
  };
  const token = (): number => reviewed?.review.token ?? 0;

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
      const on = documents.workspace();
      const mappings = on.me.mappings as (readonly [string, readonly ColumnMeaning[]])[];
      const review = await desk.ask((service, call) => service.read({ files, owner, mappings, owners, pages }, call), {
        signal: own.signal,
        onProgress: (progress) => {
          if (mine()) session.setState({ intake: { is: 'running', progress, cancel } });
        },
      });
      if (!mine()) return;
      reviewed = { review, on };
      session.setState({ intake: { is: 'done', value: review } });
    } catch (error) {
      if (mine()) session.setState({ intake: { is: 'failed', message: messageOf(error) } });
    }
  };

  const apply = async (on: Workspace, { token: handed }: Handed, change: Change): Promise<void> => {
    const asItIs = await documents.applyFrom(on, change);
    if (asItIs) desk.took(on, handed);
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
      if (open?.review.token !== decisions.token) return fail('This review is no longer open. Drop the files again.');
      try {
        const handed = await desk.ask((service, call) => service.accept(decisions, call));
        const change = await fetched(desk, handed);
        if (reviewed !== open) return fail('This review was closed. Nothing was stored.');
        reviewed = null;
        await apply(open.on, handed, change);
        const { summary } = handed;
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
      const on = documents.workspace();
      const handed = await desk.ask((service, call) => service.undoImport({ import: id }, call));
      const change = await fetched(desk, handed);
      if (handed.records + handed.removals === 0) return;
      await apply(on, handed, change);
      session.setState({ toast: { text: change.what, undo: true } });
    },
  };
}

function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return `The files could not be read to the end (${message}). Nothing was stored.`;
}
